/** The functions with which the columns of a table are declared. The type of a row is derived from its columns, and so is the shape of its values in an answer. */
import { shape, type Instant, type LocalDate, type Shape } from '@rt/domain';

/**
 * What a column may hold: ids, codes, days and numbers. There is no kind for plain texts or names, and none may be added: no read model stores them
 * in the clear. `codes` is JSON that contains only ids, codes, days and numbers; `sealed` is a text sealed with the file's own key; `hash` is a keyed
 * hash (see `FileTexts`).
 */
export type ColumnKind = 'id' | 'code' | 'day' | 'instant' | 'integer' | 'flag' | 'codes' | 'sealed' | 'hash';

/** True and false, in the form that every database engine stores and compares. */
export type Flag = 0 | 1;

/** How the values of a column are stored, and their shape in an answer. */
export interface Column<V = unknown> {
  readonly kind: ColumnKind;
  readonly nullable: boolean;
  readonly shape: Shape<V>;
}

const column = <V>(kind: ColumnKind, of: Shape<V>): Column<V> => ({ kind, nullable: false, shape: of });

/** The id of a file, an event or a thing of a file. */
export const uuid = <Id extends string>(): Column<Id> => column('id', shape.uuid<Id>());
/** An id of another form: of the municipality's directory, of a finding, of a review. */
export const id = <Id extends string = string>(): Column<Id> => column('id', shape.text<Id>());
/** @param known left out: the list is the municipality's own, or too long to be described */
export const code = <C extends string = string>(known?: readonly C[]): Column<C> =>
  column('code', known === undefined ? shape.text<C>() : shape.oneOf(known));
export const day = (): Column<LocalDate> => column('day', shape.day());
export const instant = (): Column<Instant> => column('instant', shape.instant());
export const integer = (): Column<number> => column('integer', shape.count());
export const flag = (): Column<Flag> => column('flag', shape.count() as Shape<Flag>);
export const codes = (): Column<string> => column('codes', shape.text());
export const sealed = (): Column<string> => column('sealed', shape.text());
export const hash = (): Column<string> => column('hash', shape.text());
export const orNull = <V>({ kind, shape: of }: Column<V>): Column<V | null> => ({
  kind,
  nullable: true,
  shape: shape.orNull(of),
});
