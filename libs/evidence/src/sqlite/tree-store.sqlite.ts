import { chmodSync } from 'node:fs';
import { backup, DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Position, StreamName } from '@rt/event-store';
import { hashingWith, TiledTree, type Destroyed } from '@rt/proof';
import { nodePrimitives } from '../node-primitives';
import type { FollowedEvent, KeptCheckpoint, ListedRedaction, TreeStore } from '../tree-store';
import { guardedTree, refuseNewer } from './tree-file-faults';

/** Which tree a tile belongs to; so far there is one. */
const log = 'events';
const version = 1;

const schema = `
  CREATE TABLE trees (log TEXT PRIMARY KEY, size INTEGER NOT NULL, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE tiles (
    log TEXT NOT NULL,
    level INTEGER NOT NULL,
    n INTEGER NOT NULL,
    hashes BLOB NOT NULL,
    PRIMARY KEY (log, level, n)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE checkpoints (
    size INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    anchor TEXT NOT NULL,
    note TEXT NOT NULL
  ) STRICT;
  CREATE TABLE heads (stream TEXT PRIMARY KEY, revision INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE redactions (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    redacts TEXT
  ) STRICT;
  INSERT INTO trees (log, size, position) VALUES ('${log}', 0, 0);
  PRAGMA user_version = ${version};`;

const hashing = hashingWith(nodePrimitives);
const missingLeaf = hashing.leaf(new Uint8Array());

interface State {
  readonly size: number;
  readonly position: number;
}

/**
 * The tree in its own SQLite file. The positions of the embedded store are the numbers 1, 2, 3 …, so the leaf of an event follows from its position
 * and the checkpoints before it. Every call that adds leaves reads the state again, because another process may have added some.
 */
export const openSqliteTreeStore = (file: string): TreeStore =>
  guardedTree(file, () => new SqliteTreeStore(file));

class SqliteTreeStore implements TreeStore {
  private readonly database: DatabaseSync;
  private readonly selectState: StatementSync;
  private readonly readTile: StatementSync;
  private readonly writeTile: StatementSync;
  private readonly writeHead: StatementSync;
  private readonly selectHead: StatementSync;
  private tree: TiledTree;

  constructor(private readonly file: string) {
    const database = new DatabaseSync(file, { timeout: 10_000 });
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    chmodSync(file, 0o600);
    database.exec('BEGIN IMMEDIATE');
    const { user_version: found } = database.prepare('PRAGMA user_version').get() as { user_version: number };
    if (found === 0) database.exec(schema);
    database.exec('COMMIT');
    refuseNewer(file, found, version);
    this.database = database;
    this.selectState = database.prepare(`SELECT size, position FROM trees WHERE log = '${log}'`);
    this.readTile = database.prepare(`SELECT hashes FROM tiles WHERE log = '${log}' AND level = ? AND n = ?`);
    this.writeTile = database.prepare(
      `INSERT OR REPLACE INTO tiles (log, level, n, hashes) VALUES ('${log}', ?, ?, ?)`,
    );
    this.writeHead = database.prepare('INSERT OR REPLACE INTO heads (stream, revision) VALUES (?, ?)');
    this.selectHead = database.prepare('SELECT revision FROM heads WHERE stream = ?');
    this.tree = this.treeOf(0);
  }

  position(): Promise<Position | undefined> {
    return this.run(() => {
      const { position } = this.state();
      return position === 0 ? undefined : String(position);
    });
  }

  size(): Promise<number> {
    return this.run(() => this.state().size);
  }

  add(events: readonly FollowedEvent[]): Promise<void> {
    return this.transaction(() => {
      let { position } = this.state();
      const leaves: Uint8Array[] = [];
      const last = new Map<StreamName, number>();
      for (const event of events) {
        const at = Number(event.position);
        if (at <= position) continue;
        while (++position < at) leaves.push(missingLeaf);
        leaves.push(hashing.leaf(event.hash));
        last.set(event.stream, event.revision);
        if (event.redaction !== undefined) this.keepRedaction(at, event.redaction);
      }
      for (const [stream, revision] of last) this.writeHead.run(stream, revision);
      this.grow(leaves, position);
    });
  }

  addCheckpoint(
    anchor: string,
    sign: (tree: { readonly size: number; readonly root: Uint8Array }) => string,
  ): Promise<KeptCheckpoint> {
    return this.transaction(() => {
      const { position } = this.state();
      this.grow([hashing.leaf(nodePrimitives.utf8(anchor))], position);
      const { size } = this.tree;
      const note = sign({ size, root: this.tree.root() });
      this.database
        .prepare('INSERT INTO checkpoints (size, position, anchor, note) VALUES (?, ?, ?, ?)')
        .run(size, position, anchor, note);
      return { size, ...positionOf(position), anchor, note };
    });
  }

