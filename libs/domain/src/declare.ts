/**
 * The functions with which event types are declared. A declaration is plain data: the title of a type, the permission to record it, and its
 * fields in the order of the form. Types, ids, checks, schemas and forms are derived from it, here and in `handling`.
 */
import type { Instant, LocalDate, LocalTime } from './calendar';
import { itemsMax, longTextMax, shortTextMax, textMax } from './bounds';
import type {
  About,
  CodeList,
  Creates,
  DirectoryIds,
  Field,
  Fields,
  Holds,
  Payload,
  Presence,
} from './field';
import { THING_NAMES } from './ids';
import type { EventId, ThingIds, ThingKind, UserId } from './ids';

export * from './event-declaration';
export * from './field';

// ---- The fields. `sv` and `en` are the Swedish and the English label of the field.

export interface More {
  /** A help text of one short line, if the label alone does not say what to write, what counts or what follows. */
  readonly help?: readonly [sv: string, en: string];
}

export const field = <V>(holds: Holds, sv: string, en: string, { help }: More = {}): Field<V, 'required'> =>
  ({
    holds,
    presence: 'required',
    label: { sv, en },
    ...(help && { help: { sv: help[0], en: help[1] } }),
  }) as unknown as Field<V, 'required'>;

const present = <V, P extends Presence>(field: Field<unknown, Presence>, presence: P): Field<V, P> =>
  ({ ...field, presence }) as unknown as Field<V, P>;

/** May be left out. */
export const optional = <V>(field: Field<V, 'required'>): Field<V, 'optional'> => present(field, 'optional');
/** May be null or left out. Both mean that there is none, which is a fact. */
export const orNone = <V>(field: Field<V, 'required'>): Field<V | null, 'nullable'> =>
  present(field, 'nullable');
/** Left out means unchanged; null means that there is none. */
export const changed = <V>(field: Field<V, 'required'>): Field<V | null, 'either'> =>
  present(field, 'either');
/** May be left out of a request. The write side completes it, so the stored payload always has it. */
export const completed = <V>(field: Field<V, 'required'>): Field<V, 'made'> => present(field, 'made');
/** Set by the program, never by a caller. */
export const byMachine = <V>(field: Field<V, 'required'>): Field<V, 'machine'> => present(field, 'machine');

const textOf =
  (max: number) =>
  (sv: string, en: string, more?: More): Field<string, 'required'> =>
    field({ is: 'text', max }, sv, en, more);
/** A name, a title, a heading. */
export const shortText = textOf(shortTextMax);
/** A reason, a note on one matter. */
export const text = textOf(textMax);
/** A text of several paragraphs. */
export const longText = textOf(longTextMax);

export const code = <C extends string>(list: CodeList<C>, sv: string, en: string, more?: More) =>
  field<C>({ is: 'code', list }, sv, en, more);
export const day = (sv: string, en: string, more: More & { readonly notBefore?: string } = {}) =>
  field<LocalDate>(
    { is: 'day', ...(more.notBefore !== undefined && { notBefore: more.notBefore }) },
    sv,
    en,
    more,
  );
export const time = (sv: string, en: string, more?: More) => field<LocalTime>({ is: 'time' }, sv, en, more);
export const flag = (sv: string, en: string, more?: More) => field<boolean>({ is: 'flag' }, sv, en, more);
export const amount = (sv: string, en: string, more?: More) => field<number>({ is: 'amount' }, sv, en, more);
export const whole = (min: number, max: number, sv: string, en: string, more?: More) =>
  field<number>({ is: 'whole', min, max }, sv, en, more);
export const quarter = (sv: string, en: string, more?: More) =>
  field<string>({ is: 'quarter' }, sv, en, more);
export const ruleId = (sv: string, en: string, more?: More) => field<string>({ is: 'ruleId' }, sv, en, more);
export const statute = (sv: string, en: string, more?: More) =>
  field<string>({ is: 'statute' }, sv, en, more);
export const instant = (sv: string, en: string, more?: More) =>
  field<Instant>({ is: 'instant' }, sv, en, more);
/** A code that the municipality chooses, of letters a to z and digits. It is not checked to be in force, because the list with it is being adopted. */
export const codeWord = (sv: string, en: string, more?: More) =>
  field<string>({ is: 'codeWord' }, sv, en, more);
/** A short name that is used in URLs and stream names. */
export const designation = <Id extends string>(sv: string, en: string, more?: More) =>
  field<Id>({ is: 'designation' }, sv, en, more);
