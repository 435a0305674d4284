import { addDays, on } from '@rt/domain';
import { dayAndWeek, dayInWords, distance, fullDay, weekOf } from './day-words';

describe('weekOf', () => {
  it.each([
    ['2026-11-27', 48],
    ['2021-01-03', 53],
    ['2021-01-04', 1],
    ['2024-12-30', 1],
    ['2020-12-31', 53],
    ['2026-12-31', 53],
    ['2027-01-03', 53],
  ])('%s is in week %d', (day, week) => {
    expect(weekOf(on(day))).toBe(week);
  });

  it('changes on Mondays only, through twelve years', () => {
    for (let day = on('2020-01-01'); day < on('2032-01-01'); day = addDays(day, 1)) {
      const isMonday = new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
      expect(weekOf(day) !== weekOf(addDays(day, -1))).toBe(isMonday);
    }
  });
});

describe('days in words', () => {
  const today = on('2026-11-27');

  it('leaves out the year where it is this year', () => {
    expect(dayInWords(on('2026-06-03'), today, 'sv')).toBe('3 juni');
    expect(dayInWords(on('2021-06-03'), today, 'sv')).toBe('3 juni 2021');
    expect(dayInWords(on('2026-06-03'), today, 'en')).toBe('3 June');
    expect(dayAndWeek(on('2026-09-29'), today)).toEqual({ sv: '29 sep v. 40', en: '29 Sept wk 40' });
  });

  it('says the whole day', () => {
    expect(fullDay(today)).toEqual({
      sv: 'Fredag 27 november 2026, vecka 48',
      en: 'Friday, 27 November 2026, week 48',
    });
  });

  it('says how far off a day is', () => {
    expect([-34, -1, 0, 1, 13].map((days) => distance(days).sv)).toEqual([
      '34 dagar',
      '1 dag',
      'i dag',
      'i morgon',
      'om 13 dagar',
    ]);
  });
});
