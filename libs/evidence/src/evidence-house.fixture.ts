import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { newEvent } from '@rt/event-store/store.fixture';
import { openSqliteEventStore, type SqliteEventStore } from '@rt/event-store/sqlite';
import type { CheckpointFiles } from './checkpoint-files';
import { earlierSigners } from './earlier-signers';
import { Evidence } from './evidence';
import { openSqliteTreeStore } from './sqlite';
import type { TreeStore } from './tree-store';

const opened: { close(): Promise<void> }[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const part of opened.splice(0).reverse()) await part.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export const evidenceFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rt-evidence-'));
  folders.push(folder);
  return folder;
};

export const openTree = (folder: string): TreeStore => {
  const tree = openSqliteTreeStore(path.join(folder, 'tree.sqlite'));
  opened.push(tree);
  return tree;
};

/** Statements that empty the tree. */
export const emptyTree = [
  ...['tiles', 'heads', 'checkpoints', 'redactions'].map((table) => `DELETE FROM ${table}`),
  'UPDATE trees SET size = 0, position = 0',
];

/** A store with its tree and its evidence in a new folder. */
export class EvidenceHouse {
  /** The checkpoint that the data folder keeps. */
  kept: CheckpointFiles | undefined;

  private constructor(
    readonly folder: string,
    readonly store: SqliteEventStore,
    readonly tree: TreeStore,
    readonly evidence: Evidence,
  ) {}

  static async open(folder = evidenceFolder()): Promise<EvidenceHouse> {
    const clock = { now: () => '2026-03-18T01:00:00.000Z' };
    const tree = openTree(folder);
    const store: SqliteEventStore = await openSqliteEventStore({
      folder,
      clock,
      mode: 'write',
      earlierSigners,
      beforeErasing: async () => void (await evidence.follow()),
    });
    opened.push(store);
    const evidence: Evidence = new Evidence({
      order: store,
      tree,
      accessHead: async () => ({ count: 3, hash: new Uint8Array(32).fill(7) }),
      keysGeneration: () => store.keysGeneration(),
      signingKey: store.signingKey,
      keyChanges: () => store.keyChanges(),
      municipality: 'exempelkommun',
      storeId: store.storeId,
      clock,
      kept: () => house.kept,
    });
    const house: EvidenceHouse = new EvidenceHouse(folder, store, tree, evidence);
    return house;
  }

  /** Appends notes to the streams `s0`, `s1` … in turn. */
  async write(events: number, streams = 3): Promise<void> {
    for (let i = 0; i < events; i++) {
      const stream = `s${i % streams}`;
      const last = (await this.store.readStream(stream)).length - 1;
      await this.store.append(stream, last < 0 ? 'none' : last, [newEvent()]);
    }
  }

  /** Changes a file of the folder outside the program, without a key. */
  tamper(file: 'events' | 'tree', ...statements: string[]): void {
    const database = new DatabaseSync(path.join(this.folder, `${file}.sqlite`));
    for (const sql of statements) database.exec(sql);
    database.close();
  }

  /** Changes a day in the last event of a stream and computes its hash again, as anyone with access to the file can. */
  moveLastDay(stream: string): void {
    const database = new DatabaseSync(path.join(this.folder, 'events.sqlite'));
    const row = database
      .prepare(
        'SELECT position, envelope FROM events WHERE stream = (SELECT number FROM streams WHERE name = ?) ORDER BY revision DESC LIMIT 1',
      )
      .get(stream) as { position: number; envelope: string };
    const envelope = row.envelope.replace('"occurredOn":"2026-03-02"', '"occurredOn":"2026-04-02"');
    const hash = createHash('sha256').update(envelope).digest('hex');
    database
      .prepare('UPDATE events SET envelope = ?, hash = ? WHERE position = ?')
      .run(envelope, hash, row.position);
    database.close();
  }

  async problems(...outside: Parameters<Evidence['verify']>): Promise<readonly string[]> {
    const { problems, ok } = await this.evidence.verify(...outside);
    expect(ok).toBe(problems.length === 0);
    return problems.map(({ stream, revision, kind }) =>
      stream === null ? kind : `${kind} ${stream}/${revision}`,
    );
  }
}

export const otherKey = () => generateKeyPairSync('ed25519').publicKey;
