import {
  asHistory,
  DEFAULT_CONFIGURATION,
  fileAt,
  on,
  recorded,
  type Recorded,
  type RulesetEvent,
  type UnitId,
} from '@rt/domain';
import {
  acknowledgementOn,
  DEFAULT_RULESET,
  findingsOf,
  foldRuleset,
  inUnit,
  ruleOn,
  RULES,
  statusOn,
  titleOf,
  wordsOf,
  type Finding,
  type Rule,
  type Ruleset,
  type Where,
} from './index';

let revision = 0;
const said = <T extends RulesetEvent['type']>(
  type: T,
  occurredOn: string,
  data: Extract<RulesetEvent, { type: T }>['data'],
): Recorded<RulesetEvent> =>
  ({ id: `r${revision}`, type, occurredOn, revision: revision++, data }) as unknown as Recorded<RulesetEvent>;

const days = (
  planDaysMax: number | readonly string[],
  from: string,
  place: object = { scope: 'municipality' },
) =>
  said('RuleParametersAdopted', from, {
    ruleId: 'plan-due',
    from: on(from),
    parameters: { planDaysMax },
    ...place,
  } as never);
const pause = (
  type: 'RuleSuspended' | 'RuleResumed',
  from: string,
  place: object = { scope: 'municipality' },
) => said(type, from, { ruleId: 'plan-due', from: on(from), reason: 'Översyn', ...place } as never);

const file = fileAt(
  asHistory([
    recorded('PersonalFileOpened', '2026-01-02'),
    recorded('CaseWorkerAssigned', '2026-01-02', {}, { unitId: 'soder' as UnitId }),
    recorded('OrderSent', '2026-03-02'),
  ]),
);
const planDue = (ruleset: Ruleset) =>
  findingsOf(file, ruleset, DEFAULT_CONFIGURATION).find(({ rule }) => rule === 'plan-due');
const board = { scope: 'board', scopeId: 'norr' };
const unit = { scope: 'unit', scopeId: 'soder' };
const otherUnit = { scope: 'unit', scopeId: 'norr' };

describe('a ruleset', () => {
  it.each([
    ['nothing adopted', [], '2026-03-17'],
    ['adopted for the municipality', [days(10, '2026-02-01')], '2026-03-12'],
    ['adopted from the day after the trigger', [days(10, '2026-03-03')], '2026-03-17'],
    ['adopted on the day of the trigger', [days(10, '2026-03-02')], '2026-03-12'],
    ['the later of two', [days(10, '2026-02-01'), days(20, '2026-02-10')], '2026-03-22'],
    ['the board over the municipality', [days(5, '2026-02-20', board), days(10, '2026-02-25')], '2026-03-07'],
    ['the unit over the board', [days(3, '2026-02-01', unit), days(5, '2026-02-20', board)], '2026-03-05'],
    ['another unit', [days(3, '2026-02-01', otherUnit)], '2026-03-17'],
    ['a number that is none', [days(['3'], '2026-02-01')], '2026-03-17'],
    ['a fraction of a day', [days(1.5, '2026-02-01')], '2026-03-17'],
    ['fewer than no days', [days(-3, '2026-02-01')], '2026-03-17'],
  ])('parameters: %s', (_name, events, dueOn) => {
    expect(planDue(foldRuleset(events))?.dueOn).toBe(dueOn);
  });

  it('adopted late for an earlier day counts from the day it was adopted', () => {
    const late = said('RuleParametersAdopted', '2026-03-10', {
      ruleId: 'plan-due',
      scope: 'municipality',
      from: on('2026-01-01'),
      parameters: { planDaysMax: 3 },
    });
    expect(planDue(foldRuleset([late]))?.dueOn).toBe('2026-03-17');
  });

  it.each([
    ['paused', [pause('RuleSuspended', '2026-03-02')], false],
    ['paused from the day after', [pause('RuleSuspended', '2026-03-03')], true],
    ['paused and resumed', [pause('RuleSuspended', '2026-02-01'), pause('RuleResumed', '2026-03-01')], true],
    [
      'paused, but resumed for the unit',
      [pause('RuleSuspended', '2026-02-01'), pause('RuleResumed', '2026-02-02', unit)],
      true,
    ],
    ['paused for the board', [pause('RuleSuspended', '2026-02-01', board)], false],
    ['paused for another unit', [pause('RuleSuspended', '2026-02-01', otherUnit)], true],
  ])('%s: found %s', (_name, events, isFound) => {
    expect(planDue(foldRuleset(events)) !== undefined).toBe(isFound);
  });

  it('adopted numbers stand in the title of the finding and of the rule, and in its reading and text', () => {
    const ruleset = foldRuleset([days(20, '2026-02-01'), days(1, '2026-02-01', unit)]);
    const planRule = RULES.find(({ id }) => id === 'plan-due') as Rule;
    const inForceOn = (day: string, where?: Where) => ruleOn(planRule, ruleset, on(day), where);
    expect(inForceOn('2026-01-31').title.sv).toBe('Genomförandeplan saknas efter 15 dagar');
    expect(inForceOn('2026-02-01').title.sv).toBe('Genomförandeplan saknas efter 20 dagar');
    expect(inForceOn('2026-02-01').reading.sv).toContain('inom 20 dagar');
    expect(inForceOn('2026-02-01').parameters).toEqual({ planDaysMax: 20 });
    expect(inForceOn('2026-02-01', inUnit('soder' as UnitId)).title.sv).toBe(
      'Genomförandeplan saknas efter 1 dag',
    );
    const twenty = planDue(foldRuleset([days(20, '2026-02-01')])) as Finding;
    expect([titleOf(twenty).sv, wordsOf(twenty, 'pending').text.sv]).toEqual([
      'Genomförandeplan saknas efter 20 dagar',
      expect.stringContaining('inom 20 dagar, senast 2026-03-22'),
    ]);
  });

  it('a setting under the former id of a rule applies to the rule', () => {
    const former = { ruleId: 'plan-due-15-days', scope: 'municipality', from: on('2026-02-01') } as const;
    const adopted = said('RuleParametersAdopted', '2026-02-01', {
      ...former,
      parameters: { planDaysMax: 20 },
    });
    const paused = said('RuleSuspended', '2026-02-02', { ...former, reason: 'Översyn' });
    const resumed = said('RuleResumed', '2026-02-03', former);
    expect(planDue(foldRuleset([adopted]))?.dueOn).toBe('2026-03-22');
    expect(planDue(foldRuleset([adopted, paused]))).toBeUndefined();
    expect(planDue(foldRuleset([adopted, paused, resumed]))?.dueOn).toBe('2026-03-22');
  });

  it('what arises before the rule was in force is left out', () => {
    const early = fileAt(asHistory([recorded('OrderSent', '2020-09-23')]));
    const later = fileAt(asHistory([recorded('OrderSent', '2020-09-24')]));
    const rulesIn = (of: typeof early) =>
      findingsOf(of, DEFAULT_RULESET, DEFAULT_CONFIGURATION).map(({ rule }) => rule);
    expect(rulesIn(early)).not.toContain('plan-due');
    expect(rulesIn(later)).toContain('plan-due');
  });

  it('cites the act of the day: version 1 to the end of June 2025, version 2 after', () => {
    const versionOf = (day: string) =>
      findingsOf(
        fileAt(asHistory([recorded('DecisionMade', day)])),
        DEFAULT_RULESET,
        DEFAULT_CONFIGURATION,
      ).find(({ rule }) => rule === 'order-after-approval')?.ruleVersion;
    expect([versionOf('2025-06-30'), versionOf('2025-07-01')]).toEqual([1, 2]);
  });
});

