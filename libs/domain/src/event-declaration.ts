/** What an event type, a handling step and a kind of stream declare, and the events that follow from it. */
import type { Fields, Payload, Text } from './field';
import type { RecordingPermission } from './permission';

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
