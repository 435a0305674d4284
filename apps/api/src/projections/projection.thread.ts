/**
 * Entry point of the projection thread. It keeps the read models up to date with the store, through connections of its own, so that
 * decrypting, folding and judging the touched files takes no time from the requests.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { openHouse } from '@rt/composition';
import type { LocalDate } from '@rt/domain';
import type { Position } from '@rt/event-store';
import { catchUp, openByRule, Scrub } from '@rt/read-models';
import { faultOf } from '../observing/fault';
import { DueCheckpoints } from './due-checkpoints';
import { DueScrub } from './due-scrub';
import type { FromProjections, ProjectionThreadData, ToProjections } from './projection.messages';
import { TouchedFiles } from './touched-files';

/** The API thread notifies us of its own writes; this poll catches other processes' writes. */
const pollEveryMs = 1_000;
/**
 * Steps within a short time often concern the same files, which are then read once. After each round the thread waits as long as the round took,
 * within these limits, so that it leaves half of a processor to the writers.
 */
const gatherMs = { min: 20, max: 1_000 };
const retryAfterMs = 1_000;
/** After the read models were made anew, a request can have it done again when so many times as long has passed as it took. */
const againAfter = 20;

const follow = async (
  port: MessagePort,
  { settings, announcedTo, ...due }: ProjectionThreadData,
): Promise<void> => {
  const tell = (message: FromProjections): void => port.postMessage(message);
  const house = await openHouse(settings, {
    mode: 'read',
    onMadeAnew: (file) => tell({ is: 'madeAnew', file }),
  });
  const { store, files, ruleset } = house;
  const db = await house.readModels();
  const ending = new AbortController();
  const { signal } = ending;
  const checkpoints = new DueCheckpoints(() => house.evidence(), house.clock, due.checkpoints, tell);
  const scrub = new DueScrub(
    new Scrub({ store, db, ruleset, clock: house.clock }),
    house.clock,
    due.scrub,
    tell,
  );
  const touchedFiles = new TouchedFiles(store, (touched) => tell({ is: 'touched', touched }), announcedTo);
  const onReached = (position: Position): void => {
    if (touchedFiles.hasTold(position)) tell({ is: 'reached', position });
  };
  let written = true;
  let wanted = false;
  let isTold = false;
  let againFrom = 0;
  let countOn: LocalDate | undefined;
  let wake = (): void => undefined;
  port.on('message', (message: ToProjections) => {
    if (message.is === 'end') ending.abort();
    if (message.is === 'written') written = true;
    if (message.is === 'wanted') wanted = true;
    if (message.is === 'readModelsDamaged') {
      // Damage that comes back at once is the disk's, or a fault of the program: it must not take all the time of this thread.
      if (performance.now() >= againFrom) db.damaged();
      isTold = false;
      wanted = true;
    }
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
  const round = async (): Promise<void> => {
    const onApplied = touchedFiles.applied.bind(touchedFiles);
    const onDamaged = (): void => tell({ is: 'damaged' });
    const began = performance.now();
    const onMadeAnew = (): void => {
      isTold = false;
      const now = performance.now();
      againFrom = now + againAfter * (now - began);
    };
    const position = await catchUp({
      ...{ store, db, ruleset, files, signal },
      ...{ onApplied, onReached, onDamaged, onMadeAnew },
    });
    // Also at the start: the thread before this one may have ended before it could tell.
    if (!isTold) tell({ is: 'readModelsWhole' });
    isTold = true;
    if (position !== undefined) {
      await touchedFiles.fillGap(position);
      tell({ is: 'reached', position });
    }
    store.forgetKeys();
    tell({ is: 'caughtUp' });
    // Taken before counting, because a request for another day may arrive meanwhile.
    const day = countOn;
    countOn = undefined;
    if (day !== undefined) tell({ is: 'counted', openByRule: await openByRule(db, day) });
    await checkpoints.look();
    await scrub.look(() => written || wanted || signal.aborted);
  };
  while (!signal.aborted) {
    written = false;
    wanted = false;
    const began = performance.now();
    try {
      await round();
      const took = performance.now() - began;
      const gather = Math.min(Math.max(took, gatherMs.min), gatherMs.max);
      await waitAtMost(gather, () => wanted);
      // No event is being written, so drop the decrypted files.
      if (!written && !wanted) files.forgetAll();
      await waitAtMost(pollEveryMs, () => wanted || written || countOn !== undefined);
    } catch (error) {
      if (signal.aborted) break;
      tell({ is: 'failed', fault: faultOf(error) });
      await sleep(retryAfterMs, undefined, { signal }).catch(() => undefined);
    }
  }
  await house.close();
  port.close();
};

if (parentPort !== null) void follow(parentPort, workerData as ProjectionThreadData);
