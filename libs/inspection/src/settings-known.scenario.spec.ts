import type { RulesetEvent } from '@rt/domain';
import { openInspection, type Inspection } from './inspection.fixture';

describe('a review, when the municipality changes its settings afterwards', () => {
  let house: Inspection;
  beforeEach(async () => {
    house = await openInspection();
  });
  afterEach(async () => {
    await house.db.close();
  });

  const march = '2023-03-31T12:00:00.000Z';
  const inMay = '2023-05-08T09:00:00.000Z';
  const whole = { scope: 'municipality', from: '2021-01-01' };
  /** Recorded in May, and dated before every decision of the year. */
  const adoptsInMay = async (type: RulesetEvent['type'], data: object) => {
    await house.plansAndApproves();
    await house.draws();
    house.setClock(inMay);
    await house.adopts(type, '2021-01-01', { ...whole, ...data });
  };

  it('what was known in March stands, though a number dated January takes the violation away now', async () => {
    const parameters = { investigationMonthsMax: 120 };
    await adoptsInMay('RuleParametersAdopted', {
      ruleId: 'decision-without-current-investigation',
      parameters,
    });
    expect((await house.indicators(march)).get('L10')).toMatchObject({ numerator: 6, denominator: 7 });
    expect((await house.indicators()).get('L10')).toMatchObject({
      ...{ numerator: 6, denominator: 7 },
      now: { numerator: 7, denominator: 7 },
    });
  });

  it('the stored pause of a rule that rests on law changes no row', async () => {
    await adoptsInMay('RuleSuspended', {
      ruleId: 'decision-without-current-investigation',
      reason: 'Översyn',
    });
    expect((await house.indicators(inMay)).get('L10')).toMatchObject({
      status: 'computed',
      numerator: 6,
      denominator: 7,
      pausedRules: [],
    });
  });

  it('a paused rule leaves its rows without a figure, those of other rules and those of March with theirs', async () => {
    await adoptsInMay('RuleSuspended', { ruleId: 'order-unspecific', reason: 'Översyn' });
    const rows = await house.indicators(inMay);
    expect(rows.get('L33')).toMatchObject({
      status: 'notComputable',
      pausedRules: ['order-unspecific'],
      numerator: null,
      denominator: null,
      percent: null,
      agrees: null,
      note: expect.stringContaining('not computable, because the rule order-unspecific was paused'),
    });
    expect([...rows.values()].filter(({ pausedRules }) => pausedRules.length > 0)).toHaveLength(1);
    expect(rows.get('L34')).toMatchObject({ status: 'computed' });
    expect((await house.indicators(march)).get('L33')).toMatchObject({
      status: 'computed',
      pausedRules: [],
    });
  });

  it('a pause in one district concerns the rows of that district', async () => {
    await adoptsInMay('RuleSuspended', {
      ruleId: 'wishes-missing',
      reason: 'Översyn',
      scope: 'board',
      scopeId: 'ostermalm',
    });
    const rows = await house.indicators(inMay);
    expect(rows.get('L16')).toMatchObject({ status: 'notComputable', pausedRules: ['wishes-missing'] });
    expect(rows.get('L12')).toMatchObject({ status: 'computed' });
  });
});
