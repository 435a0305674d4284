import { on, recorded, type UnitId } from '@rt/domain';
import { append, fileId, ordinaryThread, testBed, type TestBed } from '../history.fixture';
import { catchUp } from '../runner/runner';
import { unitStatusOn } from './unit-status.query';
import { workerLoadOn } from './worker-load.query';

const norr = 'norr' as UnitId;

describe('the load of the case workers of a unit', () => {
  let bed: TestBed;
  beforeEach(async () => (bed = await testBed()));
  afterEach(() => bed.close());

  const load = async (day: string) =>
    workerLoadOn(bed.db, { unit: norr, heldOn: on('2026-12-31'), on: on(day) });

  it('counts what open cases have, and nothing of closed ones', async () => {
    // Without the plan, so that it stays overdue.
    for (const number of [1, 2]) await append(bed.store, fileId(number), ordinaryThread.slice(0, -1));
    await append(bed.store, fileId(2), [recorded('CaseClosed', '2026-03-25')]);
    await catchUp(bed);
    const [before] = await load('2026-03-18');
    expect(before).toMatchObject({ workerId: 'anna', openCases: 2, brokenThreads: 2 });
    const [after] = await load('2026-03-26');
    expect(after).toMatchObject({ workerId: 'anna', openCases: 1, brokenThreads: 1 });
    expect(after?.overdue).toBe((before?.overdue ?? 0) / 2);
    const status = await unitStatusOn(bed.db, { unit: norr, heldOn: on('2026-12-31'), on: on('2026-03-26') });
    expect(status.filter(({ rule }) => rule === 'plan-due')).toMatchObject([
      { inCase: 'open', counts: { overdue: 1 } },
      { inCase: 'closed', counts: { overdue: 1 } },
    ]);
  });

  it('tells what is due within seven days, and that on the eighth it is not near', async () => {
    await append(bed.store, fileId(1), ordinaryThread.slice(0, -1));
    await catchUp(bed);
    const near = async (day: string) => (await load(day))[0]?.dueWithin7Days ?? 0;
    expect((await near('2026-03-10')) - (await near('2026-03-09'))).toBe(1);
  });

  it('is empty for another unit', async () => {
    await append(bed.store, fileId(1), ordinaryThread);
    await catchUp(bed);
    expect(
      await workerLoadOn(bed.db, { unit: 'soder' as UnitId, heldOn: on('2026-12-31'), on: on('2026-03-18') }),
    ).toEqual([]);
  });
});
