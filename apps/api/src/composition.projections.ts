/**
 * The thread of the read models, and its composition root: it reads the store and writes the read database through connections of its
 * own, so that deciphering, folding and judging the touched files takes no turn from whoever asks.
 */
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { openSqliteEventStore } from '@rt/event-store/sqlite';
import type { LocalDate } from '@rt/domain';
import { FileRepository } from '@rt/files';
import { catchUp, openByRule, openReadDatabase } from '@rt/read-models';
import { faultOf } from './observing/fault';
import type { FromProjections, ProjectionThreadData, ToProjections } from './projection-messages';

/** Whoever is told of a write answers for all that come: the look now and then is for what another process wrote. */
const lookEveryMs = 1_000;
/**
 * Steps that come close together touch the same files, which are then read once. After a round the thread waits as long as the round took,
 * within these limits: however much is written, it leaves half of a processor to those who write.
 */
const gatherMs = { min: 20, max: 1_000 };
const retryAfterMs = 1_000;

const follow = async (port: MessagePort, data: ProjectionThreadData): Promise<void> => {
  const clock = { now: () => new Date().toISOString() };
  const { dataDir: folder, masterKeyFile, signingKeyFile } = data;
  const store = await openSqliteEventStore({ folder, clock, mode: 'read', masterKeyFile, signingKeyFile });
  const db = await openReadDatabase(path.join(folder, 'read-models.sqlite'));
  const files = new FileRepository(store);
  const ending = new AbortController();
  const { signal } = ending;
  const tell = (message: FromProjections): void => port.postMessage(message);
  let asked: number[] = [];
  let written = true;
  let countOn: LocalDate | undefined;
  let wake = (): void => undefined;
  port.on('message', (message: ToProjections) => {
    if (message.is === 'end') ending.abort();
    if (message.is === 'written') written = true;
    if (message.is === 'catchUp') asked.push(message.request);
    if (message.is === 'count') countOn = message.on;
    wake();
  });
  const waitAtMost = async (ms: number, sooner: () => boolean): Promise<void> => {
    const waiting = new AbortController();
    wake = () => {
      if (sooner() || signal.aborted) waiting.abort();
    };
    wake();
    await sleep(ms, undefined, { signal: waiting.signal }).catch(() => undefined);
  };
  while (!signal.aborted) {
    const requests = asked;
    asked = [];
    written = false;
    const began = performance.now();
    try {
      await catchUp({ store, db, files, signal, onApplied: (applied) => tell({ is: 'applied', applied }) });
      store.forgetKeys();
      tell({ is: 'caughtUp', requests });
      // Taken first: another day may be asked for while this one is counted.
      const day = countOn;
      countOn = undefined;
      if (day !== undefined) tell({ is: 'counted', openByRule: await openByRule(db, day) });
      const took = performance.now() - began;
      const gather = Math.min(Math.max(took, gatherMs.min), gatherMs.max);
      await waitAtMost(gather, () => asked.length > 0);
      // Nothing is kept in the clear of files that nobody writes in.
      if (!written && asked.length === 0) files.forgetAll();
      await waitAtMost(lookEveryMs, () => asked.length > 0 || written || countOn !== undefined);
    } catch (error) {
      if (signal.aborted) break;
      tell({ is: 'failed', requests, fault: faultOf(error) });
      await sleep(retryAfterMs, undefined, { signal }).catch(() => undefined);
    }
  }
  await db.close();
  await store.close();
  port.close();
};

if (parentPort !== null) void follow(parentPort, workerData as ProjectionThreadData);
