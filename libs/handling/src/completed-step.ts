import {
  caseOf,
  currentVersion,
  isAboutEntries,
  withIds,
  withIdsOfEntry,
  type Command,
  type EventOf,
  type LocalDate,
  type Person,
  type Situation,
} from '@rt/domain';
import { idWithin } from '@rt/event-store';
import { check } from './check';
import { definitionOf } from './definitions';
import type { Json } from './plain-json';
import { twelveDigits } from './personal-number';
import { Refused, refusedFor } from './refused';
import type { StepInputDto } from './step-input';

type Correction = EventOf<'EntryCorrected'>['data'];

/**
 * Adds to the step the ids that the request left out, and the id of its case. The new ids are computed from the command id and the place of the step,
 * so that a repeated command gets the same ids. @throws Refused if a correction does not have the shape of the entry
 */
export const completed = (
  step: StepInputDto,
  situation: Situation,
  commandId: string,
  index: number,
): Command => {
  const newId = (path: string): string => idWithin(commandId, `${index}/${path}`);
  const given =
    step.type === 'EntryCorrected' ? correction(step.data as Correction, situation, newId) : step.data;
  const data = withTwelveDigits(withIds(step.type, given, newId), situation.today);
  const caseId = step.caseId ?? caseOf(step.type, undefined, data);
  return { ...step, ...(caseId !== undefined && { caseId }), data } as Command;
};

/** A number is stored with twelve digits, in whatever form it was given. @throws Refused if a plus names a person who cannot be so old */
const withTwelveDigits = (data: object, today: LocalDate): object => {
  const { person } = data as { readonly person?: Person };
  if (person === undefined || person.identity.kind === 'birthDate') return data;
  const { identity } = person;
  const value = twelveDigits(identity.value, today);
  if (value === undefined) throw refusedFor('INVALID_INPUT', 'data.person.identity.value');
  return { ...data, person: { ...person, identity: { ...identity, value } } };
};

/**
 * A correction contains the whole corrected entry, so it is checked like the entry itself. Ids that it leaves out are those of the entry. If the
 * entry cannot be corrected, nothing is checked here; the domain refuses it.
 */
const correction = (
  input: Omit<Correction, 'schemaVersion'>,
  { entries, today }: Situation,
  newId: (path: string) => string,
): Correction => {
  const entry = entries.get(input.eventId);
  if (entry === undefined || isAboutEntries(entry.type) || entry.redacted)
    return { ...input, schemaVersion: 1 };
  const filled = withIdsOfEntry(entry.type, entry.data, input.data, (path) => newId(`data.${path}`));
  const checked = check(definitionOf(entry.type).dto, filled as Json, 'data.data');
  if ('errors' in checked) throw new Refused('INVALID_INPUT', checked.errors);
  const data = withTwelveDigits(checked.value, today);
  return { ...input, schemaVersion: currentVersion(entry.type), data };
};
