import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { recorded, reviewStreamOf } from '@rt/domain';
import type { StoredEvent } from '@rt/event-store';
import { streamOfFile } from '@rt/files';
import { sql } from 'kysely';
import {
  append,
  appendReview,
  contentsOf,
  fileId,
  ordinaryThread,
  rebuilt,
  testBed,
  type TestBed,
} from '../history.fixture';
import { ReadDatabaseDamaged } from '../database/read-database';
import { compareAll, Scrub } from '../scrub/scrub';
import { catchUp, rebuild } from './runner';

describe('a rebuild after one bit of a stream was flipped on the disk', () => {
  let bed: TestBed;
  beforeEach(async () => {
    bed = await testBed();
    for (const number of [1, 2]) await append(bed.store, fileId(number), ordinaryThread);
  });
  afterEach(() => bed.close());

  /** Flips a bit in the stored bytes of an event, while no process has the store open. */
  const flipBitOf = async ({ hash }: StoredEvent): Promise<void> => {
    await bed.store.close();
    const file = join(bed.folder, 'store', 'events.sqlite');
    const bytes = readFileSync(file);
    const at = bytes.indexOf(hash);
    bytes[at] = (bytes[at] as number) ^ 1;
    writeFileSync(file, bytes);
    await bed.reopenStore();
  };

  it('carries the rows of a file and of a review over, and tells that nothing proves them', async () => {
    await appendReview(bed.store, 'spring', 'ReviewPlanned');
    await appendReview(bed.store, 'spring', 'SampleDrawn', [fileId(1)]);
    await catchUp(bed);
    const before = await contentsOf(bed.db);
    const [, event] = await bed.store.readStream(streamOfFile(fileId(2)));
    const [planned] = await bed.store.readStream(reviewStreamOf('spring'));
    for (const each of [event, planned]) await flipBitOf(each as StoredEvent);

    const damaged: string[] = [];
    await rebuild({ ...bed, onDamaged: ({ stream }) => damaged.push(stream) });
    expect(damaged).toEqual([streamOfFile(fileId(2)), reviewStreamOf('spring')]);
    expect(await contentsOf(bed.db)).toEqual(before);

    const options = { ...bed, clock: { now: () => '2026-12-31T12:00:00.000Z' } };
    const unproved = await compareAll(options);
    expect(unproved.map(({ what }) => what)).toEqual(unproved.map(() => 'unproved'));
    expect(unproved).toContainEqual({
      table: 'openedFiles',
      owner: fileId(2),
      what: 'unproved',
      columns: [],
    });
    expect(new Set(unproved.map(({ owner }) => owner))).toEqual(new Set([fileId(2), 'spring']));
    let scrubbed = 0;
    for (const scrub = new Scrub(options); ;) {
      const step = await scrub.step();
      scrubbed += step.damaged;
      expect(step.differences).toEqual([]);
      if (step.left === 0) break;
    }
    expect(scrubbed).toBe(2);
    expect(await contentsOf(bed.db)).toEqual(before);
  });

  it('carries nothing over into a table with a new column', async () => {
    await catchUp(bed);
    const [event] = await bed.store.readStream(streamOfFile(fileId(2)));
    await flipBitOf(event as StoredEvent);
    await sql`alter table opened_files drop column board_id`.execute(bed.db.writer);
    await rebuild({ ...bed, onDamaged: () => undefined });
    const { openedFiles, cases } = await contentsOf(bed.db);
    expect([openedFiles?.length, cases?.length]).toEqual([1, 2]);
  });
});

describe('following with a damaged read database', () => {
  let bed: TestBed;
  let before: Awaited<ReturnType<typeof contentsOf>>;
  beforeEach(async () => {
    bed = await testBed();
    await append(bed.store, fileId(1), ordinaryThread);
    await catchUp(bed);
    before = await contentsOf(bed.db);
  });
  afterEach(() => bed.close());

  /** Each statement has a connection of its own, because a connection keeps the schema that it has read. */
  const change = (statements: readonly string[]): void => {
    for (const statement of statements) {
      const database = new DatabaseSync(bed.file, { defensive: false });
      database.exec(`PRAGMA writable_schema = ON; ${statement}`);
      database.close();
    }
  };
  const reread = 'PRAGMA schema_version = 99';

  it.each([
    [
      'a table has another name',
      [
        `UPDATE sqlite_schema SET name = 'cbses', tbl_name = 'cbses', sql = replace(sql, '"cases"', '"cbses"')
        WHERE tbl_name = 'cases'; ${reread}`,
      ],
    ],
    [
      'a column has another name',
      [`UPDATE sqlite_schema SET sql = replace(sql, 'state_on', 'rtate_on') WHERE name = 'cases'; ${reread}`],
    ],
    [
      'an index has rows that the table has not',
      [
        `CREATE TABLE aside AS SELECT * FROM sqlite_schema WHERE name = 'cases_by_key';
         DELETE FROM sqlite_schema WHERE name = 'cases_by_key'; ${reread}`,
        'DELETE FROM cases',
        `INSERT INTO sqlite_schema SELECT * FROM aside; ${reread}8`,
      ],
    ],
  ])('makes the rows anew where %s', async (_what, statements) => {
    change(statements);
    await append(bed.store, fileId(1), [recorded('OrderCancelled', '2026-03-10')]);
    await expect(catchUp(bed)).rejects.toBeInstanceOf(ReadDatabaseDamaged);
    const onMadeAnew = jest.fn();
    await catchUp({ ...bed, onMadeAnew });
    expect(onMadeAnew).toHaveBeenCalledTimes(1);
    const after = await contentsOf(bed.db);
    expect(after).toEqual(await rebuilt(bed));
    expect(after).not.toEqual(before);
  });
});
