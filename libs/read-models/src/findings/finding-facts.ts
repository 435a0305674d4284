import type { FileId } from '@rt/domain';
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
 * again: its findings then say their title only.
 */
export const describing = async (
  { store, db }: SealedRows,
  rows: readonly Pick<FindingRow, 'fileId'>[],
): Promise<(row: FindingRow, status: ShownStatus) => DescribedRow> => {
  const files = [...new Set(rows.map(({ fileId }) => fileId))];
  const facts = new Map<FileId, FactsById>();
  for (let from = 0; from < files.length; from += filesAtOnce) {
    const some = files.slice(from, from + filesAtOnce);
    for (const row of await db.reader
      .selectFrom('findingFacts')
      .selectAll()
      .where('fileId', 'in', some)
      .execute()) {
      const text = (await store.textSeal(streamOfFile(row.fileId)))?.open(FACTS, row.facts);
      if (text !== undefined) facts.set(row.fileId, JSON.parse(text) as FactsById);
    }
  }
  return (row, status) => {
    const numbers = JSON.parse(row.numbers) as Inputs;
    const own = facts.get(row.fileId);
    const inputs = { ...own?.[row.id], ...numbers };
    if (own !== undefined) return { inputs, ...wordsOf({ ...row, inputs }, status) };
    const title = titleOf({ ...row, inputs });
    return { inputs, title, text: title, whatToDo: isOpenStatus(status) ? ruleOf(row).whatToDo : null };
  };
};
