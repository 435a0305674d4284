import type { BoardId, LocalDate } from '@rt/domain';
import { RELATIONS, showsPerson, relationsOf, type User } from '@rt/identity';
import { FILES_LOOKED_AT_MAX, filesFound, fileHoldersOn, type SearchPorts } from '@rt/read-models';
import { factsOfRow } from '../access/access-facts';
import type { Answer } from '../openapi/answers';

/** The number of files in an answer. A user whose search finds more files must search more precisely. */
export const filesShownMax = 50;

/**
 * The files of the user's board that a search term finds. If the person has a protected identity and the user has no relation to the file, the answer
 * does not even show that the file exists: that would reveal where a hidden person receives services. Only files that are shown are opened.
 */
export const filesFor = async (
  ports: SearchPorts,
  { user, boardId, term, day }: { user: User; boardId: BoardId; term: string; day: LocalDate },
): Promise<Answer<'FoundFiles'>> => {
  const found = await filesFound(ports, boardId, term);
  const holders = await fileHoldersOn(
    ports.db,
    found.map(({ fileId }) => fileId),
    day,
  );
  const shown = found.flatMap((file) => {
    const holder = holders.get(file.fileId);
    if (holder === undefined) return [];
    const mine = relationsOf(user, factsOfRow(holder, []), new Set());
    if (!showsPerson(file.protectedIdentity, mine)) return [];
    return [
      { file, relation: RELATIONS.find((one) => mine.some(({ relation }) => relation === one)) ?? 'none' },
    ];
  });
  const files: Answer<'FoundFiles'>['files'][number][] = [];
  for (const { file, relation } of shown) {
    const opened = await file.open();
    if (opened !== undefined) files.push({ fileId: file.fileId, ...opened, relation });
    if (files.length > filesShownMax) break;
  }
  const more = files.length > filesShownMax || found.length === FILES_LOOKED_AT_MAX;
  files.length = Math.min(files.length, filesShownMax);
  files.sort((a, b) => a.name.localeCompare(b.name, 'sv') || (a.fileId < b.fileId ? -1 : 1));
  return { files, more };
};
