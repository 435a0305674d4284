/**
 * The functions with which event types are declared. A declaration is plain data: the title of a type, the permission to record it, and its
 * fields in the order of the form. Types, ids, checks, schemas and forms are derived from it, here and in `handling`.
 */
import type { Instant, LocalDate, LocalTime } from './calendar';
import { itemsMax, longTextMax, shortTextMax, textMax } from './bounds';
import { THING_NAMES } from './ids';
import type { BoardId, EventId, ProviderId, ThingIds, ThingKind, UnitId, UserId } from './ids';
import type { RecordingPermission } from './permission';

export interface Text {
  readonly sv: string;
  readonly en: string;
}
export type Language = keyof Text;

/**
 * `optional`: may be left out of the payload. `nullable`: may be null or left out, and both are stored as null, which is a fact of its own.
 * `either`: may be left out or null, with different meanings. `made`: the id of a new thing, minted if it is left out. `machine`: set by the
 * program, never by a caller.
 */
export type Presence = 'required' | 'optional' | 'nullable' | 'either' | 'made' | 'machine';

/** A key that holds the type of a field's value for the compiler. No object has it at run time. */
declare const value: unique symbol;
type Value = typeof value;

export interface Field<V = unknown, P extends Presence = Presence> {
  readonly holds: Holds;
  readonly presence: P;
  readonly label: Text;
  readonly help?: Text;
  readonly [value]: V;
}

export type Fields = Readonly<Record<string, Field>>;

/** What a field holds, as data. Everything that is derived from a field is derived from this. */
export type Holds =
  | { readonly is: 'text'; readonly max: number }
  | { readonly is: 'code'; readonly list: CodeList }
  | { readonly is: 'day'; readonly notBefore?: string }
  | { readonly is: 'whole'; readonly min: number; readonly max: number }
  | { readonly is: 'id'; readonly role: 'creates' | 'about' | 'refersTo'; readonly kind: ThingKind }
  | { readonly is: 'id'; readonly role: 'none' }
  | { readonly is: 'directoryId'; readonly of: keyof DirectoryIds; readonly ofBoard?: true }
  | { readonly is: 'part'; readonly fields: Fields; readonly oneOf?: readonly (readonly string[])[] }
  | {
      readonly is: 'list';
      readonly of: Holds;
      readonly min: number;
      readonly max: number;
      readonly distinct: boolean;
    }
  | {
      readonly is:
        | 'time'
        | 'flag'
        | 'amount'
        | 'quarter'
        | 'instant'
        | 'ruleId'
        | 'statute'
        | 'codeWord'
        | 'designation'
        | 'settings'
        | 'measure'
        | 'lifeArea'
        | 'identity'
        | 'object';
    };

/** A list of codes with the label of each. Codes are stored for ever: a code may be retired, but never renamed. */
export interface CodeList<C extends string = string> extends ReadonlyArray<C> {
  readonly labels: Readonly<Record<C, Text>>;
}

export const codeList = <C extends string>(
  said: Readonly<Record<C, readonly [sv: string, en: string]>>,
): CodeList<C> => {
  const codes = Object.keys(said) as C[];
  const labels = Object.fromEntries(codes.map((code) => [code, { sv: said[code][0], en: said[code][1] }]));
  return Object.assign(codes, { labels }) as unknown as CodeList<C>;
};

// ---- The type of a payload

type Omissible = 'optional' | 'either';

/** The payload that the fields describe. Without fields, it is an object that may have no property. */
export type Payload<F extends Fields> = [keyof F] extends [never]
  ? Readonly<Record<string, never>>
  : Given<F> & Omitted<F> extends infer P
    ? { readonly [K in keyof P]: P[K] }
    : never;
type Given<F extends Fields> = {
  readonly [K in keyof F as F[K]['presence'] extends Omissible ? never : K]: F[K][Value];
};
type Omitted<F extends Fields> = {
  readonly [K in keyof F as F[K]['presence'] extends Omissible ? K : never]?: F[K][Value];
};

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

export interface DirectoryIds {
  user: UserId;
  unit: UnitId;
  board: BoardId;
  provider: ProviderId;
  /** Another field says which of the two it is. */
  boardOrUnit: string;
}
/** An id from the municipality's own directory. */
export const directoryId = <D extends keyof DirectoryIds>(of: D, sv: string, en: string, more?: More) =>
  field<DirectoryIds[D]>({ is: 'directoryId', of }, sv, en, more);
/** A user of the file's own board. The write side asks the directory; the domain cannot know. */
export const boardMember = (sv: string, en: string, more?: More) =>
  field<UserId>({ is: 'directoryId', of: 'user', ofBoard: true }, sv, en, more);

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

/** The id of the thing that the event creates, in the field `<kind>Id`. */
export interface Creates<K extends ThingKind> extends Field<ThingIds[K], 'made'> {
  readonly creates: K;
}
/** The id of the existing thing that the event is about, in the field `<kind>Id`. */
export interface About<K extends ThingKind> extends Field<ThingIds[K], 'required'> {
  readonly about: K;
}

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

// ---- Events and steps

/** Converts a payload from version n to version n + 1. */
export type Upcaster = (data: object) => object;

export interface EventDeclaration<F extends Fields = Fields> {
  readonly title: Text;
  /** Says which day `occurredOn` is, if the title alone does not. */
  readonly day?: Text;
  /** If it is left out, the permission of the step applies. */
  readonly permission?: RecordingPermission;
  readonly case?: 'required' | 'optional';
  /** May happen while the case is closed. Appeals, corrections, notes and reports often come afterwards. */
  readonly whileClosed?: true;
  /** The event is refused if its day is before the creation of the thing that it is about. */
  readonly afterItsThing?: true;
  /** Converters for older payloads: the first from version 1 to 2, and so on. */
  readonly upcasters?: readonly Upcaster[];
  /** In the order of the form. */
  readonly fields: F;
}

type EventDeclarations = Readonly<Record<string, EventDeclaration>>;

/** The events of one kind of stream, or of one handling step. */
export interface VocabularyDeclaration<E extends EventDeclarations = EventDeclarations> {
  readonly title: Text;
  readonly events: E;
}

export interface StepDeclaration<
  E extends EventDeclarations = EventDeclarations,
> extends VocabularyDeclaration<E> {
  /** Permission and case apply to every event of the step that does not declare its own. */
  readonly permission: RecordingPermission;
  readonly case: 'required' | 'optional';
}

export const event = <F extends Fields>(said: EventDeclaration<F>): EventDeclaration<F> => said;
export const step = <E extends EventDeclarations>(said: StepDeclaration<E>): StepDeclaration<E> => said;
export const vocabulary = <E extends EventDeclarations>(
  said: VocabularyDeclaration<E>,
): VocabularyDeclaration<E> => said;

/** An event of a type, with the payload that its fields describe. */
export interface Happened<T extends string, F extends Fields> {
  readonly type: T;
  readonly data: Payload<F>;
}
/** One event of a step, by its type. */
export type EventIn<
  S extends { readonly events: EventDeclarations },
  T extends keyof S['events'] & string,
> = Happened<T, S['events'][T]['fields']>;
/** Every event of a step. */
export type EventsIn<S extends { readonly events: EventDeclarations }> = {
  [T in keyof S['events'] & string]: Happened<T, S['events'][T]['fields']>;
}[keyof S['events'] & string];
