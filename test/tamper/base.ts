/** The untouched folders and their answers, with which every damaged copy is compared. */
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { rt } from '../faults/command-line';
import { Asking, type AskedAndAnswered } from './asking';
import { Served } from './served';
import { makeSmallHouse, noteStep, NOW, REVIEW, type SmallHouse } from './small-house';
import type { LeftByUse } from './questions';
import { readingsOf, type CommandReadings } from './readings';

/** `closed`: the server was closed. `killed`: copied while the server ran, with the write-ahead logs that a killed server leaves. */
export type State = 'closed' | 'killed';
/** `old`: before the redaction, the erasure and what came after them. `signed`: after the last checkpoint, and before what came after it. */
type Kept = State | 'old' | 'signed';

/** A data folder and, beside it, the folder of the checkpoints that have left the house. */
export interface Place {
  readonly data: string;
  readonly checkpoints: string;
}

export interface Base {
  readonly house: SmallHouse;
  readonly asking: Asking;
  readonly answers: readonly AskedAndAnswered[];
  readonly readings: CommandReadings;
  placeOf(state: Kept): Place;
  /** A copy that may be damaged. It is removed when the next one is made. */
  copyOf(state: State): Place;
  remove(): void;
}

const placeIn = (folder: string): Place => ({
  data: path.join(folder, 'data'),
  checkpoints: path.join(folder, 'checkpoints'),
});

/** In memory where the system has a file system for that: every answer about a file flushes the access log. */
export const scratch = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export const makeBase = async (): Promise<Base> => {
  const folder = mkdtempSync(path.join(scratch, 'rt-tamper-'));
  const of = (name: string): Place => placeIn(path.join(folder, name));
  const copy = (from: Place, name: string): Place => {
    rmSync(path.join(folder, name), { recursive: true, force: true });
    mkdirSync(path.join(folder, name), { mode: 0o700 });
    const to = of(name);
    cpSync(from.data, to.data, { recursive: true });
    cpSync(from.checkpoints, to.checkpoints, { recursive: true });
    return to;
  };
  const closed = of('closed');
  mkdirSync(closed.checkpoints, { recursive: true });
  const house = await makeSmallHouse(closed.data, () => void copy(closed, 'old'));
  withoutLogs(of('old').data);
  const served = await Served.open(closed, NOW);
  const use = async (): Promise<LeftByUse & { asking: Asking }> => {
    const asking = await Asking.signIn(served, house);
    const left = await useIt(served, asking, house, closed, () => void copy(closed, 'signed'));
    withoutLogs(of('signed').data);
    copy(closed, 'killed');
    return { asking, ...left };
  };
  const { asking, ...left } = await use().finally(() => served.close());
  let trials = 0;
  const copyOf = (state: State): Place => {
    rmSync(path.join(folder, `trial-${trials}`), { recursive: true, force: true });
    return copy(of(state), `trial-${++trials}`);
  };
  const chosen = await Served.open(copyOf('closed'));
  await asking.choose(chosen, { ...house, ...left });
  await chosen.close();
  const whole = copyOf('closed');
  const again = await Served.open(whole);
  const answers = await asking.askAll(again);
  await again.close();
  return {
    house,
    asking,
    answers,
    readings: await readingsOf(whole, house),
    placeOf: of,
    copyOf,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** Puts what stands in the write-ahead logs into the databases. */
const withoutLogs = (folder: string): void => {
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.sqlite'))) {
    const database = new DatabaseSync(path.join(folder, name));
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
  }
};

/** Leaves something in every database: entries of the access log, seen marks, a calendar, a job, drafts, a checkpoint, and events after it. */
const useIt = async (
  served: Served,
  asking: Asking,
  house: SmallHouse,
  { data, checkpoints }: Place,
  signed: () => void,
): Promise<LeftByUse> => {
  const seen = await Promise.all(
    asking.askers.map(async ({ userId }) => {
      const { text } = await asking.ask(served, { userId, address: '/api/v1/notices?show=all' });
      const [first] = (JSON.parse(text || '{}') as { notices?: readonly { id: string }[] }).notices ?? [];
      if (first !== undefined)
        await asking.write(served, userId, '/api/v1/notices/seen', { noticeIds: [first.id] });
      return first !== undefined;
    }),
  );
  if (!seen.includes(true)) throw new Error('nobody has a notice to see');
  for (const question of asking.some) await asking.ask(served, question);
  await served.followed();
  const out = path.join(checkpoints, 'out.checkpoint');
  const made = await rt(['checkpoint', '--out', out, '--data-dir', data], { now: NOW });
  if (made.exitCode !== 0) throw new Error(made.err);
  for (const question of asking.some.slice(0, 1)) await asking.ask(served, question);
  signed();
  const own = house.held.find(({ userId }) => userId === asking.worker.userId);
  for (const text of ['Ringde.', 'Fick svar.'])
    await asking.write(served, asking.worker.userId, `/api/v1/files/${own?.fileId}/events`, noteStep(text));
  // A new file has a new key, so the keys have a write-ahead log too.
  await asking.write(served, asking.worker.userId, '/api/v1/files', { person: PERSON });
  const { path: calendar } = JSON.parse(
    await asking.write(served, asking.worker.userId, '/api/v1/subscriptions/calendar', {}),
  ) as { path: string };
  const jobId = await asking.finishJob(served, `/api/v1/reviews/${REVIEW}/sample/verification`);
  const draftIds = [randomUUID(), randomUUID()];
  for (const [n, address] of [`/api/v1/files/${own?.fileId}/drafts`, '/api/v1/drafts'].entries()) {
    const draft = { type: n === 0 ? 'NoteWritten' : 'PersonalFileOpened', values: { text: 'Ringde.' } };
    await asking.write(served, asking.worker.userId, `${address}/${draftIds[n]}`, draft, 'PUT');
  }
  await served.followed();
  return { jobId, draftIds, secret: path.basename(calendar) };
};

const PERSON = {
  name: 'Kim Exempelsson',
  identity: { kind: 'birthDate', value: '1984-05-17' },
  sex: 'female',
  protectedIdentity: false,
};
