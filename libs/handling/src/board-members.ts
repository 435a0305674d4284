import { DECLARED, type Command, type Field, type Situation } from '@rt/domain';
import { entryOf } from './entry-said';
import type { UserDirectory } from './ports';
import { refusedFor } from './refused';
import { stepLabelAt } from './step-input';

/**
 * Refuses a step that names users who do not work at the board of the file: they would learn of a file that they may not read. An unknown user and a
 * user of another board give the same answer, so that a caller cannot explore the directory. @throws Refused NOT_OF_THE_BOARD
 */
export const refuseStrangers = async (
  command: Command,
  situation: Situation,
  directory: UserDirectory,
): Promise<void> => {
  const { type, data, at } = entryOf(command, situation);
  for (const [name, { holds }] of Object.entries<Field>(DECLARED[type].fields)) {
    const userId = (data as Readonly<Record<string, unknown>>)[name];
    if (holds.is !== 'directoryId' || !holds.ofBoard || typeof userId !== 'string') continue;
    const user = await directory.find(userId);
    if (user?.boardId === undefined || user.boardId !== situation.file.opened?.data.boardId)
      throw refusedFor('NOT_OF_THE_BOARD', `${at}.${name}`, {}, stepLabelAt(type, `data.${name}`));
  }
};
