import { DECLARED, type Command, type Field, type Situation, type Text } from '@rt/domain';
import { entryOf } from './entry-said';
import type { Actor, UserDirectory } from './ports';
import { refusedFor } from './refused';
import { stepLabelAt } from './step-input';

/** Where a user must work, and as what. */
interface Place {
  readonly boardId: string | undefined;
  readonly unitId?: string;
  readonly role?: 'caseWorker';
}

/**
 * Refuses a user who does not work there, or in another role. An unknown user and a user of another board give the same answer, so that a caller
 * cannot explore the directory. @param at the path and the label of the field. @throws Refused NOT_OF_THE_BOARD, NOT_OF_THE_UNIT, NOT_A_CASE_WORKER
 */
export const refuseStranger = async (
  directory: UserDirectory,
  userId: string,
  { boardId, unitId, role }: Place,
  at: () => readonly [field: string, label: Text | undefined],
): Promise<void> => {
  const user = await directory.find(userId);
  const refused = (code: 'NOT_OF_THE_BOARD' | 'NOT_OF_THE_UNIT' | 'NOT_A_CASE_WORKER') => {
    const [field, label] = at();
    return refusedFor(code, field, {}, label);
  };
  if (user?.boardId === undefined || user.boardId !== boardId) throw refused('NOT_OF_THE_BOARD');
  if (unitId !== undefined && user.unitId !== unitId) throw refused('NOT_OF_THE_UNIT');
  if (role !== undefined && !user.roles.includes(role)) throw refused('NOT_A_CASE_WORKER');
};

/**
 * Refuses a step that names users who do not work at the board of the file: they would learn of a file that they may not read. Whoever is assigned must be
 * a case worker. @throws Refused NOT_OF_THE_BOARD, NOT_A_CASE_WORKER
 */
export const refuseStrangers = async (
  command: Command,
  situation: Situation,
  directory: UserDirectory,
  origin: Actor['origin'],
): Promise<void> => {
  const { type, data, at } = entryOf(command, situation);
  for (const [name, { holds }] of Object.entries<Field>(DECLARED[type].fields)) {
    const userId = (data as Readonly<Record<string, unknown>>)[name];
    if (holds.is !== 'directoryId' || !holds.ofBoard || typeof userId !== 'string') continue;
    // An operator imports what was: whoever had the file then may have left since.
    if (holds.role !== undefined && (origin === 'operator' || origin === 'import')) continue;
    const boardId = situation.file.opened?.data.boardId;
    await refuseStranger(directory, userId, { boardId, ...(holds.role && { role: holds.role }) }, () => [
      `${at}.${name}`,
      stepLabelAt(type, `data.${name}`),
    ]);
  }
};
