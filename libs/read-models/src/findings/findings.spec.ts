import { exampleId, on, recorded, type UnitId, type UserId } from '@rt/domain';
import { FileRepository } from '@rt/files';
import { OPEN_STATUSES } from '@rt/rules';
import { append, fileId, ordinaryThread, planOf, testBed, type TestBed } from '../history.fixture';
import { catchUp } from '../runner/runner';
import { FACTS } from './finding-facts';
import { findingsOn, findingsQuery, type FindingOn } from './findings.query';
import { openByRule } from './open-by-rule.query';
import { replayedFindings } from './replayed-findings';

const onlyPlan = { rule: 'plan-due' } as const;
const lateFrom = on('2026-03-18');
const TODAY = on('2026-04-01');

describe('findings', () => {
  let bed: TestBed;
  beforeEach(async () => (bed = await testBed()));
  afterEach(() => bed.close());

  it('answers for any day, in the words of the rule', async () => {
    await append(bed.store, fileId(1), ordinaryThread);
    await catchUp(bed);
    const ask = async (day: string) =>
      (await findingsOn(bed, { on: on(day), heldOn: TODAY, ...onlyPlan })).findings;
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

  it('have the same statuses and words from replay as from the rows, by what is known now', async () => {
    await append(bed.store, fileId(1), ordinaryThread);
    await catchUp(bed);
    const loaded = await new FileRepository(bed.store).load(fileId(1));
    const settings = (await bed.ruleset.load()).recorded;
    for (const day of ['2026-03-01', '2026-03-10', '2026-03-18', '2026-03-20', '2026-12-31'].map(on)) {
      const { findings } = await findingsOn(bed, { on: day, heldOn: TODAY });
      // Replay leaves out what happened after the day; the rows have the later days and events too.
      const told = (each: readonly FindingOn[]) =>
        each
          .map(({ id, status, inCase, unitId, workerId, caseId, dueOn, title, text, remindedOn }) =>
            JSON.stringify({ id, status, inCase, unitId, workerId, caseId, dueOn, title, text, remindedOn }),
          )
          .sort();
      const replayed = replayedFindings(loaded, { on: day, heldOn: TODAY }, settings);
      expect(told(replayed)).toEqual(told(findings));
    }
  });

  it('say their title only from a redaction in their file until their rows are made again, and old copies stay closed', async () => {
    const stream = `personalFile-${fileId(1)}`;
    await append(bed.store, fileId(1), ordinaryThread);
    await catchUp(bed);
    const ask = async () =>
      (await findingsOn(bed, { on: on('2026-03-18'), heldOn: TODAY, ...onlyPlan })).findings[0];
    const before = await ask();
    const { facts } = await bed.db.reader.selectFrom('findingFacts').selectAll().executeTakeFirstOrThrow();
    const [, party] = ordinaryThread;
    await append(bed.store, fileId(1), [
      recorded('EntryRedacted', '2026-03-21', { eventId: party?.id, ground: 'In the wrong file' }),
    ]);
    await bed.store.destroyRedacted(stream);
    expect(await ask()).toMatchObject({ inputs: { planDaysMax: 15 }, text: before?.title });
    await catchUp({ ...bed, files: new FileRepository(bed.store) });
    expect(await ask()).toEqual(before);
    expect((await bed.store.textSeal(stream))?.open(FACTS, facts)).toBeUndefined();
  });

  it('are counted by rule over all files: the open ones only', async () => {
    for (const file of [1, 2, 3]) await append(bed.store, fileId(file), ordinaryThread);
    await catchUp(bed);
    for (const day of ['2026-03-01', '2026-03-10', '2026-03-18', '2026-03-20', '2026-12-31'].map(on)) {
      const { findings } = await findingsOn(bed, { on: day, heldOn: TODAY, status: [...OPEN_STATUSES] });
      const counted = Map.groupBy(findings, ({ rule, status }) => `${rule} ${status}`);
      expect(
        (await openByRule(bed.db, day)).map(({ rule, status, count }) => [`${rule} ${status}`, count]),
      ).toEqual([...counted].map(([name, { length }]) => [name, length]).sort());
    }
  });

  it('follow the file to its next holder, on the day from which that one has it', async () => {
    const assigned = (number: number, said: string, from: string, userId: string) =>
      recorded(
        'CaseWorkerAssigned',
        said,
        { assignmentId: exampleId('assignment', number), userId: userId as UserId, from: on(from) },
        { unitId: `unit of ${userId}` as UnitId },
      );
    await append(bed.store, fileId(1), [...ordinaryThread, assigned(2, '2026-03-25', '2026-04-10', 'bo')]);
    await catchUp(bed);
    const of = async (worker: string, heldOn: string) => {
      const question = { on: lateFrom, heldOn: on(heldOn), ...onlyPlan, worker: worker as UserId };
      return (await findingsOn(bed, question)).findings.map(({ unitId, workerId }) => [unitId, workerId]);
    };
    expect([await of('anna', '2026-04-09'), await of('bo', '2026-04-09')]).toEqual([[['norr', 'anna']], []]);
    expect([await of('anna', '2026-04-10'), await of('bo', '2026-04-10')]).toEqual([
      [],
      [['unit of bo', 'bo']],
    ]);
    await append(bed.store, fileId(1), [
      recorded('CaseWorkerUnassigned', '2026-04-12', { assignmentId: exampleId('assignment', 2) }),
    ]);
    await catchUp(bed);
    expect(await of('anna', '2026-04-12')).toEqual([['norr', 'anna']]);
    await append(bed.store, fileId(1), [
      recorded('CaseWorkerUnassigned', '2026-04-13', { assignmentId: exampleId('assignment') }),
    ]);
    await catchUp(bed);
    const question = { on: lateFrom, heldOn: on('2026-04-13'), ...onlyPlan, unit: 'norr' as UnitId };
    expect((await findingsOn(bed, question)).findings).toMatchObject([{ workerId: null }]);
  });

  it('answers by unit, rule and status, page by page', async () => {
    for (const number of [1, 2, 3, 4]) await append(bed.store, fileId(number), ordinaryThread);
    await catchUp(bed);
    const all = (await findingsOn(bed, { on: lateFrom, heldOn: TODAY })).findings;
    const count = async (question: object) =>
      (await findingsOn(bed, { on: lateFrom, heldOn: TODAY, ...question })).findings.length;
    expect(await count({ unit: 'norr' })).toBe(all.length);
    expect(await count({ unit: 'soder' })).toBe(0);
    expect(await count({ ...onlyPlan, status: 'overdue' })).toBe(4);
    expect(await count({ ...onlyPlan, status: ['pending', 'fulfilled'] })).toBe(0);
    const pages = [];
    let cursor: string | undefined;
    do {
      const page = await findingsOn(bed, { on: lateFrom, heldOn: TODAY, limit: 3, cursor });
      expect(page.findings.length).toBeLessThanOrEqual(3);
      pages.push(...page.findings);
      cursor = page.next;
    } while (cursor !== undefined);
    expect(pages).toEqual(all);
  });

  it('shows an acknowledged finding and keeps it', async () => {
    await append(bed.store, fileId(1), ordinaryThread);
    await catchUp(bed);
    const [{ id: obligationId } = { id: '' }] = (
      await findingsOn(bed, { on: lateFrom, heldOn: TODAY, ...onlyPlan })
    ).findings;
    await append(bed.store, fileId(1), [recorded('GapAcknowledged', '2026-03-18', { obligationId })]);
    await catchUp(bed);
    const { findings } = await findingsOn(bed, { on: lateFrom, heldOn: TODAY, ...onlyPlan });
    expect(findings).toMatchObject([
      { id: obligationId, status: 'acknowledged', acknowledgedOn: '2026-03-18' },
    ]);
  });

  it('reads a page of a unit in the order of its due days, and an inspector’s files by their ids', async () => {
    await append(bed.store, fileId(1), ordinaryThread);
    await catchUp(bed);
    const plan = (question: object) =>
      planOf(bed.db, findingsQuery(bed.db, { on: lateFrom, heldOn: TODAY, ...question }));
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
