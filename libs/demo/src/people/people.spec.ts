import { ageOn, on } from '@rt/domain';
import Personnummer from 'personnummer';
import { Chance } from '../chance';
import { People } from './people';
import { testPersonalNumber } from './personal-number';

describe('invented people', () => {
  const day = on('2021-05-03');
  const people = new People();
  const chance = new Chance('people');
  const invented = Array.from({ length: 2000 }, (_, at) =>
    people.person(chance, at % 2 === 0 ? 'female' : 'male', 19 + (at % 60), day),
  );

  it('have well-formed numbers with test serials that match their sex', () => {
    for (const { identity, sex } of invented) {
      expect(Personnummer.valid(identity.value)).toBe(true);
      expect(Personnummer.parse(identity.value).isFemale()).toBe(sex === 'female');
      expect(Number(identity.value.slice(8, 11))).toBeGreaterThanOrEqual(980);
    }
  });

  it('are of age, and no two have the same number', () => {
    for (const person of invented) expect(ageOn(person, day)).toBeGreaterThanOrEqual(18);
    expect(new Set(invented.map(({ identity }) => identity.value)).size).toBe(invented.length);
  });

  it('are at most ten per day of birth and sex', () => {
    expect(() => testPersonalNumber(day, 'male', 10)).toThrow(RangeError);
  });
});
