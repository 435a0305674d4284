/**
 * The words in which events are declared. A declaration is plain data: what a type is called, who may record it, and its fields in the
 * order of the form. Types, ids, checks, schemas and forms are derived from it, here and in `handling`.
 */
import type { Instant, LocalDate, LocalTime } from './calendar';
import { itemsMax, longTextMax, shortTextMax, textMax } from './bounds';
import { THING_NAMES } from './ids';
import type { BoardId, EventId, ProviderId, ThingIds, ThingKind, UnitId, UserId } from './ids';
import type { Permission } from './permission';

export interface Text {
  readonly sv: string;
  readonly en: string;
}

/**
 * `optional` is left out of the payload; `nullable` reads as null, a fact of its own; `either` tells the two apart; `made`: the id of a
 * new thing, minted when left out; `machine`: never said by a caller.
 */
export type Presence = 'required' | 'optional' | 'nullable' | 'either' | 'made' | 'machine';

/** The type of a field's value stands under a key that no object has: for the compiler alone. */
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

/** What a field holds, as data: everything that is derived from a field looks at this. */
export type Holds =
  | { readonly is: 'text'; readonly max: number }
  | { readonly is: 'code'; readonly list: CodeList }
  | { readonly is: 'day'; readonly notBefore?: string }
  | { readonly is: 'whole'; readonly min: number; readonly max: number }
  | { readonly is: 'id'; readonly role: 'creates' | 'about' | 'refersTo'; readonly kind: ThingKind }
  | { readonly is: 'id'; readonly role: 'none' }
  | { readonly is: 'directoryId'; readonly of: keyof DirectoryIds }
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

/** A list of codes with what each is called. A code is stored for ever: it may be retired, never renamed. */
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

/** The payload that fields describe; of no fields, an object that can have none. */
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

// ---- The fields. Two words after the name of a kind are what the field is called, in Swedish and in English.

interface More {
  /** Where the name alone leaves a guess. */
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
/** May be null, which is what leaving it out says: none, as a fact. */
export const orNone = <V>(field: Field<V, 'required'>): Field<V | null, 'nullable'> =>
  present(field, 'nullable');
/** Left out: unchanged; null: none. */
export const changed = <V>(field: Field<V, 'required'>): Field<V | null, 'either'> =>
  present(field, 'either');
/** Added by the machine. */
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
/** A code that the municipality gives: letters a to z and digits. In a list that is being adopted, so in force nowhere yet. */
export const codeWord = (sv: string, en: string, more?: More) =>
  field<string>({ is: 'codeWord' }, sv, en, more);
/** A short name that stands in addresses and stream names. */
export const designation = <Id extends string>(sv: string, en: string, more?: More) =>
  field<Id>({ is: 'designation' }, sv, en, more);
/** The parameters of a rule: numbers, and lists of short texts. */
export const settings = (sv: string, en: string, more?: More) =>
  field<Readonly<Record<string, number | readonly string[]>>>({ is: 'settings' }, sv, en, more);
/** A code of the municipality's list of measures; it has to be in force on the step's day. */
export const measure = () => field<string>({ is: 'measure' }, 'Insats', 'Measure');
/** A code of the municipality's list of life areas; it has to be in force on the step's day. */
export const lifeArea = () => field<string>({ is: 'lifeArea' }, 'Livsområde', 'Life area');
/** An object of any fields, which somebody else checks. */
export const anyObject = (sv: string, en: string, more?: More) =>
  field<object>({ is: 'object' }, sv, en, more);

export interface DirectoryIds {
  user: UserId;
  unit: UnitId;
  board: BoardId;
  provider: ProviderId;
  /** Which of the two, another field says. */
  boardOrUnit: string;
}
/** An id that the municipality's own directory gave. */
export const directoryId = <D extends keyof DirectoryIds>(of: D, sv: string, en: string, more?: More) =>
  field<DirectoryIds[D]>({ is: 'directoryId', of }, sv, en, more);

/** An object with fields of its own; `oneOf`: exactly one of these groups of fields is given, and whole. */
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

// ---- Ids of the things of a file. What they are called follows from the kind.

/** The id of the thing that the event brings into being, in the field `<kind>Id`. */
export interface Creates<K extends ThingKind> extends Field<ThingIds[K], 'made'> {
  readonly creates: K;
}
/** The id of the thing that the event says more of, in the field `<kind>Id`. */
export interface About<K extends ThingKind> extends Field<ThingIds[K], 'required'> {
  readonly about: K;
}

export const creates = <K extends ThingKind>(kind: K): Creates<K> =>
  present(idOf('creates', kind), 'made') as unknown as Creates<K>;
export const about = <K extends ThingKind>(kind: K): About<K> => idOf('about', kind) as unknown as About<K>;
/** Another thing of the file. */
export const refersTo = <K extends ThingKind>(kind: K, sv?: string, en?: string) =>
  idOf<ThingIds[K]>('refersTo', kind, sv, en);
export const refersToSome = <K extends ThingKind>(kind: K, sv: string, en: string) =>
  listOf(refersTo(kind, sv, en), true);
/** An id that is no reference of the entry itself. */
export const plainId = <Id extends string>(sv: string, en: string) =>
  field<Id>({ is: 'id', role: 'none' }, sv, en);
export const entryId = () => plainId<EventId>('Anteckning', 'Entry');

const idOf = <V>(
  role: 'creates' | 'about' | 'refersTo',
  kind: ThingKind,
  sv: string = THING_NAMES[kind].sv,
  en: string = THING_NAMES[kind].en,
) => field<V>({ is: 'id', role, kind }, sv, en);

// ---- Events and steps

/** From a payload of version n to version n + 1. */
export type Upcaster = (data: object) => object;

export interface EventDeclaration<F extends Fields = Fields> {
  readonly title: Text;
  /** Left out: as the step says. */
  readonly permission?: Permission;
  readonly case?: 'required' | 'optional';
  /** May happen while the case is closed: appeals, corrections, notes and reports come afterwards by nature. */
  readonly whileClosed?: true;
  /** Sealed with a key of its own, so that this entry alone can be made unreadable. */
  readonly ownKey?: true;
  /** Refused on a day before the thing it is about came into being. */
  readonly afterItsThing?: true;
  /** What raises older payloads, from version 1 on. */
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
  /** What holds for its events unless one says otherwise. */
  readonly permission: Permission;
  readonly case: 'required' | 'optional';
}

export const event = <F extends Fields>(said: EventDeclaration<F>): EventDeclaration<F> => said;
export const step = <E extends EventDeclarations>(said: StepDeclaration<E>): StepDeclaration<E> => said;
export const vocabulary = <E extends EventDeclarations>(
  said: VocabularyDeclaration<E>,
): VocabularyDeclaration<E> => said;

/** An event of a type, as its fields describe it. */
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
