import type { Kysely } from 'kysely';
import type { ReadSchema } from '../database/read-database';
import { BulkInsert, cellsOf, deleteRow, readCells } from '../database/tables.sql';
import { columnsOf, type AnyTable, type Cell } from '../database/table';
import type { Emit, ReadModel } from '../read-model';

/** How the stored rows of an owner differ from the rows that its events give, in one table. */
export interface RowDifference {
  readonly table: AnyTable;
  /** Stored rows that the events do not give. */
  readonly extra: readonly (readonly Cell[])[];
  /** Rows that the events give and that are not stored. */
  readonly missing: readonly (readonly Cell[])[];
}

/** Compares the rows of an owner, table by table. @param rows emits the rows of the stream; none if it does not exist or was erased */
export const differencesIn = async (
  db: Kysely<ReadSchema>,
  { tables }: Pick<ReadModel, 'tables'>,
  owner: string,
  rows: (emit: Emit) => void,
): Promise<readonly RowDifference[]> => {
  const wanted = new Map<AnyTable, Map<string, readonly Cell[]>>(tables.map((table) => [table, new Map()]));
  rows((table, row) => {
    const cells = cellsOf(table, row);
    wanted.get(table)?.set(JSON.stringify(cells), cells);
  });
  const differences: RowDifference[] = [];
  for (const [table, missing] of wanted) {
    const stored = await readCells(db, table, owner);
    const extra = stored.filter((cells) => !missing.delete(JSON.stringify(cells)));
    if (extra.length > 0 || missing.size > 0)
      differences.push({ table, extra, missing: [...missing.values()] });
  }
  return differences;
};

/** Deletes and inserts the rows that differ, and no others. */
export const settle = async (
  trx: Kysely<ReadSchema>,
  differences: readonly RowDifference[],
): Promise<void> => {
  for (const { table, extra, missing } of differences) {
    for (const cells of extra) await deleteRow(trx, table, cells);
    if (missing.length === 0) continue;
    const insert = new BulkInsert(trx, table, 'inPlace');
    for (const cells of missing) insert.add(cells);
    await insert.flush();
  }
};

/** The names of the columns in which two rows differ. */
export const columnsThatDiffer = (
  table: AnyTable,
  one: readonly Cell[],
  other: readonly Cell[],
): readonly string[] => columnsOf(table).filter((_, column) => one[column] !== other[column]);
