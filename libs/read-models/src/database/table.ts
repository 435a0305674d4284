import type { FileId, ReviewId, Shape, Shaped, UnitId } from '@rt/domain';
import type { Column } from './columns';

/** A row that is derived from one personal file and is deleted together with it. */
export interface FileRow {
  readonly fileId: FileId;
}

/** A row that is derived from one stream: from a personal file, a review or a unit. */
export type OwnedRow = FileRow | { readonly reviewId: ReviewId } | { readonly unitId: UnitId };

export interface Index<Row> {
  readonly name: string;
  readonly columns: readonly (keyof Row & string)[];
  /** The index covers only rows in which the column has this value. */
  readonly where?: readonly [column: keyof Row & string, value: string];
}

type Columns = Readonly<Record<string, Column>>;
export type RowIn<C extends Columns> = { readonly [N in keyof C]: Shaped<C[N]['shape']> };

/** A table of a read model. */
export interface Table<Row extends OwnedRow> {
  readonly name: string;
  /** The column that says which stream a row is derived from; left out: `fileId`. */
  readonly owner?: 'reviewId' | 'unitId';
  readonly columns: { readonly [N in keyof Row]: Column<Row[N]> };
  /** The columns that, together with the owner, identify a row. */
  readonly key: readonly (keyof Row & string)[];
  readonly indexes: readonly Index<Row>[];
}

/** Declares a table. `RowOf` is the type of its rows. */
export const table = <C extends Columns>(
  name: string,
  columns: C & { readonly [N in keyof C]: Column<Shaped<C[N]['shape']>> },
  more: Omit<TableWith<C>, 'name' | 'columns'>,
): TableWith<C> => ({ name, columns, ...more }) as unknown as TableWith<C>;

type TableWith<C extends Columns> = RowIn<C> extends OwnedRow ? Table<RowIn<C>> : never;

export type RowOf<T> = T extends Table<infer Row> ? Row : never;

/** The shapes of a table's columns, for an answer. */
export const shapesOf = <Row extends OwnedRow>({
  columns,
}: Table<Row>): { readonly [N in keyof Row]: Shape<Row[N]> } =>
  Object.fromEntries(
    Object.entries<Column>(columns).map(([name, { shape }]) => [name, shape]),
  ) as unknown as { readonly [N in keyof Row]: Shape<Row[N]> };

/** A value that every database engine can bind. */
export type Cell = string | number | null;

/** A table with any type of row, for the runner. */
export interface AnyTable {
  readonly name: string;
  readonly owner?: string;
  readonly columns: Columns;
  readonly key: readonly string[];
  readonly indexes: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly where?: readonly [column: string, value: string];
  }[];
}

export const ownerOf = (table: AnyTable): string => table.owner ?? 'fileId';

export const columnsOf = (table: AnyTable): readonly string[] => Object.keys(table.columns);
