import type { CaseId, FileId } from '@rt/domain';
import { boardsWithFiles, catchUp, fileOfCase, filesFound, kindOfTerm } from '@rt/read-models';
import { idFrom } from './arguments';
import { WrongUsage } from './exit';
import { HEALING, type Reading } from './house';

type Ports = Pick<Reading, 'store' | 'files' | 'db' | 'ruleset'>;

/**
 * The personal file that the operator means by its id, the id of one of its cases, or a case number. An id that names nothing is returned as it is, so
 * that the command logs and refuses it. @throws WrongUsage, which repeats nothing of what was given
 */
export const fileMeant = async (ports: Ports, what: string, given: string | undefined): Promise<FileId> => {
  if (given !== undefined && isCaseNumber(given)) return fileWithNumber(ports, what, given);
  const id = idFrom(what, given);
  if ((await ports.files.find(id as FileId)) !== undefined) return id as FileId;
  await followed(ports);
  return (await fileOfCase(ports.db, id as CaseId)) ?? (id as FileId);
};

/** The case that the operator means by its id or its number. @throws WrongUsage, which repeats nothing of what was given */
export const caseMeant = async (ports: Ports, what: string, given: string | undefined): Promise<CaseId> => {
  if (given === undefined || !isCaseNumber(given)) return idFrom(what, given) as CaseId;
  const fileId = await fileWithNumber(ports, what, given);
  const opened = (await ports.files.find(fileId))?.file.events('CaseOpened') ?? [];
  const found = opened.find(({ data }) => sameNumber(data.caseNumber, given));
  if (found === undefined) throw unknown(what);
  return found.data.caseId;
};

const fileWithNumber = async (ports: Ports, what: string, number: string): Promise<FileId> => {
  await followed(ports);
  const found: FileId[] = [];
  for (const board of await boardsWithFiles(ports.db))
    for (const { fileId } of await filesFound(ports, board, number)) found.push(fileId);
  const [only, ...others] = found;
  if (only === undefined) throw unknown(what);
  if (others.length > 0)
    throw new WrongUsage({
      sv: `${what}: flera akter har det ärendenumret; ge ett id, som \`rt search\` visar`,
      en: `${what}: several files have that case number; give an id, which \`rt search\` lists`,
    });
  return only;
};

const followed = (ports: Ports): Promise<unknown> => catchUp({ ...ports, ...HEALING });

/** A case number has a digit, and is neither an id nor a personal number: that is no way to name a file here, as it would stay in the shell's history. */
const isCaseNumber = (given: string): boolean =>
  kindOfTerm(given) === 'caseNumber' && !/^[0-9a-f]{8}-[0-9a-f]{4}-/i.test(given);

const plain = (number: string): string => number.normalize('NFKC').replace(/\s/g, '').toLowerCase();
const sameNumber = (a: string, b: string): boolean => plain(a) === plain(b);

const unknown = (what: string): WrongUsage =>
  new WrongUsage({
    sv: `${what}: inget ärende har det numret; \`rt search\` finner en akt efter namn eller ärendenummer`,
    en: `${what}: there is no case with that number; \`rt search\` finds a file by name or case number`,
  });
