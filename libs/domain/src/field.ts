/** What a field of an event is, as data, and the type of the payload that fields describe. */
import type { BoardId, ProviderId, ThingIds, ThingKind, UnitId, UserId } from './ids';

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
  | {
      readonly is: 'directoryId';
      readonly of: keyof DirectoryIds;
      readonly ofBoard?: true;
      /** Only with `ofBoard`. */
      readonly role?: 'caseWorker';
    }
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

/** The ids of the municipality's own directory. */
export interface DirectoryIds {
  user: UserId;
  unit: UnitId;
  board: BoardId;
  provider: ProviderId;
  /** Another field says which of the two it is. */
  boardOrUnit: string;
}

/** The id of the thing that the event creates, in the field `<kind>Id`. */
export interface Creates<K extends ThingKind> extends Field<ThingIds[K], 'made'> {
  readonly creates: K;
}
/** The id of the existing thing that the event is about, in the field `<kind>Id`. */
export interface About<K extends ThingKind> extends Field<ThingIds[K], 'required'> {
  readonly about: K;
}
