import { given, said, when } from '../decide.fixture';
import { recorded } from '../examples';

it('a child of the household was born this year at the latest', () => {
  const household = (birthYear: number) =>
    said(when('HouseholdRecorded', '2026-03-01', { minorChildren: [{ birthYear, partyId: null }] }), given());
  expect(household(2026)).toBe('accepted');
  expect(household(2027)).toBe('IN_THE_FUTURE data.minorChildren[0].birthYear');
});

it('nobody dies twice', () => {
  const died = given(recorded('DeathRecorded', '2026-02-20'));
  expect(said(when('DeathRecorded', '2026-02-20'), given())).toBe('accepted');
  expect(said(when('DeathRecorded', '2026-02-21'), died)).toBe('DEATH_RECORDED type');
});
