import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { BoundedCache } from '../bounded-cache';
import type { LogAppended, LoggedEvent, SealedEvent } from '../log';
import { ConcurrencyConflict, StreamErased, type ExpectedRevision, type StreamName } from '../port';
import { insertEventSql } from './event-log.schema';
import { asLogged, columns, type EventRow } from './log-rows';

export interface AppendRequest {
  readonly stream: StreamName;
  readonly expectedRevision: ExpectedRevision;
  readonly events: readonly SealedEvent[];
}

/** What came of one request of a group: its answer, or why it was refused. */
export type AppendOutcome = LogAppended | ConcurrencyConflict | StreamErased;

/** Streams whose number and last revision are kept at hand. */
const streamsAtHandMax = 65_536;

interface StreamAtHand {
  readonly number: number;
  revision: number;
}

/** The one writer of `events.sqlite`. Everything in it is synchronous: one call, one transaction. */
export class LogWriter {
  private readonly atHand = new BoundedCache<StreamName, StreamAtHand>(streamsAtHandMax);
  private nextPosition: number;
  private nextStream: number;
  private readonly begin: StatementSync;
  private readonly commit: StatementSync;
  private readonly insertStream: StatementSync;
  private readonly insertEvent: StatementSync;
  private readonly selectStream: StatementSync;
  private readonly selectRange: StatementSync;

  constructor(private readonly database: DatabaseSync) {
    this.begin = database.prepare('BEGIN IMMEDIATE');
    this.commit = database.prepare('COMMIT');
    this.insertStream = database.prepare('INSERT INTO streams (number, name) VALUES (?, ?)');
    this.insertEvent = database.prepare(insertEventSql);
    this.selectStream = database.prepare(
      'SELECT number, erased_revision, (SELECT max(revision) FROM events WHERE stream = number) FROM streams WHERE name = ?',
    );
    this.selectRange = database.prepare(
      `SELECT ${columns} FROM events WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision`,
    );
    this.selectStream.setReturnArrays(true);
    this.selectRange.setReturnArrays(true);
    [this.nextPosition, this.nextStream] = this.readNext();
  }

  /** All requests in one transaction, each of them wholly or not at all. @throws what SQLite throws: then none is stored */
  appendGroup(requests: readonly AppendRequest[]): AppendOutcome[] {
    return this.transaction(() => requests.map((request) => this.append(request)));
  }

  /** @throws ConcurrencyConflict */
  deleteStream(stream: StreamName, expectedRevision: number): void {
    this.transaction(() => {
      const found = this.find(stream);
      if (found === 'erased') return;
      if (found?.revision !== expectedRevision) {
        throw new ConcurrencyConflict(stream, expectedRevision, found?.revision ?? 'none');
      }
      this.database
        .prepare(
          `UPDATE streams SET (erased_revision, erased_hash, erased_position) =
             (SELECT revision, hash, position FROM events WHERE stream = :number AND revision = :revision) WHERE number = :number`,
        )
        .run({ number: found.number, revision: found.revision });
      this.database.prepare('DELETE FROM events WHERE stream = ?').run(found.number);
      this.atHand.delete(stream);
    });
    this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  private append({ stream, expectedRevision, events }: AppendRequest): AppendOutcome {
    const found = this.find(stream);
    if (found === 'erased') return new StreamErased(stream);
    const actual = found?.revision ?? 'none';
    if (actual !== expectedRevision) {
      const repeated = found && this.repeated(found, stream, expectedRevision, events);
      return repeated ? { repeated } : new ConcurrencyConflict(stream, expectedRevision, actual);
    }
    const target = found ?? this.create(stream);
    const positions = events.map((event) => {
      const position = this.nextPosition++;
      this.insertEvent.run(
        position,
        target.number,
        ++target.revision,
        event.hash,
        event.envelope,
        event.sealed,
      );
      return String(position);
    });
    return { positions };
  }

  private create(stream: StreamName): StreamAtHand {
    const created = { number: this.nextStream++, revision: -1 };
    this.insertStream.run(created.number, stream);
    this.atHand.set(stream, created);
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
    this.atHand.set(stream, found);
    return found;
  }

  /** What stands there already, where the ids are the same one by one. */
  private repeated(
    found: StreamAtHand,
    stream: StreamName,
    expectedRevision: ExpectedRevision,
    events: readonly SealedEvent[],
  ): LoggedEvent[] | undefined {
    const from = expectedRevision === 'none' ? 0 : expectedRevision + 1;
    const rows = this.selectRange.all(found.number, from, from + events.length - 1) as unknown as EventRow[];
    const stored = rows.map((row) => asLogged(row, stream));
    const same = stored.length === events.length && stored.every((event, i) => idOf(event) === events[i]?.id);
    return same ? stored : undefined;
  }

  private transaction<T>(work: () => T): T {
    this.begin.run();
    try {
      const result = work();
      this.commit.run();
      return result;
    } catch (error) {
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      // What was counted ahead in memory did not happen.
      this.atHand.clear();
      [this.nextPosition, this.nextStream] = this.readNext();
      throw error;
    }
  }

  /** Positions are never given twice, not even where the newest events have been erased: readers keep them as their place. */
  private readNext(): [position: number, stream: number] {
    const row = this.database
      .prepare(
        `SELECT max(ifnull((SELECT max(position) FROM events), 0), ifnull((SELECT max(erased_position) FROM streams), 0)) + 1 AS position,
                ifnull((SELECT max(number) FROM streams), 0) + 1 AS stream`,
      )
      .get() as { position: number; stream: number };
    return [row.position, row.stream];
  }
}

const idOf = (event: LoggedEvent): string => (JSON.parse(event.envelope) as { id: string }).id;
