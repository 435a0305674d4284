import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { SealedEvent } from '../log';
import type { ExpectedRevision, StreamName } from '../port';

export interface WriterSettings {
  readonly file: string;
  /** How long to wait while another program has locked the file. */
  readonly waitMs: number;
  readonly pagesMax?: number;
}

export interface AppendRequest {
  readonly stream: StreamName;
  readonly expectedRevision: ExpectedRevision;
  readonly events: readonly WrittenEvent[];
}

/** The parts of an event that are written. */
export type WrittenEvent = Pick<SealedEvent, 'envelope' | 'hash' | 'sealed'>;

/** The outcome of one request: the position of its first event, or that it was stored already, or why it was refused. */
export type AppendOutcome =
  | { readonly is: 'stored'; readonly firstPosition: number }
  | { readonly is: 'repeated' }
  | { readonly is: 'conflict'; readonly actual: ExpectedRevision }
  | { readonly is: 'erased' };

/** The only statement that writes events; the benchmark runs it alone as its baseline. */
export const insertEventSql =
  'INSERT INTO events (position, stream, revision, hash, envelope, sealed) VALUES (?, ?, ?, ?, ?, ?)';

/** The settings of a writing connection: committed data survives a power failure, deleted data is overwritten. */
export const writingPragmas =
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -32768;';

/** The most streams whose number and last revision are cached, at about 150 bytes each. When the cache is full, it is cleared. */
const streamsAtHandMax = 65_536;

interface StreamAtHand {
  readonly number: number;
  revision: number;
}

/** The only writer of `events.sqlite`. It is synchronous: each call runs one transaction. */
export class LogWriter {
  private readonly database: DatabaseSync;
  private readonly atHand = new Map<StreamName, StreamAtHand>();
  private nextPosition = 0;
  /** The last event that the last group stored; undefined if it stored none. */
  lastWritten: { readonly position: number; readonly hash: string; readonly envelope: string } | undefined;
  private nextStream = 0;
  private readonly begin: StatementSync;
  private readonly commit: StatementSync;
  private readonly insertStream: StatementSync;
  private readonly insertEvent: StatementSync;
  private readonly selectStream: StatementSync;
  private readonly selectEnvelopes: StatementSync;

  /** The tables must exist already. */
  constructor({ file, waitMs, pagesMax }: WriterSettings) {
    const database = new DatabaseSync(file, { timeout: waitMs });
    database.exec(writingPragmas);
    if (pagesMax !== undefined) database.exec(`PRAGMA max_page_count = ${pagesMax}`);
    this.begin = database.prepare('BEGIN IMMEDIATE');
    this.commit = database.prepare('COMMIT');
    this.insertStream = database.prepare('INSERT INTO streams (number, name) VALUES (?, ?)');
    this.insertEvent = database.prepare(insertEventSql);
    this.selectStream = database.prepare(
      'SELECT number, erased_revision, (SELECT max(revision) FROM events WHERE stream = number) FROM streams WHERE name = ?',
    );
    this.selectEnvelopes = database.prepare(
      'SELECT envelope FROM events WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision',
    );
    this.selectStream.setReturnArrays(true);
    this.selectEnvelopes.setReturnArrays(true);
    this.database = database;
    this.readNext();
  }

  /** Runs all requests in one transaction; each is stored completely or not at all. @throws SQLite's error; then none is stored */
  appendGroup(requests: readonly AppendRequest[]): AppendOutcome[] {
    this.lastWritten = undefined;
    return this.transaction(() => requests.map((request) => this.append(request)));
  }

  deleteStream(stream: StreamName, expectedRevision: number): AppendOutcome {
    const outcome = this.transaction((): AppendOutcome => {
      const found = this.find(stream);
      if (found === 'erased') return { is: 'erased' };
      if (found?.revision !== expectedRevision) return { is: 'conflict', actual: found?.revision ?? 'none' };
      this.database
        .prepare(
          `UPDATE streams SET (erased_revision, erased_hash, erased_position) =
             (SELECT revision, hash, position FROM events WHERE stream = :number AND revision = :revision) WHERE number = :number`,
        )
        .run({ number: found.number, revision: found.revision });
      this.database.prepare('DELETE FROM events WHERE stream = ?').run(found.number);
      this.atHand.delete(stream);
      return { is: 'erased' };
    });
    // Empty the write-ahead log: it may still hold the deleted pages.
    this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    return outcome;
  }

  close(): void {
    this.database.close();
  }

  private append({ stream, expectedRevision, events }: AppendRequest): AppendOutcome {
    const found = this.find(stream);
    if (found === 'erased') return { is: 'erased' };
    const actual = found?.revision ?? 'none';
    if (actual !== expectedRevision) {
      const isRepeat = found !== undefined && this.holds(found, expectedRevision, events);
      return isRepeat ? { is: 'repeated' } : { is: 'conflict', actual };
    }
    const target = found ?? this.create(stream);
    const firstPosition = this.nextPosition;
    for (const { hash, envelope, sealed } of events) {
      this.insertEvent.run(this.nextPosition++, target.number, ++target.revision, hash, envelope, sealed);
    }
    const { hash, envelope } = events.at(-1) as WrittenEvent;
    this.lastWritten = { position: this.nextPosition - 1, hash, envelope };
    return { is: 'stored', firstPosition };
  }

  private create(stream: StreamName): StreamAtHand {
    const created = { number: this.nextStream++, revision: -1 };
    this.insertStream.run(created.number, stream);
    this.keep(stream, created);
    return created;
  }

  private find(stream: StreamName): StreamAtHand | 'erased' | undefined {
    const known = this.atHand.get(stream);
    if (known !== undefined) return known;
    const row = this.selectStream.get(stream) as unknown as
      [number, number | null, number | null] | undefined;
    if (row === undefined) return undefined;
    if (row[1] !== null) return 'erased';
    const found = { number: row[0], revision: row[2] ?? -1 };
    this.keep(stream, found);
    return found;
  }

  private keep(stream: StreamName, found: StreamAtHand): void {
    if (this.atHand.size >= streamsAtHandMax) this.atHand.clear();
    this.atHand.set(stream, found);
  }

  /** True if the events after the expected revision have the same ids in the same order. */
  private holds(
    { number }: StreamAtHand,
    expected: ExpectedRevision,
    events: readonly WrittenEvent[],
  ): boolean {
    const from = expected === 'none' ? 0 : expected + 1;
    const stored = this.selectEnvelopes.all(number, from, from + events.length - 1) as unknown as [string][];
    return (
      stored.length === events.length &&
      stored.every(([envelope], i) => idOf(envelope) === idOf(events[i]?.envelope))
    );
  }

  private transaction<T>(work: () => T): T {
    this.begin.run();
    try {
      const result = work();
      this.commit.run();
      return result;
    } catch (error) {
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      // The transaction did not happen, so the numbers counted ahead in memory are wrong.
      this.atHand.clear();
      this.readNext();
      throw error;
    }
  }

  /** No position is assigned twice, even if the newest events have been erased: readers store positions as checkpoints. */
  private readNext(): void {
    const row = this.database
      .prepare(
        `SELECT max(ifnull((SELECT max(position) FROM events), 0), ifnull((SELECT max(erased_position) FROM streams), 0)) + 1 AS position,
                ifnull((SELECT max(number) FROM streams), 0) + 1 AS stream`,
      )
      .get() as { position: number; stream: number };
    this.nextPosition = row.position;
    this.nextStream = row.stream;
  }
}

const idOf = (envelope: string | undefined): unknown =>
  envelope && (JSON.parse(envelope) as { id: unknown }).id;
