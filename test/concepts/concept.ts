import { DEFAULT_CONFIGURATION, type FileId, type PersonalFileEvent, type Recorded } from '@rt/domain';
import { LoadedFile } from '@rt/files';
import { DEFAULT_RULESET, type InForce } from '@rt/rules';
import type { AnyTable } from '../../libs/read-models/src/database/table';
import type { FileModel } from '../../libs/read-models/src/read-model';

/** A question that several parts of the code ask, the one function that answers it, and the properties that prove that every part uses it. */
export interface Concept {
  readonly question: string;
  readonly answeredBy: readonly ((...asked: never[]) => unknown)[];
  /** Each property fails if a part of the code is given its old, second answer back. */
  readonly properties: Readonly<Record<string, () => void | Promise<void>>>;
}

export type History = readonly Recorded<PersonalFileEvent>[];

export const IN_FORCE: InForce = {
  ruleset: DEFAULT_RULESET,
  configuration: DEFAULT_CONFIGURATION,
  revision: -1,
};

export const FILE_ID = '00000000-0000-4000-8000-000000000001' as FileId;

/** The rows that a read model makes from a history, by table name. */
export const rowsOf = (model: FileModel, history: History): Readonly<Record<string, readonly object[]>> => {
  const rows: Record<string, object[]> = Object.fromEntries(
    model.tables.map(({ name }: AnyTable) => [name, []]),
  );
  model.rowsOf(new LoadedFile(FILE_ID, history), IN_FORCE, (table, row) => void rows[table.name]?.push(row));
  return rows;
};
