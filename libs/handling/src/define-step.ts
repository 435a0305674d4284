import type { EventOf, PersonalFileEventType, STEPS, Step } from '@rt/domain';
import type { DtoClass } from './constraints';
import type { Permission } from './permission';
import type { SameShape } from './same-shape';
import type { Text } from './text';

/** What an event type is called, on every screen and page, and what its payload must look like. */
export interface PayloadDefinition<D extends object = object> {
  readonly title: Text;
  readonly dto: DtoClass<D>;
}

/** What the write side must know of an event type beyond what the domain says of it. */
export interface EventDefinition<D extends object = object> extends PayloadDefinition<D> {
  readonly permission: Permission;
}

export interface StepDefinition<S extends Step = Step> {
  readonly step: S;
  readonly title: Text;
  readonly events: Readonly<Record<TypeIn<S>, EventDefinition>>;
}

type TypeIn<S extends Step> = keyof (typeof STEPS)[S] & PersonalFileEventType;

/** Turns the definition of a type whose DTO is not the domain's payload into an error that says which. */
type Faithful<Events> = {
  readonly [T in keyof Events]: Events[T] extends { readonly dto: DtoClass<infer D> }
    ? T extends PersonalFileEventType
      ? SameShape<D, EventOf<T>['data']> extends true
        ? unknown
        : { readonly dto: `differs from the payload of ${T}` }
      : `${T & string} is no event type`
    : unknown;
};

/**
 * A handling step on the write side: every event type of the step with its title, DTO and permission. A type that is left out,
 * or whose DTO differs from the domain's payload, does not compile. The decider is the domain's, and found by the type.
 */
export const defineStep = <S extends Step, Events extends Readonly<Record<TypeIn<S>, EventDefinition>>>(
  step: S,
  title: Text,
  events: Events & Faithful<Events>,
): StepDefinition<S> => ({ step, title, events });
