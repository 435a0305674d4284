import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { openHouse, type House, type HouseSettings } from '@rt/composition';
import { exampleId, recorded, type FileId } from '@rt/domain';
import type { Position } from '@rt/event-store';
import { catchUp, type ReadDatabase } from '@rt/read-models';
import { pino } from 'pino';
import type { ProjectionThreadData, Touched } from '../../apps/api/src/projections/projection.messages';
import { Projections } from '../../apps/api/src/projections/projections';
import { append } from '../../libs/read-models/src/history.fixture';
import { threadArgs } from './city.fixture';

const fileId = exampleId('party') as string as FileId;
const script = path.join(__dirname, '../../apps/api/src/projections/projection.thread.ts');

/** The projection thread, which follows the store, and what the server does when the thread dies. */
describe('the projection thread', () => {
  let settings: HouseSettings;
  let house: House;
  let db: ReadDatabase;
  let projections: Projections;
  let threads: Worker[];
  let touched: Touched[];
  let logged: string[];
  let damaged: number;

  beforeEach(async () => {
    settings = { dataDir: mkdtempSync(path.join(tmpdir(), 'rt-projections-')), municipality: 'exempelstad' };
    threads = [];
    touched = [];
    logged = [];
    damaged = 0;
    const clock = { now: () => '2026-12-31T12:00:00.000Z' };
    // The test does not call `projections.look()` after an append, so an append here looks like a write of another process.
    house = await openHouse(settings, { mode: 'write', clock });
    db = await house.readModels();
    projections = projectionsWith(10_000);
    projections.onTouched((each) => touched.push(each));
    await projections.start();
  });
  afterEach(async () => {
    await projections.end();
    await house.close();
    rmSync(settings.dataDir, { recursive: true });
  });

  const realThread = (announcedTo: Position | undefined): Worker => {
    const workerData: ProjectionThreadData = {
      settings,
      checkpoints: { every: 1_000 },
      scrub: { days: 7 },
      announcedTo,
    };
    const thread = new Worker(script, { workerData, execArgv: threadArgs });
    threads.push(thread);
    return thread;
  };
  const projectionsWith = (waitMsMax: number, startThread = realThread): Projections => {
    const { store, files, ruleset } = house;
    const log = pino({}, { write: (line: string) => void logged.push(line) });
    const onDamaged = (): void => void (damaged += 1);
    const onCheckpoint = (): void => undefined;
    return new Projections({
      store,
      files,
      db,
      ruleset,
      log,
      onDamaged,
      onDatabaseMadeAnew: () => undefined,
      onCheckpoint,
      onScrub: () => undefined,
      startThread,
      waitMsMax,
    });
  };
  const writes = async (): Promise<Position> => {
    await append(house.store, fileId, [recorded('NoteWritten', '2026-03-02')]);
    return (await house.store.lastPosition()) as Position;
  };
  const noted = async (): Promise<string | undefined> =>
    (await db.reader.selectFrom('modelStates').select('position').executeTakeFirst())?.position ?? undefined;

  it('holds what was written when reach() of its position resolves, and has told its listeners before', async () => {
    for (let written = 1; written <= 20; written += 1) {
      const position = await writes();
      await projections.reach(position);
      expect(await noted()).toBe(position);
      expect(touched.at(-1)).toEqual({ position, fileIds: [fileId] });
    }
  });

  it('finds what another process wrote without a call of reach()', async () => {
    const { promise, resolve } = Promise.withResolvers<Touched>();
    projections.onTouched(resolve);
    const position = await writes();
    expect(await promise).toEqual({ position, fileIds: [fileId] });
    expect(await noted()).toBe(position);
  });

  it('waits for the given position, not for what was written later', async () => {
    const first = await writes();
    await projections.reach(first);
    const [thread] = threads as [Worker];
    const post = jest.spyOn(thread, 'postMessage');
    await writes();
    await projections.reach(first);
    expect(post).not.toHaveBeenCalled();
  });

  it('tells of files that another process applied to the rows, also of a whole import at once', async () => {
    await projections.reach(await writes());
    const { store, ruleset } = house;
    const position = await writes();
    // The rows are now ahead of the projection thread, as after a read by the command line.
    await catchUp({ store, db, ruleset });
    await projections.reach(position);
    expect(touched.at(-1)).toEqual({ position, fileIds: [fileId] });
    const many = Array.from({ length: 1_001 }, () => recorded('NoteWritten', '2026-03-02'));
    await append(store, exampleId('order') as string as FileId, many);
    await catchUp({ store, db, ruleset });
    const last = (await store.lastPosition()) as Position;
    await projections.reach(last);
    // If the projection thread was faster than this process, it names the file.
    const { position: told, fileIds } = touched.at(-1) as Touched;
    expect(told).toBe(last);
    expect(['tooMany', [exampleId('order')]]).toContainEqual(fileIds);
  });

  it('refuses at once a position that the store does not have, however far beyond its end', async () => {
    const last = await writes();
    for (const beyond of [`${last}0`, String(Number(last) + 1), '99999999999999999999'])
      await expect(projections.reach(beyond, 'X')).rejects.toMatchObject({
        code: 'BAD_REQUEST',
        errors: [{ field: 'X', code: 'unknownPosition' }],
      });
  });

  it('stops waiting after a time, and says that the read models are not ready', async () => {
    await projections.end();
    const mute = new Worker(
      `const { parentPort } = require('node:worker_threads');
       parentPort.postMessage({ is: 'caughtUp' });
       parentPort.on('message', ({ is }) => is === 'end' && process.exit());`,
      { eval: true },
    );
    const impatient = projectionsWith(50, () => mute);
    await impatient.start();
    await expect(impatient.reach(await writes())).rejects.toMatchObject({
      code: 'NOT_READY',
      errors: [{ field: '', code: 'readModels' }],
    });
    await impatient.end();
  });

  it('is not ready while it is dead, fails its callers, is started again and has missed nothing', async () => {
    const [first] = threads as [Worker];
    expect(projections.isFollowing).toBe(true);
    const dead = once(first, 'exit');
    const waited = projections.reach(await writes()).catch((error: Error) => error.name);
    await first.terminate();
    await dead;
    expect(projections.isFollowing).toBe(false);
    expect([undefined, 'Problem']).toContain(await waited);
    const position = await writes();
    await projections.reach(position);
    expect([await noted(), threads.length]).toEqual([position, 2]);
    expect(touched.at(-1)).toEqual({ position, fileIds: [fileId] });
    expect(logged.join('')).toContain('the read models do not follow');
  });

  it('ends when end() is called, and leaves nothing running', async () => {
    const [thread] = threads as [Worker];
    const ended = once(thread, 'exit');
    await projections.end();
    expect(await ended).toEqual([0]);
    await sleep(0);
    expect(threads).toHaveLength(1);
  });
});
