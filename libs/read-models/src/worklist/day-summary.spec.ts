import { summaryOf, toDoCount } from './day-summary';

const none = {
  overdue: 0,
  violations: 0,
  expired: 0,
  reminders: 0,
  today: 0,
  thisWeek: 0,
  later: 29,
  expiring: 2,
  acknowledged: 4,
  closedCases: 71,
};

describe('the day in one sentence', () => {
  it('says what waits, in the order of the sections', () => {
    const counts = { ...none, overdue: 6, violations: 3, today: 1, thisWeek: 1 };
    expect(toDoCount(counts)).toBe(11);
    expect(summaryOf(counts)).toEqual({
      sv: '11 saker att göra: 6 är förfallna, 3 behöver förklaras, 1 ska vara klar i dag och 1 i veckan.',
      en: '11 things to do: 6 are overdue, 3 need an explanation, 1 is due today and 1 this week.',
    });
  });

  it('says one thing in the singular, and nothing in words', () => {
    expect(summaryOf({ ...none, overdue: 1 }).sv).toBe('1 sak att göra: 1 är förfallen.');
    expect(summaryOf(none).sv).toBe('Inget att göra i dag eller i veckan.');
  });
});
