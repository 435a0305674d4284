import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { canonicalEnvelope, chainStart, sha256, type ChainedEnvelope } from '../sealing/envelope';
import { sealAsAtFirst } from '../first-seal.fixture';
import { newEvent, openStore, temporaryFolder } from '../store.fixture';
import type { Checkpoint } from './checkpoint';
import { earlierCheckpoint } from './earlier-checkpoint.fixture';
import type { IntegrityProblem, Verification } from './problems';

/** The streams of the three files, in the order of their numbers 1, 2, 3. */
export const STREAMS = ['personalFile-a', 'personalFile-b', 'personalFile-c'] as const;
const [, b] = STREAMS;
export const lastRevision = 5;

/** Three files of six events each, and a checkpoint of them; with the seal of the first version of this program if `first` says so. */
export const threeFiles = async ({ first = false } = {}): Promise<{
  folder: string;
  checkpoint: Checkpoint;
}> => {
  const folder = temporaryFolder();
  const store = await openStore({ folder });
  for (const stream of STREAMS) {
    await store.append(stream, 'none', [newEvent({ type: 'PersonalFileOpened' })]);
    for (let revision = 0; revision < lastRevision; revision++) {
      await store.append(stream, revision, [newEvent()]);
    }
  }
  if (first) {
    await store.close();
    await sealAsAtFirst(folder, ({ revision }) => revision === 3);
  }
  const reading = await openStore({ folder, mode: 'read' });
  const checkpoint = await earlierCheckpoint(reading);
  await reading.close();
  await store.close();
  return { folder, checkpoint };
};

/** An attacker who can write to the database files but has no key. */
export class Intruder {
  private readonly database: DatabaseSync;
  constructor(folder: string, file = 'events.sqlite') {
    this.database = new DatabaseSync(join(folder, file));
  }
  run(sql: string, ...values: SQLInputValue[]): this {
    if (values.length === 0) this.database.exec(sql);
    else this.database.prepare(sql).run(...values);
    return this;
  }
  envelope(stream: number, revision: number): ChainedEnvelope {
    const row = this.database
      .prepare('SELECT envelope FROM events WHERE stream = ? AND revision = ?')
      .get(stream, revision);
    return JSON.parse((row as { envelope: string }).envelope) as ChainedEnvelope;
  }
  flipBit(stream: number, revision: number): void {
    const where = 'WHERE stream = ? AND revision = ?';
    const row = this.database.prepare(`SELECT sealed FROM events ${where}`).get(stream, revision);
    const { sealed } = row as { sealed: Uint8Array };
    sealed[20] = (sealed[20] as number) ^ 1;
    this.run(`UPDATE events SET sealed = ? ${where}`, sealed, stream, revision);
  }
  /** Replaces an event's envelope and writes the hash that fits it. */
  forge(stream: number, revision: number, change: Partial<ChainedEnvelope>): string {
    const text = canonicalEnvelope({ ...this.envelope(stream, revision), ...change });
    const where = 'WHERE stream = ? AND revision = ?';
    this.run(`UPDATE events SET envelope = ?, hash = ? ${where}`, text, sha256(text), stream, revision);
    return sha256(text);
  }
  /** Changes an event and chains all later events anew, so that the stream is consistent again. */
  rewriteFrom(stream: number, name: string, revision: number, change: Partial<ChainedEnvelope>): void {
    let prevHash = revision === 0 ? chainStart(name) : this.envelope(stream, revision).prevHash;
    for (let r = revision; r <= lastRevision; r++) {
      prevHash = this.forge(stream, r, { ...(r === revision && change), prevHash });
    }
  }
  close(): void {
    this.database.close();
  }
}

export const verify = async (folder: string, against?: Checkpoint): Promise<Verification> => {
  const store = await openStore({ folder, mode: 'read' });
  const result = await store.verify({ against });
  await store.close();
  return result;
};

export const at = (
  stream: string | null,
  revision: number | null,
  kind: IntegrityProblem['kind'],
): IntegrityProblem => ({
  stream,
  revision,
  kind,
});

/** Changes with a chain that fits, and the first revision that they change. */
export const chainedAnew: readonly [string, (intruder: Intruder) => unknown, number][] = [
  ['a chain made anew', (i) => i.rewriteFrom(2, b, 2, { occurredOn: '2025-01-01' }), 2],
  ['a chain made anew from the start', (i) => i.rewriteFrom(2, b, 0, { unitId: 'unit-2' }), 0],
  ['a last event changed, with a hash that fits', (i) => i.forge(2, 5, { unitId: 'unit-2' }), 5],
];
