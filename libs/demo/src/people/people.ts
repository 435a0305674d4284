import {
  addDays,
  calendarDay,
  type LocalDate,
  type Party,
  type Person,
  type PartyRelation,
  type Sex,
} from '@rt/domain';
import type { Chance } from '../chance';
import { FEMALE_NAMES, MALE_NAMES, SURNAMES } from './names';
import { testPersonalNumber, testSerialsPerDay } from './personal-number';

/** Invents people; no two have the same personal number. */
export class People {
  private readonly bornSoFar = new Map<string, number>();

  /** A person who is `age` whole years old on the day. */
  person(chance: Chance, sex: Sex, age: number, day: LocalDate): Person {
    let born = addDays(calendarDay(Number(day.slice(0, 4)) - age, 1, 1), -chance.whole(1, 360));
    while ((this.bornSoFar.get(`${born}${sex}`) ?? 0) >= testSerialsPerDay) born = addDays(born, -1);
    const turn = this.bornSoFar.get(`${born}${sex}`) ?? 0;
    this.bornSoFar.set(`${born}${sex}`, turn + 1);
    return {
      name: `${firstName(chance, sex)} ${chance.pick(SURNAMES)}`,
      identity: { kind: 'personalNumber', value: testPersonalNumber(born, sex, turn) },
      sex,
      protectedIdentity: chance.happens(1),
    };
  }
}

const firstName = (chance: Chance, sex: Sex): string =>
  chance.pick(sex === 'female' ? FEMALE_NAMES : MALE_NAMES);

const someSex = (chance: Chance): Sex => (chance.happens(50) ? 'female' : 'male');

/** A relative of a person; most relatives have the person's surname. */
export const relativeOf = (
  chance: Chance,
  person: Person,
  relation: PartyRelation,
  helps: boolean,
  sex = someSex(chance),
): Party => {
  const surname = chance.happens(60) ? (person.name.split(' ').at(-1) as string) : chance.pick(SURNAMES);
  return { kind: 'relative', name: `${firstName(chance, sex)} ${surname}`, relation, helps };
};

const PROFESSIONS = [
  ['arbetsterapeut', 'Habiliteringscenter'],
  ['kurator', 'Habiliteringscenter'],
  ['sjuksköterska', 'Vårdcentralen'],
  ['läkare', 'Psykiatriska öppenvården'],
  ['synpedagog', 'Syncentralen'],
  ['fysioterapeut', 'Rehabiliteringsmottagningen'],
] as const;

/** A professional outside the authority who meets the person at work. */
export const professional = (chance: Chance): Party => {
  const [title, organisation] = chance.pick(PROFESSIONS);
  return {
    kind: 'professional',
    name: `${firstName(chance, someSex(chance))} ${chance.pick(SURNAMES)}, ${title}`,
    relation: 'none',
    organisation,
    helps: false,
  };
};

/** A companion employed by the provider. */
export const companion = (chance: Chance): Party => ({
  kind: 'provider',
  name: `${firstName(chance, someSex(chance))} ${chance.pick(SURNAMES)}`,
  relation: 'none',
  helps: false,
});

/** A god man, who is no relative of the person. */
export const guardian = (chance: Chance): Party => ({
  kind: 'other',
  name: `${firstName(chance, someSex(chance))} ${chance.pick(SURNAMES)}`,
  relation: 'none',
  helps: false,
});