describe('an acknowledged gap', () => {
  const orderSent = recorded('OrderSent', '2026-03-02');
  const obligationId = `plan-due:${orderSent.data.orderId}:${orderSent.id}`;
  const acknowledged = recorded('GapAcknowledged', '2026-03-20', { obligationId });
  const again = recorded('GapAcknowledged', '2026-03-25', { obligationId });
  const takenBack = recorded('GapAcknowledgementWithdrawn', '2026-03-22', { obligationId });
  const found = (...events: Parameters<typeof asHistory>[0]) =>
    findingsOf(fileAt(asHistory([orderSent, ...events])), DEFAULT_RULESET, DEFAULT_CONFIGURATION).find(
      ({ id }) => id === obligationId,
    );

  it('keeps its status and says since when', () => {
    const finding = found(acknowledged, again);
    expect(finding?.acknowledgedOn).toBe('2026-03-20');
    expect(finding && statusOn(finding, on('2026-04-01'))).toBe('overdue');
  });

  it('under the former id of its rule is acknowledged, and taken back, all the same', () => {
    const former = { obligationId: obligationId.replace('plan-due:', 'plan-due-15-days:') };
    const then = recorded('GapAcknowledged', '2026-03-20', former);
    const takenBackThen = recorded('GapAcknowledgementWithdrawn', '2026-03-22', former);
    expect(found(then)?.acknowledgedOn).toBe('2026-03-20');
    expect(found(then, takenBack)?.acknowledgedUntil).toBe('2026-03-22');
    expect(found(acknowledged, takenBackThen)?.acknowledgedUntil).toBe('2026-03-22');
  });

  it('taken back, it is acknowledged no more, until it is again, and on every day asked about', () => {
    const finding = found(acknowledged, takenBack, again) as Finding;
    const heldOn = (day: string) => acknowledgementOn(finding, on(day));
    expect(
      ['2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22', '2026-03-24', '2026-03-25'].map(heldOn),
    ).toEqual([undefined, '2026-03-20', '2026-03-20', undefined, undefined, '2026-03-25']);
  });

  it('taken back on its own day was acknowledged on no day', () => {
    const sameDay = recorded('GapAcknowledgementWithdrawn', '2026-03-20', { obligationId });
    expect(found(acknowledged, sameDay)).not.toHaveProperty('acknowledgedOn');
  });
});
