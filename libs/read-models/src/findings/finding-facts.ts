import type { FileId, Text } from '@rt/domain';
import { KeyDamaged } from '@rt/event-store';
import { streamOfFile } from '@rt/files';
import {
  isOpenStatus,
  numbersIn,
  ruleOf,
  titleOf,
  wordsOf,
  type Finding,
  type FindingWords,
  type Inputs,
  type ShownStatus,
} from '@rt/rules';
import type { SealedRows } from '../database/sealed-rows';
import type { FindingRow } from './findings.table';

/** The purpose of the seal. */
export const FACTS = 'findingFacts';
/** The most files in one statement. */
const filesAtOnce = 500;

type FactsById = Readonly<Record<string, Inputs>>;

/** The facts of a file's findings as one text; undefined where there is no finding. The numbers of the rules are left out: each row has its own. */
export const factsText = (findings: readonly Finding[]): string | undefined => {
  const facts: Record<string, Inputs> = {};
  for (const finding of findings) {
    const numbers = numbersIn(finding);
    const own = Object.entries(finding.inputs).filter(([name]) => !(name in numbers));
    if (own.length > 0) facts[finding.id] = Object.fromEntries(own);
  }
  return findings.length === 0 ? undefined : JSON.stringify(facts);
};

/** A finding's inputs and words. */
export interface DescribedRow extends FindingWords {
  readonly inputs: Inputs;
}

/**
 * Opens the facts of some rows, once for each file. A file whose facts do not open was redacted or erased a moment ago and its rows are about to be made
 * again: its findings then say their title only. Where the key of a file is damaged, its findings say so, and those of other files say what they said.
 */
export const describing = async (
  { store, db }: SealedRows,
  rows: readonly Pick<FindingRow, 'fileId'>[],
): Promise<(row: FindingRow, status: ShownStatus) => DescribedRow> => {
  const files = [...new Set(rows.map(({ fileId }) => fileId))];
  const facts = new Map<FileId, FactsById>();
  const locked = new Set<FileId>();
  const sealOf = (fileId: FileId) =>
    store.textSeal(streamOfFile(fileId)).catch((error: unknown) => {
      if (!(error instanceof KeyDamaged)) throw error;
      locked.add(fileId);
      return undefined;
    });
  for (let from = 0; from < files.length; from += filesAtOnce) {
    const some = files.slice(from, from + filesAtOnce);
    for (const row of await db.reader
      .selectFrom('findingFacts')
      .selectAll()
      .where('fileId', 'in', some)
      .execute()) {
      const text = (await sealOf(row.fileId))?.open(FACTS, row.facts);
      if (text !== undefined) facts.set(row.fileId, JSON.parse(text) as FactsById);
    }
  }
  return (row, status) => {
    const numbers = JSON.parse(row.numbers) as Inputs;
    const own = facts.get(row.fileId);
    const inputs = { ...own?.[row.id], ...numbers };
    if (own !== undefined) return { inputs, ...wordsOf({ ...row, inputs }, status) };
    const title = titleOf({ ...row, inputs });
    const text = locked.has(row.fileId) ? withDamagedKey(title) : title;
    return { inputs, title, text, whatToDo: isOpenStatus(status) ? ruleOf(row).whatToDo : null };
  };
};

const withDamagedKey = ({ sv, en }: Text): Text => ({
  sv: `${sv}. Mer går inte att läsa, eftersom aktens nyckel är skadad: säg till administratören.`,
  en: `${en}. The rest cannot be read, because the key of the file is damaged: tell the administrator.`,
});
