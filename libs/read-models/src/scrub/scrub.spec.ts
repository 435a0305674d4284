import { on, recorded, type UserId } from '@rt/domain';
import {
  append,
  appendAbsence,
  appendReview,
  contentsOf,
  fileId,
  ordinaryThread,
  testBed,
  type TestBed,
} from '../history.fixture';
import { catchUp } from '../runner/runner';
import type { ReadModelDifference } from './check-owner';
import { compareAll, Scrub, type ScrubOptions } from './scrub';
import { TABLES, TAMPERINGS, tamper } from './tampering.fixture';

const clock = { now: () => '2026-12-31T12:00:00.000Z' };

describe('the scrub', () => {
  let bed: TestBed;
  let options: ScrubOptions;
  beforeAll(async () => {
    bed = await testBed();
    options = { ...bed, clock };
    for (const file of [1, 2]) await append(bed.store, fileId(file), ordinaryThread);
    const sent = recorded('DecisionServed', '2026-03-03');
    await append(bed.store, fileId(2), [
      sent,
      recorded('EntryRetracted', '2026-03-21', { eventId: sent.id }),
      recorded('ConsentGiven', '2026-03-21', { validTo: on('2026-06-01') }),
    ]);
    await appendReview(bed.store, 'spring', 'ReviewPlanned');
    await appendReview(bed.store, 'spring', 'ReviewApproved');
    await appendReview(bed.store, 'spring', 'SampleDrawn', [fileId(1)]);
    await appendAbsence(bed.store, 'norr', on('2026-03-20'), {
      userId: 'anna' as UserId,
      substituteId: 'bo' as UserId,
      from: on('2026-04-01'),
    });
    await catchUp(bed);
  });
  afterAll(() => bed.close());

  const pass = async (scrub = new Scrub(options)): Promise<readonly ReadModelDifference[]> => {
    const found: ReadModelDifference[] = [];
    for (;;) {
      const { differences, left } = await scrub.step();
      found.push(...differences);
      if (left === 0) return found;
    }
  };

  it('finds nothing where nothing was changed', async () => {
    expect(await pass()).toEqual([]);
    expect(await compareAll(options)).toEqual([]);
  });

  describe.each(TABLES.map((table) => [table.name, table] as const))('of %s', (name, table) => {
    it.each(Object.keys(TAMPERINGS) as (keyof typeof TAMPERINGS)[])(
      'finds a row that was %s, says which, and makes it again',
      async (how) => {
        const before = await contentsOf(bed.db);
        const owner = tamper(bed.file, how, table);
        expect(await contentsOf(bed.db)).not.toEqual(before);
        const compared = await compareAll(options);
        expect(compared.map((one) => [one.table, one.owner])).toEqual(compared.map(() => [name, owner]));
        expect(compared.length).toBeGreaterThan(0);
        expect(JSON.stringify(compared)).not.toMatch(/tampered|2001-01-01/);
        expect(await contentsOf(bed.db)).not.toEqual(before);
        expect(await pass()).toEqual(compared);
        expect(await contentsOf(bed.db)).toEqual(before);
        expect(await pass()).toEqual([]);
      },
    );
  });

  it('names the columns of a changed row', async () => {
    await bed.db.writer
      .updateTable('cases')
      .set({ stateOn: '2001-01-01' as never })
      .where('fileId', '=', fileId(1))
      .execute();
    expect(await pass()).toEqual([
      { table: 'cases', owner: fileId(1), what: 'changed', columns: ['stateOn'] },
    ]);
  });

  it('does not repeat what stands in place of an id', async () => {
    await bed.db.writer
      .insertInto('reviews')
      .values({ reviewId: 'Elsa Exempelsson' as never })
      .execute();
    expect(await pass()).toEqual([{ table: 'reviews', owner: null, what: 'extra', columns: [] }]);
  });

  it('says nothing about events that the rows do not include yet', async () => {
    await append(bed.store, fileId(1), [recorded('OrderCancelled', '2026-03-22')]);
    expect(await pass()).toEqual([]);
    expect(await compareAll(options)).toEqual([]);
    await catchUp(bed);
    expect(await compareAll(options)).toEqual([]);
  });

  it('goes on where the last process ended', async () => {
    const first = await new Scrub(options).step();
    tamper(bed.file, 'changed', TABLES.find(({ name }) => name === 'openedFiles') as (typeof TABLES)[number]);
    const second = await new Scrub(options).step();
    expect([first.left - second.left, second.differences, second.begunAt]).toEqual([1, [], first.begunAt]);
    await pass();
    expect(await pass()).toMatchObject([{ table: 'openedFiles', owner: fileId(1) }]);
  });
});
