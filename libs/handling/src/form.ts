import { DECLARED, field, formOf, SPECS, type FormLine, type PersonalFileEventType } from '@rt/domain';
import { OPEN_FILE_FIELDS } from './command-input';
import type { JsonSchema } from './constraints';
import { openingSchema, schemaOf } from './schema';
import { stepInput } from './step-input';

/** The form of one handling step, line by line. The lines are named and nested as in the request that `Handling.record` takes. */
export const formOfStep = (type: PersonalFileEventType): readonly FormLine[] => {
  const { day, fields } = DECLARED[type];
  const { occurredTime, caseId } = stepInput;
  const needed = SPECS[type].caseId;
  return formOf({
    occurredOn: field.day('Dag', 'Day', day && { help: [day.sv, day.en] }),
    occurredTime,
    // `self`: the payload names the case.
    ...(needed !== 'self' && { caseId: needed === 'required' ? field.refersTo('case') : caseId }),
    data: field.part(fields, 'Uppgifter', 'Particulars'),
  });
};

/** The form of what opens a personal file, as `Handling.openFile` takes it. */
export const openingForm = (): readonly FormLine[] => formOf(OPEN_FILE_FIELDS);

/** The JSON Schema of a step, and beside it the form of the same input: what a page, or a person, needs to fill it in. */
export const stepDocument = (type: PersonalFileEventType): JsonSchema => ({
  ...schemaOf(type),
  'x-form': formOfStep(type),
});

export const openingDocument = (): JsonSchema => ({ ...openingSchema(), 'x-form': openingForm() });