/** The parameters of a rule: numbers, and lists of short texts. */
export const settings = (sv: string, en: string, more?: More) =>
  field<Readonly<Record<string, number | readonly string[]>>>({ is: 'settings' }, sv, en, more);
/** A code of the municipality's list of measures; it has to be in force on the step's day. */
export const measure = (more?: More) => field<string>({ is: 'measure' }, 'Insats', 'Measure', more);
/** A code of the municipality's list of life areas; it has to be in force on the step's day. */
export const lifeArea = (more?: More) => field<string>({ is: 'lifeArea' }, 'Livsområde', 'Life area', more);
/** An object with any fields. Other code checks them. */
export const anyObject = (sv: string, en: string, more?: More) =>
  field<object>({ is: 'object' }, sv, en, more);

/** An id from the municipality's own directory. */
export const directoryId = <D extends keyof DirectoryIds>(of: D, sv: string, en: string, more?: More) =>
  field<DirectoryIds[D]>({ is: 'directoryId', of }, sv, en, more);
/** A user of the file's own board. The write side asks the directory; the domain cannot know. */
export const boardMember = (sv: string, en: string, more?: More) =>
  field<UserId>({ is: 'directoryId', of: 'user', ofBoard: true }, sv, en, more);

/** A case worker of the file's own board. */
export const caseWorker = (sv: string, en: string, more?: More) =>
  field<UserId>({ is: 'directoryId', of: 'user', ofBoard: true, role: 'caseWorker' }, sv, en, more);

/** An object with fields of its own. `oneOf`: exactly one of these groups of fields must be given, and all fields of that group. */
export const part = <F extends Fields>(
  fields: F,
  sv: string,
  en: string,
  more: More & { readonly oneOf?: readonly (readonly (keyof F & string)[])[] } = {},
) => field<Payload<F>>({ is: 'part', fields, ...(more.oneOf && { oneOf: more.oneOf }) }, sv, en, more);

const listOf = <V>(
  { holds, label, help }: Field<V, 'required'>,
  distinct: boolean,
  max = itemsMax,
  min = 0,
): Field<readonly V[], 'required'> =>
  ({
    holds: { is: 'list', of: holds, min, max, distinct },
    presence: 'required',
    label,
    ...(help && { help }),
  }) as unknown as Field<readonly V[], 'required'>;

export const statutes = (sv: string, en: string, more?: More) => listOf(statute(sv, en, more), true);
export const codeWords = (sv: string, en: string, more?: More) => listOf(codeWord(sv, en, more), true);
export const texts = (sv: string, en: string, more?: More) => listOf(text(sv, en, more), false);
export const codes = <C extends string>(list: CodeList<C>, sv: string, en: string, more?: More) =>
  listOf(code(list, sv, en, more), true, list.length);
export const directoryIds = <D extends keyof DirectoryIds>(of: D, sv: string, en: string, more?: More) =>
  listOf(directoryId(of, sv, en, more), true);
export const parts = <F extends Fields>(
  fields: F,
  sv: string,
  en: string,
  { min = 0, max = itemsMax, ...more }: More & { readonly min?: number; readonly max?: number } = {},
) => listOf(part(fields, sv, en, more), false, max, min);

// ---- Ids of the things of a file. An id without a label of its own has the name of its kind of thing as label.

const idOf = <V>(
  role: 'creates' | 'about' | 'refersTo',
  kind: ThingKind,
  sv: string = THING_NAMES[kind].sv,
  en: string = THING_NAMES[kind].en,
  more?: More,
) => field<V>({ is: 'id', role, kind }, sv, en, more);

export const creates = <K extends ThingKind>(kind: K): Creates<K> =>
  present(idOf('creates', kind), 'made') as unknown as Creates<K>;
export const about = <K extends ThingKind>(kind: K, sv?: string, en?: string, more?: More): About<K> =>
  idOf('about', kind, sv, en, more) as unknown as About<K>;
/** The id of another thing of the file. */
export const refersTo = <K extends ThingKind>(kind: K, sv?: string, en?: string, more?: More) =>
  idOf<ThingIds[K]>('refersTo', kind, sv, en, more);
export const refersToSome = <K extends ThingKind>(kind: K, sv: string, en: string, more?: More) =>
  listOf(refersTo(kind, sv, en, more), true);
/** An id that is not checked as a reference to a thing of the file. */
export const plainId = <Id extends string>(sv: string, en: string, more?: More) =>
  field<Id>({ is: 'id', role: 'none' }, sv, en, more);
export const entryId = () => plainId<EventId>('Anteckning', 'Entry');
