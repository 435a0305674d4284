import fc from 'fast-check';
import { exampleId, on, recorded, type UnitId, type UserId } from '@rt/domain';
import { arbitraryHistory } from '../../../domain/src/history.fixture';
import { findingsOn } from '../findings/findings.query';
import { append, fileId, ordinaryThread, planOf, testBed, type TestBed } from '../history.fixture';
import { catchUp } from '../runner/runner';
import { CASE_SORTS, casesOn, openCountsQuery, pageQuery, type CasesQuestion } from './case-overview.query';

const norr = 'norr' as UnitId;
const day = on('2026-03-18');

describe('the list of cases', () => {
  let bed: TestBed;
  beforeEach(async () => (bed = await testBed()));
  afterEach(() => bed.close());

  const ask = (some: Partial<CasesQuestion> = {}) =>
    casesOn(bed.db, { on: day, heldOn: day, unit: norr, ...some });

  it('can be filtered by state, next step, measure, worker and unit', async () => {
    await append(bed.store, fileId(1), ordinaryThread);
    await append(bed.store, fileId(2), ordinaryThread.slice(0, 8));
    await catchUp(bed);
    const files = async (some: Partial<CasesQuestion>) => (await ask(some)).cases.map((row) => row.fileId);
    expect(await files({})).toEqual([fileId(2), fileId(1)]);
    expect(await files({ state: 'planned' })).toEqual([fileId(1)]);
    expect(await files({ state: ['planned', 'decided'] })).toEqual([fileId(2), fileId(1)]);
    expect(await files({ nextStep: 'order' })).toEqual([fileId(2)]);
    expect(await files({ measure: 'kontaktperson' })).toEqual([]);
    expect(await files({ worker: 'anna' as UserId })).toHaveLength(2);
    expect(await files({ worker: 'bo' as UserId })).toEqual([]);
    expect(await files({ unit: 'soder' as UnitId })).toEqual([]);
  });

  it('has the files a substitute stands in for', async () => {
    const standsIn = {
      assignmentId: exampleId('assignment', 2),
      userId: 'bo' as UserId,
      role: 'substitute' as const,
    };
    await append(bed.store, fileId(1), [
      ...ordinaryThread,
      recorded('CaseWorkerAssigned', '2026-03-10', { ...standsIn, from: on('2026-03-10') }),
    ]);
    await catchUp(bed);
    expect((await ask({ worker: 'bo' as UserId })).cases).toMatchObject([{ workerId: 'anna' }]);
    expect((await ask({ worker: 'bo' as UserId, heldOn: on('2026-03-09') })).cases).toEqual([]);
  });

  it('counts the open findings of the case, and separately those of the file that belong to no case', async () => {
    await append(bed.store, fileId(1), [
      ...ordinaryThread,
      { ...recorded('ContactMade', '2026-03-05'), caseId: undefined },
    ]);
    await catchUp(bed);
    const [row] = (await ask()).cases;
    const { findings } = await findingsOn(bed, {
      on: day,
      heldOn: day,
      status: ['pending', 'overdue', 'violation'],
    });
    const count = (status: string, caseId: string | null) =>
      findings.filter((finding) => finding.status === status && finding.caseId === caseId).length;
    const counts = (caseId: string | null) => ({
      pending: count('pending', caseId),
      overdue: count('overdue', caseId),
      violation: count('violation', caseId),
    });
    expect(row?.open).toEqual(counts(exampleId('case')));
    expect(row?.openBesideCases).toEqual(counts(null));
    expect(row?.open.overdue).toBeGreaterThan(0);
    expect(row?.openBesideCases.violation).toBe(1);
  });

  it('reads a page of a unit, and the counts of its files, from indexes alone', async () => {
    await append(bed.store, fileId(1), ordinaryThread);
    await catchUp(bed);
    expect(await planOf(bed.db, pageQuery(bed.db, { on: day, heldOn: day, unit: norr, limit: 100 }))).toBe(
      'SEARCH cases USING COVERING INDEX cases_by_unit (unit_id=?)',
    );
    const counts = openCountsQuery(bed.db, norr, [fileId(1), fileId(2)], { on: day, heldOn: day });
    expect(await planOf(bed.db, counts)).toContain(
      'USING COVERING INDEX findings_by_unit_and_file (unit_id=? AND file_id=? AND open_until>?)',
    );
  });

  it('comes page by page in every order, cases without the sorted day first', async () => {
    let files = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryHistory({ stepsMax: 40 }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...CASE_SORTS),
        fc.constantFrom('oldestFirst' as const, 'newestFirst' as const),
        fc.integer({ min: 1, max: 4 }),
        async (histories, sort, order, limit) => {
          for (const history of histories) await append(bed.store, fileId(++files), history);
          await catchUp(bed);
          const all = await ask({ sort, order });
          expect(all.count).toBe(all.cases.length);
          const days = all.cases.map((row) => row[sort] ?? '');
          expect(days).toEqual(order === 'oldestFirst' ? [...days].sort() : [...days].sort().reverse());
          const paged = [];
          let cursor: string | undefined;
          do {
            const page = await ask({ sort, order, limit, cursor });
            expect([page.count, page.cases.length <= limit]).toEqual([all.count, true]);
            paged.push(...page.cases);
            cursor = page.next;
          } while (cursor !== undefined);
          expect(paged).toEqual(all.cases);
        },
      ),
      { numRuns: 12 },
    );
  });
});
