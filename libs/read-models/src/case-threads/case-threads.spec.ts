import { exampleId, on } from '@rt/domain';
import { append, fileId, ordinaryThread, planOf, testBed, type TestBed } from '../history.fixture';
import { catchUp } from '../runner/runner';
import { threadsOfCases, threadsQuery } from './case-threads.query';

describe('the threads of the cases on a page', () => {
  let bed: TestBed;
  beforeEach(async () => {
    bed = await testBed();
    await append(bed.store, fileId(1), ordinaryThread.slice(0, 9));
    await catchUp(bed);
  });
  afterEach(() => bed.close());

  it('are those of the day that is asked for', async () => {
    const line = { caseId: exampleId('case') };
    const threadOn = async (day: string) => (await threadsOfCases(bed.db, [line], on(day)))(line);
    expect(await threadOn('2026-01-01')).toBeNull();
    expect(await threadOn('2026-01-06')).toBe('deeeeee');
    // The plan was due on 17 March.
    expect((await threadOn('2026-03-17'))?.charAt(4)).toBe('e');
    expect((await threadOn('2026-03-18'))?.charAt(4)).toBe('b');
  });

  it('are null for a line without a case, and cost no query where no line has one', async () => {
    const threadOf = await threadsOfCases(bed.db, [{ caseId: null }], on('2026-03-18'));
    expect(threadOf({ caseId: null })).toBeNull();
  });

  it('are read from an index alone', async () => {
    const query = threadsQuery(bed.db, [exampleId('case')], on('2026-03-18'));
    expect(await planOf(bed.db, query)).toBe(
      'SEARCH case_threads USING COVERING INDEX case_threads_by_case (case_id=? AND from_day<?)',
    );
  });
});
