import fc from 'fast-check';
import { on, recorded, type UnitId } from '@rt/domain';
import { arbitraryHistory } from '../../../domain/src/history.fixture';
import { append, fileId, ordinaryThread, planOf, testBed, type TestBed } from '../history.fixture';
import { catchUp } from '../runner/runner';
import { unitStatusOn } from '../unit-status/unit-status.query';
import { trendDays, trendQuery, unitTrendOn } from './unit-trend.query';

const norr = 'norr' as UnitId;
const LAST = on('2027-12-31');

describe('the days of a trend', () => {
  it('are the ends of twelve months and the day itself', () => {
    const days = trendDays(on('2026-03-18'));
    expect(days).toHaveLength(13);
    expect(days.slice(0, 2)).toEqual(['2025-03-31', '2025-04-30']);
    expect(days.slice(-3)).toEqual(['2026-01-31', '2026-02-28', '2026-03-18']);
  });

  it('contain a month end only once if the last day is one', () => {
    expect(trendDays(on('2026-02-28'), on('2026-01-31'))).toEqual(['2026-01-31', '2026-02-28']);
    expect(trendDays(on('2024-02-29'), on('2024-02-01'))).toEqual(['2024-02-29']);
    expect(trendDays(on('2026-02-10'), on('2026-02-10'))).toEqual(['2026-02-10']);
  });
});

describe('the trend of a unit', () => {
  let bed: TestBed;
  beforeEach(async () => (bed = await testBed()));
  afterEach(() => bed.close());

  it('counts the open findings on each day', async () => {
    for (const number of [1, 2]) await append(bed.store, fileId(number), ordinaryThread);
    await append(bed.store, fileId(2), [recorded('CaseWorkerUnassigned', '2026-03-01')]);
    await catchUp(bed);
    const days = ['2026-02-28', '2026-03-17', '2026-03-18', '2026-03-31'].map(on);
    const trend = await unitTrendOn(bed.db, { unit: norr, heldOn: LAST, days });
    const row = {
      rule: 'plan-due',
      step: 'plan',
      pending: 0,
      overdue: 0,
      violation: 0,
      acknowledged: 0,
      inClosedCases: 0,
    };
    expect(trend.map(({ on: day, rows }) => [day, rows.filter(({ rule }) => rule === 'plan-due')])).toEqual([
      ['2026-02-28', []],
      [
        '2026-03-17',
        [
          { ...row, workerId: null, pending: 1 },
          { ...row, workerId: 'anna', pending: 1 },
        ],
      ],
      [
        '2026-03-18',
        [
          { ...row, workerId: null, overdue: 1 },
          { ...row, workerId: 'anna', overdue: 1 },
        ],
      ],
      ['2026-03-31', []],
    ]);
  });

  it('agrees with the status of the unit on each day', async () => {
    let files = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryHistory({ stepsMax: 60 }), { minLength: 1, maxLength: 3 }),
        async (histories) => {
          for (const history of histories) await append(bed.store, fileId(++files), history);
          await catchUp(bed);
          const days = ['2025-06-30', '2026-02-28', '2027-12-31'].map(on);
          for (const { on: day, rows } of await unitTrendOn(bed.db, { unit: norr, heldOn: LAST, days })) {
            const status = await unitStatusOn(bed.db, { unit: norr, heldOn: LAST, on: day });
            const sum = ({
              pending,
              overdue,
              violation,
            }: Record<'pending' | 'overdue' | 'violation', number>) => pending + overdue + violation;
            const open = [...Map.groupBy(status, ({ rule, workerId }) => `${rule} ${workerId}`).values()].map(
              (sides) => {
                const { rule, step, workerId } = sides[0]!;
                const side = (asked: string) => sides.find(({ inCase }) => inCase === asked);
                const { pending = 0, overdue = 0, violation = 0 } = side('open')?.counts ?? {};
                const closed = side('closed');
                const counts = { pending, overdue, violation, acknowledged: side('open')?.acknowledged ?? 0 };
                return {
                  rule,
                  step,
                  workerId,
                  ...counts,
                  inClosedCases: closed ? sum(closed.counts) + closed.acknowledged : 0,
                };
              },
            );
            expect(rows).toEqual(open.filter((row) => sum(row) + row.inClosedCases > 0));
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  it('is answered by one scan of the index alone', async () => {
    await append(bed.store, fileId(1), ordinaryThread);
    await catchUp(bed);
    expect(
      await planOf(
        bed.db,
        trendQuery(bed.db, { unit: norr, heldOn: LAST, days: trendDays(on('2026-03-18')) }),
      ),
    ).toBe('SEARCH findings USING COVERING INDEX findings_by_unit (unit_id=?); USE TEMP B-TREE FOR GROUP BY');
  });
});
