import { yearOf, type LocalDate } from '../calendar';
import { accept, refuse, type Deciders, type Verdict } from '../decider';
import type { FileEvent, Person } from './file.events';
import { diedOn } from './file.facts';

export const fileDeciders: Deciders<FileEvent> = {
  PersonalFileOpened: ({ data }, { file, today }) =>
    file.opened ? refuse('FILE_ALREADY_OPEN', 'type') : bornByThen(data.person, today),
  PersonDetailsChanged: ({ data }, { today }) => bornByThen(data.person, today),
  DeathRecorded: (_, { file }) => {
    const before = diedOn(file);
    return before === undefined ? accept : refuse('DEATH_RECORDED', 'type', { on: before });
  },
  HouseholdRecorded: ({ data }, { today }) => {
    const unborn = data.minorChildren.findIndex((child) => child.birthYear > yearOf(today));
    return unborn < 0 ? accept : refuse('IN_THE_FUTURE', `data.minorChildren[${unborn}].birthYear`);
  },
};

/** What is not known of the day of birth may have been any day, so only what is known is compared. */
const bornByThen = ({ identity: { kind, value } }: Person, today: LocalDate): Verdict => {
  const [year, month, said] =
    kind === 'birthDate' ? value.split('-') : [value.slice(0, 4), value.slice(4, 6), value.slice(6, 8)];
  const day = kind === 'coordinationNumber' ? String(Number(said) - 60).padStart(2, '0') : said;
  const known = month === '00' ? year : day === '00' ? `${year}-${month}` : `${year}-${month}-${day}`;
  return (known as string) > today ? refuse('IN_THE_FUTURE', 'data.person.identity.value') : accept;
};