  checkpoints(latest = -1): Promise<readonly KeptCheckpoint[]> {
    return this.run(() =>
      (
        this.database
          .prepare('SELECT size, position, anchor, note FROM checkpoints ORDER BY size DESC LIMIT ?')
          .all(latest) as unknown as (KeptCheckpoint & { position: number })[]
      )
        .map(({ size, position, anchor, note }) => ({ size, ...positionOf(position), anchor, note }))
        .reverse(),
    );
  }

  lastRevision(stream: StreamName): Promise<number | undefined> {
    return this.run(() => (this.selectHead.get(stream) as { revision: number } | undefined)?.revision);
  }

  redactions(): Promise<readonly ListedRedaction[]> {
    return this.run(() =>
      (
        this.database
          .prepare('SELECT position, stream, revision, redacts FROM redactions ORDER BY position')
          .all() as { position: number; stream: string; revision: number; redacts: string | null }[]
      ).map(({ position, stream, revision, redacts }) => ({
        position: String(position),
        stream,
        revision,
        ...(redacts !== null && { redacts }),
      })),
    );
  }

  leafFinder(): Promise<(position: Position) => number> {
    return this.run(() => {
      const anchors = (
        this.database.prepare('SELECT position FROM checkpoints ORDER BY size').all() as {
          position: number;
        }[]
      ).map(({ position }) => position);
      return (position) => Number(position) - 1 + countBelow(anchors, Number(position));
    });
  }

  leafHashes(from: number, count: number): Promise<readonly Uint8Array[]> {
    return this.run(() => this.current().leafHashes(from, count));
  }

  root(size: number): Promise<Uint8Array> {
    return this.run(() => this.current().root(size));
  }

  inclusion(leaf: number, size: number): Promise<readonly Uint8Array[]> {
    return this.run(() => this.current().inclusion(leaf, size));
  }

  consistency(first: number, size: number): Promise<readonly Uint8Array[]> {
    return this.run(() => this.current().consistency(first, size));
  }

  multi(leaves: readonly number[], size: number): Promise<readonly Uint8Array[]> {
    return this.run(() => this.current().multi(leaves, size));
  }

  async copyTo(file: string): Promise<void> {
    await backup(this.database, file);
    const copy = new DatabaseSync(file);
    // One file with one hash, without a write-ahead log beside it.
    copy.exec('PRAGMA journal_mode = DELETE');
    copy.close();
    chmodSync(file, 0o600);
  }

  async close(): Promise<void> {
    if (this.database.isOpen) this.database.close();
  }

  private state(): State {
    const state = this.selectState.get() as unknown as State;
    if (this.tree.size !== state.size) this.tree = this.treeOf(state.size);
    return state;
  }

  private current(): TiledTree {
    this.state();
    return this.tree;
  }

  private treeOf(size: number): TiledTree {
    return new TiledTree(
      hashing,
      {
        read: (level, n) => (this.readTile.get(level, n) as { hashes: Uint8Array } | undefined)?.hashes,
        write: (level, n, hashes) => void this.writeTile.run(level, n, hashes),
      },
      size,
    );
  }

  private grow(leaves: readonly Uint8Array[], position: number): void {
    this.tree.append(leaves);
    this.database
      .prepare(`UPDATE trees SET size = ?, position = ? WHERE log = '${log}'`)
      .run(this.tree.size, position);
  }

  private keepRedaction(position: number, { stream, revision, redacts }: Destroyed): void {
    this.database
      .prepare('INSERT INTO redactions (position, stream, revision, redacts) VALUES (?, ?, ?, ?)')
      .run(position, stream, revision ?? -1, redacts ?? null);
  }

  private transaction<T>(work: () => T): Promise<T> {
    return this.run(() => {
      this.database.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        this.database.exec('COMMIT');
        return result;
      } catch (error) {
        if (this.database.isTransaction) this.database.exec('ROLLBACK');
        // The tree in memory contains leaves that were not stored, so it is discarded; the next call reads it again.
        this.tree = this.treeOf(0);
        throw error;
      }
    });
  }

  private async run<T>(work: () => T): Promise<T> {
    return guardedTree(this.file, work);
  }
}

const positionOf = (position: number): Pick<KeptCheckpoint, 'position'> =>
  position === 0 ? {} : { position: String(position) };

/** How many of some ascending numbers are below a limit. */
const countBelow = (ascending: readonly number[], limit: number): number => {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
};
