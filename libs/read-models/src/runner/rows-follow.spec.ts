import fc from 'fast-check';
import type { PersonalFileEvent, Recorded } from '@rt/domain';
import { arbitraryHistory } from '../../../domain/src/history.fixture';
import { append, contentsOf, fileId, rebuilt, testBed, type TestBed } from '../history.fixture';
import { catchUp } from './runner';

type Histories = readonly (readonly Recorded<PersonalFileEvent>[])[];

describe('rows follow from the events alone', () => {
  const arbitraryHistories: fc.Arbitrary<Histories> = fc.array(arbitraryHistory({ stepsMax: 60 }), {
    minLength: 1,
    maxLength: 4,
  });
  const withBed = async (work: (bed: TestBed) => Promise<void>): Promise<void> => {
    const one = await testBed();
    try {
      await work(one);
    } finally {
      await one.close();
    }
  };

  it('following gives the same rows as a rebuild, for any division of the events into batches', () =>
    fc.assert(
      fc.asyncProperty(
        arbitraryHistories,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 25 })), { maxLength: 12 }),
        fc.integer({ min: 1, max: 40 }),
        (histories, portions, batchSize) =>
          withBed(async (bed) => {
            const given = histories.map(() => 0);
            const give = async (file: number, count: number): Promise<void> => {
              const from = given[file] as number;
              given[file] = from + count;
              await append(bed.store, fileId(file + 1), (histories[file] ?? []).slice(from, from + count));
              await catchUp({ ...bed, batchSize });
            };
            for (const [pick, count] of portions) await give(pick % histories.length, count);
            for (const file of histories.keys()) await give(file, 1_000);
            expect(await contentsOf(bed.db)).toEqual(await rebuilt(bed));
          }),
      ),
      { numRuns: 10 },
    ));

  it('an event that is delivered again changes nothing', () =>
    fc.assert(
      fc.asyncProperty(
        arbitraryHistories,
        fc.nat(),
        fc.integer({ min: 1, max: 40 }),
        (histories, back, batchSize) =>
          withBed(async (bed) => {
            for (const [file, history] of histories.entries())
              await append(bed.store, fileId(file + 1), history);
            await catchUp(bed);
            const before = await contentsOf(bed.db);
            const count = histories.reduce((sum, history) => sum + history.length, 0);
            await bed.db.writer
              .updateTable('modelStates')
              .set({ position: String(back % count) })
              .execute();
            await catchUp({ ...bed, batchSize });
            expect(await contentsOf(bed.db)).toEqual(before);
          }),
      ),
      { numRuns: 10 },
    ));
});
