import fc from 'fast-check';
import { addDays, asHistory, endOfDay, on, recorded, type Instant } from '@rt/domain';
import { arbitraryDenseHistory } from './dense-history.fixture';
import { inForceAt, replayFile } from './index';
import { arbitrarySettings, setting } from './settings.fixture';

const inMunicipality = { scope: 'municipality', from: on('2026-01-01') } as const;
/** Recorded in May, decided in January. */
const dated = ['2026-01-02', { recordedAt: '2026-05-04T09:00:00.000Z' }] as const;

describe('what was known then', () => {
  // The investigation is 13 months old on the day of the decision: a violation while the limit is 12 months.
  const history = asHistory([
    recorded('CaseOpened', '2025-01-02'),
    recorded('InvestigationOpened', '2025-01-03'),
    recorded('InvestigationCompleted', '2025-01-30'),
    recorded('DecisionMade', '2026-02-27'),
    recorded('OrderSent', '2026-03-02'),
  ]);
  const [decidedOn, envelope] = dated;
  const laxer = setting(
    'RuleParametersAdopted',
    decidedOn,
    {
      ...inMunicipality,
      ruleId: 'decision-without-current-investigation',
      parameters: { investigationMonthsMax: 120 },
    },
    envelope,
  );
  const pause = setting(
    'RuleSuspended',
    decidedOn,
    { ...inMunicipality, ruleId: 'plan-due', reason: 'Översyn' },
    envelope,
  );
  const found = (rule: string, settings: Parameters<typeof replayFile>[2], knownAt?: string) =>
    replayFile(history, { asOf: on('2026-03-31'), knownAt: knownAt as Instant | undefined }, settings)
      .findings.filter((finding) => finding.rule === rule)
      .map(({ status }) => status);

  it.each([
    ['a number', 'decision-without-current-investigation', laxer, 'violation'],
    ['a pause', 'plan-due', pause, 'overdue'],
  ])('%s that was recorded in May and dated January takes nothing from March', (_, rule, later, status) => {
    expect(found(rule, [], '2026-03-31T21:59:59.999Z')).toEqual([status]);
    expect(found(rule, [later], '2026-03-31T21:59:59.999Z')).toEqual([status]);
    expect(found(rule, [later], '2026-05-04T08:59:59.999Z')).toEqual([status]);
    expect(found(rule, [later], '2026-05-04T09:00:00.000Z')).toEqual([]);
    expect(found(rule, [later])).toEqual([]);
  });

  it('is the same list of measures and of life areas', () => {
    const lists = [
      setting('LifeAreasAdopted', '2026-01-02', { from: on('2026-01-01'), lifeAreas: ['one'] }, dated[1]),
      setting(
        'MeasuresAdopted',
        '2026-01-02',
        { from: on('2026-01-01'), measures: [{ code: 'simning' } as never] },
        { ...dated[1], revision: 1 },
      ),
    ];
    const known = (knownAt?: string) => {
      const { configuration, revision } = inForceAt(lists, knownAt as Instant | undefined);
      const day = on('2026-03-31');
      return [configuration.lifeAreasOn(day).length, configuration.measuresOn(day).length, revision];
    };
    expect(known('2026-04-01T00:00:00.000Z')).toEqual([11, 11, -1]);
    expect(known()).toEqual([1, 1, 1]);
  });

  it('is never changed by a setting recorded later, and now is changed by some', () => {
    let changedNow = 0;
    fc.assert(
      fc.property(
        arbitraryDenseHistory(),
        arbitrarySettings(),
        fc.nat(),
        fc.nat(600),
        (history, settings, cut, days) => {
          const early = settings.slice(0, cut % (settings.length + 1));
          const knownAt = early.at(-1)?.recordedAt ?? endOfDay(addDays(on('2020-01-01'), 0));
          const asOf = addDays(on('2024-12-20'), days);
          const findings = (given: typeof settings, at?: Instant) =>
            replayFile(history, { asOf, knownAt: at }, given).findings;
          // The whole history is known, so that the settings alone make the difference.
          const known = history.map((event) => ({ ...event, recordedAt: knownAt }));
          const then = (given: typeof settings) => replayFile(known, { asOf, knownAt }, given).findings;
          expect(then(settings)).toEqual(then(early));
          if (JSON.stringify(findings(settings)) !== JSON.stringify(findings(early))) changedNow += 1;
        },
      ),
      { numRuns: 300 },
    );
    expect(changedNow).toBeGreaterThan(0);
  });
});
