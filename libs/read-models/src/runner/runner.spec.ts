import { recorded } from '@rt/domain';
import { append, contentsOf, fileId, ordinaryThread, testBed, type TestBed } from '../history.fixture';
import { findingsOn } from '../findings/findings.query';
import { catchUp } from './runner';
import { on } from '@rt/domain';

describe('the runner', () => {
  let bed: TestBed;
  beforeEach(async () => (bed = await testBed()));
  afterEach(() => bed.close());

  it('rebuilds, then follows', async () => {
    await append(bed.store, fileId(1), ordinaryThread);
    await catchUp(bed);
    const { findings } = await findingsOn(bed.db, { on: on('2026-03-18'), rule: 'plan-due-15-days' });
    expect(findings).toMatchObject([
      { rule: 'plan-due-15-days', status: 'overdue', fileId: fileId(1), workerId: 'anna', unitId: 'norr' },
    ]);
    await append(bed.store, fileId(1), [recorded('OrderCancelled', '2026-03-10')]);
    await catchUp(bed);
    const empty = await bed.emptyDatabase();
    await catchUp({ ...bed, db: empty });
    expect(await contentsOf(bed.db)).toEqual(await contentsOf(empty));
  });
});
