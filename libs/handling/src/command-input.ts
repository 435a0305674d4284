import { personFields, type FileId, type LocalDate, type Person } from '@rt/domain';
import { dtoOf } from './dto';
import { check } from './check';
import { Day, Id, IdempotencyKey, Part, Whole } from './fields';
import { plainJson, type Json } from './plain-json';
import { Refused } from './refused';
import type { DtoClass } from './constraints';

/** What is said beside the steps. */
class CommandHeadDto {
  @IdempotencyKey() idempotencyKey!: string;
  @Id('optional') fileId?: FileId;
  @Whole(0, Number.MAX_SAFE_INTEGER, 'optional') ifMatch?: number;
}

/** What opens a personal file. Left out, the day is today. */
export class OpenFileDto {
  @Part(() => dtoOf(personFields, 'Person')) person!: Person;
  @Day('optional') occurredOn?: LocalDate;
}

/** @throws Refused */
export const checkedHead = (head: { readonly [field: string]: Json }): CommandHeadDto =>
  checkedAs(CommandHeadDto, head);

/** @throws Refused */
export const checkedAs = <D extends object>(dto: DtoClass<D>, input: Json): D => {
  const checked = check(dto, input, '');
  if ('errors' in checked) throw new Refused('INVALID_INPUT', checked.errors);
  return checked.value;
};

/** A body that is no handling step, held to the same rules as those that are. @throws Refused */
export const inputOf = <D extends object>(dto: DtoClass<D>, body: unknown): D =>
  checkedAs(dto, plainJson(body));
