import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { exampleId, recorded, type FileId } from '@rt/domain';
import { openSqliteEventStore, type SqliteEventStore } from '@rt/event-store/sqlite';
import { FileRepository } from '@rt/files';
import { openReadDatabase, type Applied, type ReadDatabase } from '@rt/read-models';
import { pino } from 'pino';
import { Projections } from '../../apps/api/src/projections';
import { append } from '../../libs/read-models/src/history.fixture';
import { threadArgs } from './city.fixture';

const fileId = exampleId('party') as string as FileId;

/** The projection thread, which follows the store, and what the server does when the thread dies. */
describe('the thread of the read models', () => {
  let folder: string;
  let store: SqliteEventStore;
  let db: ReadDatabase;
  let projections: Projections;
  let threads: Worker[];
  let logged: string[];

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'rt-projections-'));
    threads = [];
    logged = [];
    const clock = { now: () => '2026-12-31T12:00:00.000Z' };
    store = await openSqliteEventStore({
      folder,
      clock,
      mode: 'write',
      onCommit: () => projections.look(),
    });
    db = await openReadDatabase(path.join(folder, 'read-models.sqlite'));
    const log = pino({}, { write: (line: string) => void logged.push(line) });
    const startThread = (): Worker => {
      const thread = new Worker(path.join(__dirname, '../../apps/api/src/composition.projections.ts'), {
        workerData: { dataDir: folder },
        execArgv: threadArgs,
      });
      threads.push(thread);
      return thread;
    };
    const files = new FileRepository(store, { writes: true });
    projections = new Projections({ store, files, db, log, startThread });
    await projections.start();
    await projections.catchUp();
  });
  afterEach(async () => {
    await projections.end();
    await db.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const decide = (nth: number): Promise<void> =>
    append(store, fileId, [
      recorded('DecisionMade', '2026-03-02', { decisionId: exampleId('decision', nth) }),
    ]);
  const decisions = async (): Promise<number> =>
    (await db.reader.selectFrom('decisions').selectAll().execute()).length;

  it('holds everything written so far when catchUp() resolves, and has told its listeners of it before', async () => {
    const told: Applied[] = [];
    projections.onApplied((applied) => told.push(applied));
    for (let written = 1; written <= 20; written += 1) {
      await decide(written);
      await projections.catchUp();
      expect([await decisions(), told.at(-1)]).toEqual([
        written,
        { position: await store.lastPosition(), fileIds: [fileId] },
      ]);
    }
  });

  it('follows the store without a call of catchUp()', async () => {
    const { promise, resolve } = Promise.withResolvers<Applied>();
    projections.onApplied(resolve);
    await decide(1);
    expect(await promise).toEqual({ position: await store.lastPosition(), fileIds: [fileId] });
    expect(await decisions()).toBe(1);
  });

  it('is not ready while it is dead, fails its callers, is started again and has missed nothing', async () => {
    const [first] = threads as [Worker];
    expect(projections.isFollowing).toBe(true);
    const dead = once(first, 'exit');
    const waited = projections.catchUp().catch((error: Error) => error.name);
    await first.terminate();
    await dead;
    expect(projections.isFollowing).toBe(false);
    expect([undefined, 'Problem']).toContain(await waited);
    await decide(1);
    await projections.catchUp();
    expect([projections.isFollowing, await decisions(), threads.length]).toEqual([true, 1, 2]);
    expect(logged.join('')).toContain('the read models do not follow');
  });

  it('ends when it is told to, with nothing running on', async () => {
    const [thread] = threads as [Worker];
    const ended = once(thread, 'exit');
    await projections.end();
    expect(await ended).toEqual([0]);
    await sleep(0);
    expect(threads).toHaveLength(1);
  });
});
