import { exampleId, on, recorded, type UnitId, type UserId } from '@rt/domain';
import { OPEN_STATUSES } from '@rt/rules';
import { append, fileId, ordinaryThread, planOf, testBed, type TestBed } from '../history.fixture';
import { catchUp } from '../runner/runner';
import { findingsOn, findingsQuery } from './findings.query';
import { openByRule } from './open-by-rule.query';

const onlyPlan = { rule: 'plan-due' } as const;
const lateFrom = on('2026-03-18');

describe('findings', () => {
  let bed: TestBed;
  beforeEach(async () => (bed = await testBed()));
  afterEach(() => bed.close());

  it('answers for any day, in the words of the rule', async () => {
    await append(bed.store, fileId(1), ordinaryThread);
    await catchUp(bed);
    const ask = async (day: string) => (await findingsOn(bed.db, { on: on(day), ...onlyPlan })).findings;
    expect(await ask('2026-03-01')).toEqual([]);
    expect(await ask('2026-03-17')).toMatchObject([
      { status: 'pending', dueOn: '2026-03-17', voidedOn: null },
    ]);
    expect(await ask('2026-03-18')).toMatchObject([{ status: 'overdue' }]);
    expect(await ask('2026-03-20')).toMatchObject([
      {
        status: 'fulfilledLate',
        step: 'plan',
        subject: exampleId('order'),
        caseId: exampleId('case'),
        inputs: { sentOn: '2026-03-02', planDaysMax: 15 },
        text: { sv: expect.stringContaining('2026-03-02'), en: expect.stringContaining('2026-03-17') },
      },
    ]);
  });

  it('are counted by rule over all files: the open ones only', async () => {
    for (const file of [1, 2, 3]) await append(bed.store, fileId(file), ordinaryThread);
    await catchUp(bed);
    for (const day of ['2026-03-01', '2026-03-10', '2026-03-18', '2026-03-20', '2026-12-31'].map(on)) {
      const { findings } = await findingsOn(bed.db, { on: day, status: [...OPEN_STATUSES] });
      const counted = Map.groupBy(findings, ({ rule, status }) => `${rule} ${status}`);
      expect(
        (await openByRule(bed.db, day)).map(({ rule, status, count }) => [`${rule} ${status}`, count]),
      ).toEqual([...counted].map(([name, { length }]) => [name, length]).sort());
    }
  });

  it('moves open work with the file at once', async () => {
    await append(bed.store, fileId(1), ordinaryThread);
    await catchUp(bed);
    const handOver = recorded(
      'CaseWorkerAssigned',
      '2026-03-25',
      { assignmentId: exampleId('assignment', 2), userId: 'bo' as UserId, from: on('2026-03-25') },
      { unitId: 'soder' as UnitId },
    );
    await append(bed.store, fileId(1), [handOver]);
    await catchUp(bed);
    const of = async (worker: string) =>
      (await findingsOn(bed.db, { on: lateFrom, ...onlyPlan, worker: worker as UserId })).findings;
    expect(await of('anna')).toEqual([]);
    expect(await of('bo')).toMatchObject([{ unitId: 'soder', workerId: 'bo' }]);
    await append(bed.store, fileId(1), [
      recorded('CaseWorkerUnassigned', '2026-03-26', { assignmentId: exampleId('assignment', 2) }),
      recorded('CaseWorkerUnassigned', '2026-03-26', { assignmentId: exampleId('assignment') }),
    ]);
    await catchUp(bed);
    const nobody = await findingsOn(bed.db, { on: lateFrom, ...onlyPlan, unit: 'soder' as UnitId });
    expect(nobody.findings).toMatchObject([{ workerId: null }]);
  });

  it('answers by unit, rule and status, page by page', async () => {
    for (const number of [1, 2, 3, 4]) await append(bed.store, fileId(number), ordinaryThread);
    await catchUp(bed);
    const all = (await findingsOn(bed.db, { on: lateFrom })).findings;
    const count = async (question: object) =>
      (await findingsOn(bed.db, { on: lateFrom, ...question })).findings.length;
    expect(await count({ unit: 'norr' })).toBe(all.length);
    expect(await count({ unit: 'soder' })).toBe(0);
    expect(await count({ ...onlyPlan, status: 'overdue' })).toBe(4);
    expect(await count({ ...onlyPlan, status: ['pending', 'fulfilled'] })).toBe(0);
    const pages = [];
    let cursor: string | undefined;
    do {
      const page = await findingsOn(bed.db, { on: lateFrom, limit: 3, cursor });
      expect(page.findings.length).toBeLessThanOrEqual(3);
      pages.push(...page.findings);
      cursor = page.next;
    } while (cursor !== undefined);
    expect(pages).toEqual(all);
  });

  it('shows an acknowledged finding and keeps it', async () => {
    await append(bed.store, fileId(1), ordinaryThread);
    await catchUp(bed);
    const [{ id: obligationId } = { id: '' }] = (await findingsOn(bed.db, { on: lateFrom, ...onlyPlan }))
      .findings;
    await append(bed.store, fileId(1), [recorded('GapAcknowledged', '2026-03-19', { obligationId })]);
    await catchUp(bed);
    const { findings } = await findingsOn(bed.db, { on: lateFrom, ...onlyPlan });
    expect(findings).toMatchObject([{ id: obligationId, status: 'overdue', acknowledgedOn: '2026-03-19' }]);
  });

  it('reads a page of a unit in the order of its due days, and an inspector’s files by their ids', async () => {
    await append(bed.store, fileId(1), ordinaryThread);
    await catchUp(bed);
    const plan = (question: object) => planOf(bed.db, findingsQuery(bed.db, { on: lateFrom, ...question }));
    const page = await plan({ unit: 'norr', status: 'overdue', limit: 100 });
    expect(page).toContain('USING INDEX findings_by_unit (unit_id=?');
    // The index gives the order of the days; only findings of the same day are sorted.
    expect(page).toContain('TEMP B-TREE FOR LAST 2 TERMS');
    const sample = { sampled: true, limit: 100 };
    for (const some of [sample, { ...sample, unit: 'norr' }])
      expect(await plan(some)).toContain('USING INDEX findings_by_key (file_id=?)');
    expect(await plan({ worker: 'anna', status: ['pending', 'overdue', 'violation'], limit: 100 })).toContain(
      'USING INDEX findings_by_worker (worker_id=? AND open_until>?)',
    );
  });
});
