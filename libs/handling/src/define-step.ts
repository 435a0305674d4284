import type { PersonalFileEventType, Step } from '@rt/domain';
import type { DtoClass } from './constraints';
import type { Permission } from './permission';
import type { Text } from '@rt/domain';

/** What an event type is called, on every screen and page, and what its payload must look like. */
export interface PayloadDefinition<D extends object = object> {
  readonly title: Text;
  readonly dto: DtoClass<D>;
}

/** What the write side must know of an event type beyond what the domain says of it. */
export interface EventDefinition<D extends object = object> extends PayloadDefinition<D> {
  readonly permission: Permission;
}

export interface StepDefinition {
  readonly step: Step;
  readonly title: Text;
  readonly events: Readonly<Partial<Record<PersonalFileEventType, EventDefinition>>>;
}
