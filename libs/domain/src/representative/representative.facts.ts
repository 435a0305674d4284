import type { LocalDate } from '../calendar';
import { ageOn, personOn } from '../file/file.facts';
import { endedBefore, type When } from '../one-day';
import type { PersonalFile } from '../personal-file';
import type { Thing } from '../thing';

/** The first day on which a representative may be in force. */
export const representativeBeginsOn = ({ created }: Thing<'representative'>): LocalDate =>
  created.data.validFrom;

/**
 * Whether a representative is in force on a day: from `validFrom` through `validTo` or the day of the recorded end. The day of registration
 * does not count, because the law or the appointment makes the representative, and not the entry in the file. A custodian represents a child:
 * from the day the person turns 18 the custodian represents nobody.
 */
export const representativeInForce = (
  file: PersonalFile,
  representative: Thing<'representative'>,
  day: LocalDate,
): boolean => {
  const { kind, validFrom, validTo } = representative.created.data;
  if (validFrom > day || (validTo !== undefined && validTo < day)) return false;
  if (kind === 'custodian' && isOfAge(file, day)) return false;
  return !representative.since('RepresentativeEnded').some((ended) => ended.occurredOn < day);
};

/** Whether a representative is in force when an act is done: as `representativeInForce`, with the time of day of an end on the same day. */
export const representsAt = (
  file: PersonalFile,
  representative: Thing<'representative'>,
  deed: When,
): boolean =>
  representativeInForce(file, representative, deed.occurredOn) &&
  !representative.since('RepresentativeEnded').some((ended) => endedBefore(ended, deed));

/** Whether the person is known to be 18 or older on a day, by what the file says of the person by that day. */
const isOfAge = (file: PersonalFile, day: LocalDate): boolean => {
  const { opened } = file;
  const person = opened && opened.occurredOn <= day ? personOn(file, day) : undefined;
  const age = person && ageOn(person, day);
  return age !== undefined && age >= 18;
};
