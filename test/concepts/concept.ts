import { DEFAULT_CONFIGURATION, type FileId, type PersonalFileEvent, type Recorded } from '@rt/domain';
import { DEFAULT_RULESET } from '@rt/rules';
import type { AnyTable } from '../../libs/read-models/src/database/table';
import type { InForce, ReadModel } from '../../libs/read-models/src/read-model';
import { readingOf } from '../../libs/read-models/src/read-file';

/** A question that several places need answered, the one function that answers it, and the proof that every place asks the function. */
export interface Concept {
  readonly question: string;
  readonly answeredBy: readonly ((...asked: never[]) => unknown)[];
  /** Each fails when the second answer that stood in its place is put back. */
  readonly properties: Readonly<Record<string, () => void | Promise<void>>>;
}

export type History = readonly Recorded<PersonalFileEvent>[];

export const IN_FORCE: InForce = {
  ruleset: DEFAULT_RULESET,
  configuration: DEFAULT_CONFIGURATION,
  revision: -1,
};

export const FILE_ID = '00000000-0000-4000-8000-000000000001' as FileId;

/** The rows that a read model makes of a history, by table. */
export const rowsOf = (model: ReadModel, history: History): Readonly<Record<string, readonly object[]>> => {
  const rows: Record<string, object[]> = Object.fromEntries(
    model.tables.map(({ name }: AnyTable) => [name, []]),
  );
  model.rowsOf(readingOf(FILE_ID, history), IN_FORCE, (table, row) => void rows[table.name]?.push(row));
  return rows;
};
