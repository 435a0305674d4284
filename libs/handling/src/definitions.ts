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

/** The title of an event type, and the class that checks its payload. */
export interface PayloadDefinition<D extends object = object> {
  readonly title: Text;
  /** Describes which day `occurredOn` is, if the title alone does not. */
  readonly day?: Text;
  readonly dto: DtoClass<D>;
}

export interface EventDefinition extends PayloadDefinition {
  readonly permission: RecordingPermission;
}

/** The parts of the declaration of an event type that the write side uses. */
export const definitionOf = (type: PersonalFileEventType): EventDefinition => {
  const { title, day, permission = STEPS[stepOf(type)].permission, fields } = DECLARED[type];
  return { title, ...(day && { day }), permission, dto: dtoOf(fields, type) };
};
