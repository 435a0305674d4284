import { addDays, addMonths, calendarDay, latest, type LocalDate } from '../calendar';
import { lastBy } from '../occurrence';
import type { PersonalFile } from '../personal-file';
import type { HouseholdRecorded, Person } from './file.events';

/** The details of the person on a day: from the last change up to that day, otherwise from the opening of the file. */
export const personOn = (file: PersonalFile, day: LocalDate): Person | undefined =>
  (lastBy(file.events('PersonDetailsChanged'), day) ?? file.opened)?.data.person;

/** The day on which the person died, as the file says it. */
export const diedOn = (file: PersonalFile): LocalDate | undefined =>
  file.events('DeathRecorded')[0]?.occurredOn;

/** The day from which a household entry counts: the later of its own day and its `from`. */
export const householdCountsFrom = (entry: {
  occurredOn: LocalDate;
  data: HouseholdRecorded['data'];
}): LocalDate => latest(entry.occurredOn, entry.data.from);

/** The household on a day: of the entries that count by then, the one that began last. */
export const householdOn = (file: PersonalFile, day: LocalDate): HouseholdRecorded['data'] | undefined => {
  let found: { from: LocalDate; data: HouseholdRecorded['data'] } | undefined;
  for (const entry of file.events('HouseholdRecorded')) {
    const from = householdCountsFrom(entry);
    if (from <= day && (!found || from >= found.from)) found = { from, data: entry.data };
  }
  return found?.data;
};

/**
 * Whether a child may still be a minor on a day. Only the year of birth is known, so the child counts as a minor as long as it may be one:
 * until 30 December of the year in which it turns 18.
 */
export const mayBeMinorOn = (birthYear: number, day: LocalDate): boolean =>
  day < calendarDay(birthYear + 18, 12, 31);

/** The minor children of a household on a day. */
export const minorsIn = (
  { minorChildren }: Pick<HouseholdRecorded['data'], 'minorChildren'>,
  day: LocalDate,
): HouseholdRecorded['data']['minorChildren'] =>
  minorChildren.filter(({ birthYear }) => mayBeMinorOn(birthYear, day));

/**
 * The day of birth, from the first eight digits of the identity; a coordination number adds 60 to the day. If its month or day is not known, the last day
 * that is possible: the person counts as a minor as long as they may be one. Undefined if the number has another form.
 */
export const birthDateOf = (person: Person): LocalDate | undefined => {
  const { kind, value } = person.identity;
  if (kind === 'birthDate') return value as LocalDate;
  if (!/^\d{12}$/.test(value)) return undefined;
  const month = value.slice(4, 6) === '00' ? '12' : value.slice(4, 6);
  const day = Number(value.slice(6, 8)) - (kind === 'coordinationNumber' ? 60 : 0);
  const start = `${value.slice(0, 4)}-${month}`;
  if (day > 0) return `${start}-${String(day).padStart(2, '0')}` as LocalDate;
  return addDays(addMonths(`${start}-01` as LocalDate, 1), -1);
};

/** The age in whole years on a day. In common years, a person born on 29 February becomes a year older on 1 March. */
export const ageOn = (person: Person, day: LocalDate): number | undefined => {
  const born = birthDateOf(person);
  if (born === undefined) return undefined;
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
};
