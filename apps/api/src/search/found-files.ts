import type { BoardId, LocalDate } from '@rt/domain';
import { RELATIONS, showsPerson, relationsOf, type User } from '@rt/identity';
import { filesFound, fileHoldersOn, type SearchPorts } from '@rt/read-models';
import { factsOfRow } from '../access/access-facts';
import type { Answer } from '../openapi/answers';

/** What is answered at most: whoever finds more says more of whom they mean. */
export const filesShownMax = 50;
/** Files that are looked at for that, since not all of them may be shown. */
const filesLookedAtMax = 500;

/**
 * The files of the searcher's board that a term finds. Of a person with a protected identity not even the file's being there shows to
 * whoever has no relation to it: it would say where somebody who is hidden has dealings. Nothing is opened that is not shown.
 */
export const filesFor = async (
  ports: SearchPorts,
  { user, boardId, term, day }: { user: User; boardId: BoardId; term: string; day: LocalDate },
): Promise<Answer<'FoundFiles'>> => {
  const found = await filesFound(ports, boardId, term, filesLookedAtMax);
  const holders = await fileHoldersOn(
    ports.db,
    found.map(({ fileId }) => fileId),
    day,
  );
  const shown = found.flatMap((file) => {
    const holder = holders.get(file.fileId);
    if (holder === undefined) return [];
    const mine = relationsOf(user, factsOfRow(holder, []), new Set());
    if (!showsPerson(file.protectedIdentity === 1, mine)) return [];
    return [
      { file, relation: RELATIONS.find((one) => mine.some(({ relation }) => relation === one)) ?? 'none' },
    ];
  });
  const files: Answer<'FoundFiles'>['files'][number][] = [];
  for (const { file, relation } of shown.slice(0, filesShownMax)) {
    const opened = await file.open();
    if (opened !== undefined) files.push({ fileId: file.fileId, ...opened, relation });
  }
  files.sort((a, b) => a.name.localeCompare(b.name, 'sv') || (a.fileId < b.fileId ? -1 : 1));
  return { files, more: shown.length > filesShownMax || found.length === filesLookedAtMax };
};
