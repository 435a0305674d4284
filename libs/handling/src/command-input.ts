import { field, STEPS, type Fields, type FileId, type Payload, type Text } from '@rt/domain';
import { dtoOf } from './dto';
import { labelAt } from './dto-fields';
import { check } from './check';
import { constrain } from './fields';
import { plainJson, type Json } from './plain-json';
import { Refused } from './refused';
import type { DtoClass } from './constraints';

const called = (sv: string, en: string) => ({ label: { sv, en } });

/** The fields of a request beside the steps. */
class CommandHeadDto {
  @constrain('idempotencyKey', undefined, called('Idempotensnyckel', 'Idempotency key'))
  idempotencyKey!: string;
  @constrain('id', undefined, called('Personakt', 'Personal file'), 'optional') fileId?: FileId;
  @constrain(
    'whole',
    { min: 0, max: Number.MAX_SAFE_INTEGER },
    called('Läst revision', 'Revision read'),
    'optional',
  )
  ifMatch?: number;
}

/** The body of a request to open a personal file. The default day is today. */
export const OPEN_FILE_FIELDS = {
  person: STEPS.file.events.PersonalFileOpened.fields.person,
  occurredOn: field.optional(field.day('Dag', 'Day')),
  reason: field.optional(
    field.text('Varför en akt till', 'Why another file', {
      help: ['Bara om personen redan har en akt hos nämnden', 'Only if the person has a file at the board'],
    }),
  ),
};
export const OpenFileDto = dtoOf(OPEN_FILE_FIELDS, 'OpenFile');
export type OpenFileDto = Payload<typeof OPEN_FILE_FIELDS>;

/** The label of a field of the head. */
export const headLabel = (name: keyof CommandHeadDto): Text | undefined => labelAt(CommandHeadDto, name);

/** @throws Refused */
export const checkedHead = (head: { readonly [field: string]: Json }): CommandHeadDto =>
  checkedAs(CommandHeadDto, head);

/** @throws Refused */
export const checkedAs = <D extends object>(dto: DtoClass<D>, input: Json): D => {
  const checked = check(dto, input, '');
  if ('errors' in checked) throw new Refused('INVALID_INPUT', checked.errors);
  return checked.value;
};

/** Checks a body that is not a handling step, by the same rules as the steps. @throws Refused */
export const inputOf = <F extends Fields>(fields: F, body: unknown): Payload<F> => {
  const dto = dtoOf(fields, 'Input');
  return checkedAs(dto, plainJson(body, labelsOf(dto)));
};

/** The labels of the fields of a body, by path. */
export const labelsOf =
  (dto: DtoClass) =>
  (path: string): Text | undefined =>
    labelAt(dto, path);
