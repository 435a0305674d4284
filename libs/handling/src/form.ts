import {
  DECLARED,
  field,
  formOf,
  SPECS,
  type FormLine,
  type PersonalFileEventType,
  type UnitEvent,
} from '@rt/domain';
import { OPEN_FILE_FIELDS } from './command-input';
import type { JsonSchema } from './constraints';
import { openingSchema, schemaOf, unitSchemaOf } from './schema';
import { stepInput } from './step-input';
import { formOfUnitEvent } from './unit/unit.dto';

/** The form of one handling step, line by line. Names and nesting are the same as in the request that `Handling.record` accepts. */
export const formOfStep = (type: PersonalFileEventType): readonly FormLine[] => {
  const { day, fields } = DECLARED[type];
  const { occurredTime, caseId } = stepInput;
  const needed = SPECS[type].caseId;
  return formOf({
    occurredOn: field.day('Dag', 'Day', day && { help: [day.sv, day.en] }),
    occurredTime,
    // `self`: the payload contains the case id.
    ...(needed !== 'self' && { caseId: needed === 'required' ? field.refersTo('case') : caseId }),
    data: field.part(fields, 'Uppgifter', 'Particulars'),
  });
};

/** The form for opening a personal file, as `Handling.openFile` accepts it. */
export const openingForm = (): readonly FormLine[] => formOf(OPEN_FILE_FIELDS);

/** The JSON Schema of a step and the form of the same input. A page, or a person, needs both to fill it in. */
export const stepDocument = (type: PersonalFileEventType): JsonSchema => ({
  ...schemaOf(type),
  'x-form': formOfStep(type),
});

/** The same for an event of a unit. */
export const unitDocument = (type: UnitEvent['type']): JsonSchema => ({
  ...unitSchemaOf(type),
  'x-form': formOfUnitEvent(type),
});

export const openingDocument = (): JsonSchema => ({ ...openingSchema(), 'x-form': openingForm() });
