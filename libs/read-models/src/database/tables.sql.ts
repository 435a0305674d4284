import { CompiledQuery, type ColumnDataType, type Compilable, type Kysely } from 'kysely';
import type { ColumnKind } from './columns';
import { columnsOf, ownerOf, type AnyTable, type Cell, type OwnedRow } from './table';
import type { ReadSchema } from './read-database';

/** Tables are created from their definitions at run time, so the compiler does not know their names. */
type AnySchema = Record<string, Record<string, unknown>>;
const untyped = (db: Kysely<ReadSchema>): Kysely<AnySchema> => db as unknown as Kysely<AnySchema>;

const TYPES: Readonly<Record<ColumnKind, ColumnDataType>> = {
  id: 'text',
  code: 'text',
  day: 'text',
  instant: 'text',
  ids: 'text',
  settings: 'text',
  version: 'integer',
  ordinal: 'integer',
  sealed: 'text',
  hash: 'text',
};

/** The most parameters in one statement: far below the limit of any engine, and enough to make the cost per statement negligible. */
const parametersMax = 2_000;

/** A statement that begins so may give its rows as arrays of cells, which an engine may read faster than objects. */
export const ROWS_AS_ARRAYS = '/* rows as arrays */ ';

/** The name of a table while it is filled; queries still read the old one. */
const inTheMaking = (table: AnyTable): string => `${table.name}InTheMaking`;

/** Creates an empty table beside the one that queries read. */
export const createBeside = async (db: Kysely<ReadSchema>, table: AnyTable): Promise<void> => {
  let create = db.schema.createTable(inTheMaking(table));
  for (const [column, { kind, nullable }] of Object.entries(table.columns))
    create = create.addColumn(column, TYPES[kind], (definition) =>
      nullable ? definition : definition.notNull(),
    );
  await create.execute();
};

/**
 * Copies the rows of these owners from the table that queries read to the one that is filled. It copies nothing if the old table lacks a column of the new
 * one.
 */
export const carryOver = async (
  db: Kysely<ReadSchema>,
  table: AnyTable,
  owners: readonly string[],
): Promise<void> => {
  if (owners.length === 0) return;
  const columns = [...columnsOf(table)];
  const known = await storedColumns(db, table);
  if (!columns.every((column) => known.has(column))) return;
  for (const owner of owners) {
    const old = untyped(db).selectFrom(table.name).select(columns).where(ownerOf(table), '=', owner);
    await untyped(db).insertInto(inTheMaking(table)).columns(columns).expression(old).execute();
  }
};

/** The columns that the table has in the database, by the names of the definition; none if it does not exist. */
const storedColumns = async (db: Kysely<ReadSchema>, table: AnyTable): Promise<ReadonlySet<string>> => {
  const tables = await db.introspection.getTables();
  const stored = tables.find(({ name }) => camelCase(name) === table.name);
  return new Set(stored?.columns.map(({ name }) => camelCase(name)));
};

const camelCase = (name: string): string =>
  name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Replaces the old table by the filled one, and creates the indexes: building them at once is much faster than updating them for every row. */
export const putInPlace = async (db: Kysely<ReadSchema>, table: AnyTable): Promise<void> => {
  await db.schema.dropTable(table.name).ifExists().execute();
  await db.schema.alterTable(inTheMaking(table)).renameTo(table.name).execute();
  await db.schema
    .createIndex(`${table.name}ByKey`)
    .unique()
    .on(table.name)
    .columns([ownerOf(table), ...table.key])
    .execute();
  for (const { name, columns, where } of table.indexes) {
    const create = db.schema
      .createIndex(`${table.name}${name[0]?.toUpperCase()}${name.slice(1)}`)
      .on(table.name)
      .columns([...columns]);
    await (where ? create.where(where[0], '=', where[1]) : create).execute();
  }
};

/** Collects rows and writes many of them with one statement. */
export class BulkInsert {
  private readonly name: string;
  private readonly rowsMax: number;
  private cells: Cell[] = [];
  private rows = 0;

  constructor(
    private readonly db: Kysely<ReadSchema>,
    private readonly table: AnyTable,
    where: 'inPlace' | 'beside',
  ) {
    this.name = where === 'inPlace' ? table.name : inTheMaking(table);
    this.rowsMax = Math.floor(parametersMax / columnsOf(table).length);
  }

  /** True if the caller must call `flush` now. */
  add(cells: readonly Cell[]): boolean {
    for (const cell of cells) this.cells.push(cell);
    return ++this.rows >= this.rowsMax;
  }

  async flush(): Promise<void> {
    while (this.rows > 0) {
      const rows = Math.min(this.rows, this.rowsMax);
      const cells = this.cells.splice(0, rows * columnsOf(this.table).length);
      this.rows -= rows;
      const sql = insertSql(this.db, this.name, this.table, rows);
      await this.db.executeQuery(CompiledQuery.raw(sql, cells));
    }
  }
}

/** The SQL text that inserts this many rows. */
const insertSql = (db: Kysely<ReadSchema>, name: string, table: AnyTable, rows: number): string =>
  written(db, `insert ${name} ${rows}`, () => {
    const row = Object.fromEntries(columnsOf(table).map((column) => [column, 0]));
    return untyped(db).insertInto(name).values(Array<typeof row>(rows).fill(row));
  });

/** A cache of the SQL texts that Kysely has compiled, per engine. They depend only on the tables, and compiling one takes longer than running it. */
const writtenFor = new WeakMap<object, Map<string, string>>();

const written = (db: Kysely<ReadSchema>, name: string, statement: () => Compilable): string => {
  const engine = db.getExecutor().adapter;
  let known = writtenFor.get(engine);
  if (known === undefined) writtenFor.set(engine, (known = new Map()));
  let text = known.get(name);
  if (text === undefined) known.set(name, (text = statement().compile().sql));
  return text;
};

/** A row's cells in the order of the columns. */
export const cellsOf = (table: AnyTable, row: OwnedRow): readonly Cell[] =>
  columnsOf(table).map((column) => (row as unknown as Record<string, Cell>)[column] as Cell);

/** The rows of a file, or of a review, in the table, as cells. */
export const readCells = async (
  db: Kysely<ReadSchema>,
  table: AnyTable,
  owner: string,
): Promise<readonly (readonly Cell[])[]> => {
  const sql = written(db, `select ${table.name}`, () =>
    untyped(db)
      .selectFrom(table.name)
      .select([...columnsOf(table)])
      .where(ownerOf(table), '=', owner),
  );
  // Without the plugins no column is renamed, so the cells come in the order of the select list.
  const { rows } = await db
    .withoutPlugins()
    .executeQuery(CompiledQuery.raw(`${ROWS_AS_ARRAYS}${sql}`, [owner]));
  return rows.map((row) =>
    Array.isArray(row) ? (row as readonly Cell[]) : Object.values(row as Record<string, Cell>),
  );
};

/** Deletes a row by its owner and key, taken from its cells. */
export const deleteRow = async (
  db: Kysely<ReadSchema>,
  table: AnyTable,
  cells: readonly Cell[],
): Promise<void> => {
  const columns = columnsOf(table);
  let statement = untyped(db).deleteFrom(table.name);
  for (const column of [ownerOf(table), ...table.key])
    statement = statement.where(column, '=', cells[columns.indexOf(column)]);
  await statement.execute();
};
