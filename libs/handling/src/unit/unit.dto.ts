import {
  field,
  formOf,
  UNIT_TITLES,
  unitVocabulary,
  type EventDeclaration,
  type FormLine,
  type Payload,
  type UnitEvent,
} from '@rt/domain';
import type { PayloadDefinition } from '../definitions';
import { dtoOf } from '../dto';

/** The fields of an event of a unit beside its payload. Its day is the day on which it is recorded. */
const unitEventInput = {
  type: field.code(UNIT_TITLES, 'Händelse', 'Event'),
  data: field.anyObject('Uppgifter', 'Particulars'),
};
export const UnitEventDto = dtoOf(unitEventInput, 'UnitEvent');
export type UnitEventDto = Payload<typeof unitEventInput>;

export const isUnitEvent = (type: string): type is UnitEvent['type'] =>
  Object.hasOwn(unitVocabulary.events, type);

/** The title of an event of a unit, and the class of its payload. */
export const unitEventOf = (type: UnitEvent['type']): PayloadDefinition => {
  const { title, day, fields }: EventDeclaration = unitVocabulary.events[type];
  return { title, ...(day && { day }), dto: dtoOf(fields, type) };
};

/** The form of an event of a unit, line by line. */
export const formOfUnitEvent = (type: UnitEvent['type']): readonly FormLine[] => {
  const { fields }: EventDeclaration = unitVocabulary.events[type];
  return formOf({ data: field.part(fields, 'Uppgifter', 'Particulars') });
};
