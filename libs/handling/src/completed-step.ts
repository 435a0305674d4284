import {
  caseOf,
  currentVersion,
  entryNow,
  isAboutEntries,
  lastCorrection,
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
import { stepLabelAt, type StepInputDto } from './step-input';

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
    step.type === 'EntryCorrected' ? correction(step.data as CorrectionInput, situation, newId) : step.data;
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

/** A correction as a request states it: the whole entry, the changed fields alone, or neither. */
type CorrectionInput = Omit<Correction, 'schemaVersion' | 'data'> & {
  readonly data?: object;
  readonly changes?: object;
};

/**
 * A correction is stored with the whole corrected entry, so it is checked like the entry itself. What the request leaves out is as the entry says
 * now: ids that are not given, all fields without `changes`, and everything where only the day is corrected. `null` in `changes` takes a field
 * away. If the entry cannot be corrected, nothing is checked here; the domain refuses it.
 */
const correction = (
  { changes, data: given, ...input }: CorrectionInput,
  { entries, today }: Situation,
  newId: (path: string) => string,
): Correction => {
  const entry = entries.get(input.eventId);
  if (entry === undefined || isAboutEntries(entry.type) || entry.redacted)
    return { ...input, schemaVersion: 1, data: given ?? {} };
  if (given !== undefined && changes !== undefined)
    throw refusedFor('EXACTLY_ONE', 'data.changes', {}, stepLabelAt('EntryCorrected', 'data.data'));
  const anew = given ?? changed(entryNow(entries, entry), changes ?? {});
  const filled = withIdsOfEntry(entry.type, entry.data, anew, (path) => newId(`data.${path}`));
  const place = changes === undefined ? 'data.data' : 'data.changes';
  const checked = check(definitionOf(entry.type).dto, filled as Json, place);
  if ('errors' in checked) throw new Refused('INVALID_INPUT', checked.errors);
  const kept = given === undefined ? placeOf(lastCorrection(entries, entry.id)) : {};
  const data = withTwelveDigits(checked.value, today);
  return { ...kept, ...input, schemaVersion: currentVersion(entry.type), data };
};

/** The day, the time and the case that an earlier correction gave the entry. A correction that does not name the whole entry keeps them. */
const placeOf = (
  last: Correction | undefined,
): Pick<Correction, 'occurredOn' | 'occurredTime' | 'caseId'> => ({
  ...(last?.occurredOn !== undefined && { occurredOn: last.occurredOn }),
  ...(last?.occurredTime !== undefined && { occurredTime: last.occurredTime }),
  ...(last?.caseId !== undefined && { caseId: last.caseId }),
});

/** The content with the fields of `changes` in place of its own. */
const changed = (now: object, changes: object): object =>
  Object.fromEntries(
    Object.entries({ ...now, ...changes }).filter(([name, value]) => value !== null || !(name in changes)),
  );
