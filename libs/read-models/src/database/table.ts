import type { FileId } from '@rt/domain';

/**
 * What a column may hold: ids, codes, days, numbers. There is no kind for a text or a name, and none is to be added: names and
 * texts stand in the clear in no read model. `codes` is a JSON text made of ids, codes, days and numbers alone; `sealed` is a text
 * sealed with the file's own key, `hash` a keyed hash (see `FileTexts`).
 */
export const COLUMN_KINDS = [
  'id',
  'code',
  'day',
  'instant',
  'integer',
  'amount',
  'flag',
  'codes',
  'sealed',
  'hash',
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** True and false as every engine stores and compares them. */
export type Flag = 0 | 1;

/** Every row is made of one personal file, and goes when the file goes. */
export interface FileRow {
  readonly fileId: FileId;
}

export interface Index<Row> {
  readonly name: string;
  readonly columns: readonly (keyof Row & string)[];
  /** Only the rows where a column has this value. */
  readonly where?: readonly [column: keyof Row & string, value: string];
}

/** A table of a read model. A column whose value may be null bears a question mark. */
export interface Table<Row extends FileRow> {
  readonly name: string;
  readonly columns: {
    readonly [C in keyof Row & string]-?: null extends Row[C] ? `${ColumnKind}?` : ColumnKind;
  };
  /** What tells a file's rows apart, beside `fileId`. */
  readonly key: readonly (keyof Row & string)[];
  readonly indexes: readonly Index<Row>[];
}

/** A value as every engine binds it. */
export type Cell = string | number | null;

/** A table of whatever rows, as the runner handles it. */
export interface AnyTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly key: readonly string[];
  readonly indexes: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly where?: readonly [column: string, value: string];
  }[];
}

export const columnsOf = (table: AnyTable): readonly string[] => Object.keys(table.columns);
