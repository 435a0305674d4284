/** The functions with which the columns of a table are declared. The type of a row is derived from its columns, and so is the shape of its values in an answer. */
import { shape, type Instant, type LocalDate, type Shape } from '@rt/domain';

/**
 * What a column may hold: ids, codes and days. There is no kind for texts, names, amounts or yes and no, and none may be added: what says such a thing
 * about a person is `sealed` with the file's own key, or a keyed `hash` of the installation where rows of many files are compared (see `FileTexts`).
 * `ids` is a JSON array of ids. `settings` is a JSON object with the numbers of a rule that applied: the municipality's own, the same for everybody.
 * `version` is the version of a rule, `ordinal` a place in a list.
 */
export type ColumnKind =
  'id' | 'ids' | 'code' | 'day' | 'instant' | 'settings' | 'version' | 'ordinal' | 'sealed' | 'hash';

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
export const ids = (): Column<string> => column('ids', shape.text());
export const settings = (): Column<string> => column('settings', shape.text());
export const version = (): Column<number> => column('version', shape.count());
export const ordinal = (): Column<number> => column('ordinal', shape.count());
export const sealed = (): Column<string> => column('sealed', shape.text());
export const hash = (): Column<string> => column('hash', shape.text());
export const orNull = <V>({ kind, shape: of }: Column<V>): Column<V | null> => ({
  kind,
  nullable: true,
  shape: shape.orNull(of),
});
