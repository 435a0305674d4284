import fc from 'fast-check';
import { sql } from 'kysely';
import { on, recorded, type UnitId } from '@rt/domain';
import { arbitraryHistory } from '../../../domain/src/history.fixture';
import { statusSql } from '../findings/status.sql';
import { findingsOn } from '../findings/findings.query';
import { append, fileId, ordinaryThread, testBed, type TestBed } from '../history.fixture';
import { catchUp } from '../runner/runner';
import { unitStatusOn, type UnitStatusRow } from './unit-status.query';

const norr = 'norr' as UnitId;
const LAST = on('2027-12-31');

describe('the status of a unit', () => {
  let bed: TestBed;
  beforeEach(async () => (bed = await testBed()));
  afterEach(() => bed.close());

  it('counts by rule, step and case worker on any day', async () => {
    for (const number of [1, 2, 3]) await append(bed.store, fileId(number), ordinaryThread);
    await append(bed.store, fileId(3), [recorded('CaseWorkerUnassigned', '2026-03-01')]);
    await catchUp(bed);
    const ofPlans = async (day: string) =>
      (await unitStatusOn(bed.db, { unit: norr, heldOn: LAST, on: on(day) })).filter(
        ({ rule }) => rule === 'plan-due',
      );
    expect(await ofPlans('2026-03-01')).toEqual([]);
    const row = { rule: 'plan-due', step: 'plan', inCase: 'open', acknowledged: 0 };
    const none = {
      pending: 0,
      overdue: 0,
      fulfilled: 0,
      fulfilledLate: 0,
      voided: 0,
      violation: 0,
      explained: 0,
    };
    expect(await ofPlans('2026-03-17')).toEqual([
      { ...row, workerId: null, counts: { ...none, pending: 1 } },
      { ...row, workerId: 'anna', counts: { ...none, pending: 2 } },
    ]);
    expect(await ofPlans('2026-03-18')).toMatchObject([
      { counts: { overdue: 1 } },
      { counts: { overdue: 2 } },
    ]);
    expect(await ofPlans('2026-04-01')).toMatchObject([
      { counts: { fulfilledLate: 1 } },
      { counts: { fulfilledLate: 2 } },
    ]);
    expect(
      await unitStatusOn(bed.db, { unit: 'soder' as UnitId, heldOn: LAST, on: on('2026-04-01') }),
    ).toEqual([]);
  });

  it('counts the open gaps that were acknowledged by the day', async () => {
    await append(bed.store, fileId(1), ordinaryThread);
    await catchUp(bed);
    const question = { on: on('2026-03-18'), heldOn: LAST, rule: 'plan-due' };
    const [{ id: obligationId } = { id: '' }] = (await findingsOn(bed, question)).findings;
    await append(bed.store, fileId(1), [recorded('GapAcknowledged', '2026-03-19', { obligationId })]);
    await catchUp(bed);
    const acknowledged = async (day: string) =>
      (await unitStatusOn(bed.db, { unit: norr, heldOn: LAST, on: on(day) })).find(
        ({ rule }) => rule === question.rule,
      )?.acknowledged;
    expect(await acknowledged('2026-03-18')).toBe(0);
    expect(await acknowledged('2026-03-19')).toBe(1);
    expect(await acknowledged('2026-03-20')).toBe(0);
  });

  it('equals a count of the findings', async () => {
    let files = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryHistory({ stepsMax: 60 }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(on('2025-06-01'), on('2026-03-01'), on('2027-12-31')),
        async (histories, day) => {
          for (const history of histories) await append(bed.store, fileId(++files), history);
          await catchUp(bed);
          const { findings } = await findingsOn(bed, { on: day, heldOn: LAST, unit: norr, each: true });
          const rows = await unitStatusOn(bed.db, { unit: norr, heldOn: LAST, on: day });
          expect(rows.flatMap(named).sort()).toEqual(
            [
              ...Map.groupBy(
                findings,
                ({ rule, step, workerId, inCase, status }) =>
                  `${rule} ${step} ${workerId} ${inCase} ${status}`,
              ),
            ]
              .map(([name, some]) => `${name} ${some.length}`)
              .sort(),
          );
        },
      ),
      { numRuns: 8 },
    );
  });

  it('is answered by the index alone', async () => {
    await append(bed.store, fileId(1), ordinaryThread);
    await catchUp(bed);
    const { rows } = await sql`explain query plan
      select rule, worker_id, ${statusSql(on('2026-03-18'))}, acknowledged_on from findings
      where unit_id = ${norr} and arises_on <= ${'2026-03-18'}`.execute(bed.db.reader);
    expect(JSON.stringify(rows)).toContain('USING COVERING INDEX findings_by_unit (unit_id=?)');
  });
});

const named = ({ rule, step, workerId, inCase, counts }: UnitStatusRow): readonly string[] =>
  Object.entries(counts).flatMap(([status, count]) =>
    count > 0 ? [`${rule} ${step} ${workerId} ${inCase} ${status} ${count}`] : [],
  );
