import { latest, type LocalDate } from '../calendar';
import type { PersonalFile } from '../personal-file';
import type { HouseholdRecorded, Person } from './file.events';

/** The person as described on a day: the opening, or the last change up to that day. */
export const personOn = (file: PersonalFile, day: LocalDate): Person | undefined =>
  (file.events('PersonDetailsChanged').findLast((change) => change.occurredOn <= day) ?? file.opened)?.data
    .person;

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
