import { calendarDay, latest, type LocalDate } from '../calendar';
import { lastBy } from '../occurrence';
import type { PersonalFile } from '../personal-file';
import type { HouseholdRecorded, Person } from './file.events';

/** The person as described on a day: the opening, or the last change up to that day. */
export const personOn = (file: PersonalFile, day: LocalDate): Person | undefined =>
  (lastBy(file.events('PersonDetailsChanged'), day) ?? file.opened)?.data.person;

/** The day from which a household entry counts: a statement counts from the later of its own day and what it speaks of. */
export const householdCountsFrom = (entry: {
  occurredOn: LocalDate;
  data: HouseholdRecorded['data'];
}): LocalDate => latest(entry.occurredOn, entry.data.from);

/** The household in force on a day: of those that count by then, the one that began last. */
export const householdOn = (file: PersonalFile, day: LocalDate): HouseholdRecorded['data'] | undefined => {
  let found: { from: LocalDate; data: HouseholdRecorded['data'] } | undefined;
  for (const entry of file.events('HouseholdRecorded')) {
    const from = householdCountsFrom(entry);
    if (from <= day && (!found || from >= found.from)) found = { from, data: entry.data };
  }
  return found?.data;
};

/**
 * Whether a child may still be a minor on a day. Of a child only the year of birth is known: it counts as one until the last day on which it
 * may be one, 30 December of the year in which it turns 18.
 */
export const mayBeMinorOn = (birthYear: number, day: LocalDate): boolean =>
  day < calendarDay(birthYear + 18, 12, 31);

/** The minor children of a household on a day. */
export const minorsIn = (
  { minorChildren }: Pick<HouseholdRecorded['data'], 'minorChildren'>,
  day: LocalDate,
): HouseholdRecorded['data']['minorChildren'] =>
  minorChildren.filter(({ birthYear }) => mayBeMinorOn(birthYear, day));

/** Day of birth as far as the identity tells it: the first eight digits; a coordination number adds 60 to the day. */
export const birthDateOf = (person: Person): LocalDate | undefined => {
  const { kind, value } = person.identity;
  if (kind === 'birthDate') return value as LocalDate;
  if (!/^\d{12}$/.test(value)) return undefined;
  const day = Number(value.slice(6, 8)) - (kind === 'coordinationNumber' ? 60 : 0);
  return `${value.slice(0, 4)}-${value.slice(4, 6)}-${String(day).padStart(2, '0')}` as LocalDate;
};

/** Whole years of age on a day; a person born on 29 February comes of age on 1 March in other years. */
export const ageOn = (person: Person, day: LocalDate): number | undefined => {
  const born = birthDateOf(person);
  if (born === undefined) return undefined;
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
};
