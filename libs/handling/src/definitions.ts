import {
  DECLARED,
  stepOf,
  STEPS,
  type PersonalFileEventType,
  type RecordingPermission,
  type Text,
} from '@rt/domain';
import type { DtoClass } from './constraints';
import { dtoOf } from './dto';

/** What an event type is called, and the class that its payload is checked against. */
export interface PayloadDefinition<D extends object = object> {
  readonly title: Text;
  /** Says which day `occurredOn` is, if the title alone does not. */
  readonly day?: Text;
  readonly dto: DtoClass<D>;
}

export interface EventDefinition extends PayloadDefinition {
  readonly permission: RecordingPermission;
}

/** What the write side needs of an event type, from its declaration. */
export const definitionOf = (type: PersonalFileEventType): EventDefinition => {
  const { title, day, permission = STEPS[stepOf(type)].permission, fields } = DECLARED[type];
  return { title, ...(day && { day }), permission, dto: dtoOf(fields, type) };
};
