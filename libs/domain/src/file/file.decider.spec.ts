import { given, said, when } from '../decide.fixture';

it('a child of the household was born this year at the latest', () => {
  const household = (birthYear: number) =>
    said(when('HouseholdRecorded', '2026-03-01', { minorChildren: [{ birthYear, partyId: null }] }), given());
  expect(household(2026)).toBe('accepted');
  expect(household(2027)).toBe('IN_THE_FUTURE data.minorChildren[0].birthYear');
});
