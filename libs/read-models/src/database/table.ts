import type { FileId, ReviewId } from '@rt/domain';

/**
 * What a column may hold: ids, codes, days and numbers. There is no kind for plain texts or names, and none may be added: no read model stores them
 * in the clear. `codes` is JSON that contains only ids, codes, days and numbers; `sealed` is a text sealed with the file's own key; `hash` is a keyed
 * hash (see `FileTexts`).
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

/** True and false, in the form that every database engine stores and compares. */
export type Flag = 0 | 1;

/** A row that is derived from one personal file and is deleted together with it. */
export interface FileRow {
  readonly fileId: FileId;
}

/** A row that is derived from one stream: from a personal file, or from a review. */
export type OwnedRow = FileRow | { readonly reviewId: ReviewId };

export interface Index<Row> {
  readonly name: string;
  readonly columns: readonly (keyof Row & string)[];
  /** The index covers only rows in which the column has this value. */
  readonly where?: readonly [column: keyof Row & string, value: string];
}

/** A table of a read model. The kind of a column that may be null ends with a question mark. */
export interface Table<Row extends OwnedRow> {
  readonly name: string;
  /** The column that says which stream a row is derived from; left out: `fileId`. */
  readonly owner?: 'reviewId';
  readonly columns: {
    readonly [C in keyof Row & string]-?: null extends Row[C] ? `${ColumnKind}?` : ColumnKind;
  };
  /** The columns that, together with the owner, identify a row. */
  readonly key: readonly (keyof Row & string)[];
  readonly indexes: readonly Index<Row>[];
}

/** A value that every database engine can bind. */
export type Cell = string | number | null;

/** A table with any type of row, for the runner. */
export interface AnyTable {
  readonly name: string;
  readonly owner?: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly key: readonly string[];
  readonly indexes: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly where?: readonly [column: string, value: string];
  }[];
}

export const ownerOf = (table: AnyTable): string => table.owner ?? 'fileId';

export const columnsOf = (table: AnyTable): readonly string[] => Object.keys(table.columns);
