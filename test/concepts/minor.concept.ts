import fc from 'fast-check';
import { addDays, ageOn, calendarDay, mayBeMinorOn, on, recorded, type Person } from '@rt/domain';
import { fileAt } from '@rt/domain';
import { livesWithMinors } from '../../libs/inspection/src/indicators/case.conditions';
import type { SampledCase } from '../../libs/inspection/src/sampled-case';
import type { Concept } from './concept';

const someDay = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays(on('2018-01-01'), days));
const someYear = fc.integer({ min: 1998, max: 2012 });

const bornOn = (day: string): Person => ({
  name: '',
  identity: { kind: 'birthDate', value: day },
  sex: 'female',
  protectedIdentity: false,
});

/** A sampled case whose household has children born in the given years. */
const caseWith = (birthYears: readonly number[], measuringDay: ReturnType<typeof on>): SampledCase => {
  const minorChildren = birthYears.map((birthYear) => ({ birthYear, partyId: null }));
  const household = recorded('HouseholdRecorded', '2017-01-01', { from: on('2017-01-01'), minorChildren });
  return { measuringDay, file: fileAt([household]) } as SampledCase;
};

export const minor: Concept = {
  question: 'Is a child whose year of birth is known a minor on a day?',
  answeredBy: [mayBeMinorOn],
  properties: {
    'it is one as long as the last child born that year is under 18': () =>
      fc.assert(
        fc.property(someYear, someDay, (birthYear, day) => {
          const age = ageOn(bornOn(calendarDay(birthYear, 12, 31)), day) as number;
          expect(mayBeMinorOn(birthYear, day)).toBe(age < 18);
        }),
      ),
    'the indicators of a review count the same children': () =>
      fc.assert(
        fc.property(fc.array(someYear, { maxLength: 3 }), someDay, (birthYears, day) => {
          expect(livesWithMinors.holds(caseWith(birthYears, day))).toBe(
            birthYears.some((birthYear) => mayBeMinorOn(birthYear, day)),
          );
        }),
      ),
    'born in 2004 it is one on 2022-06-01': () => {
      expect(mayBeMinorOn(2004, on('2022-06-01'))).toBe(true);
      expect(livesWithMinors.holds(caseWith([2004], on('2022-06-01')))).toBe(true);
    },
  },
};
