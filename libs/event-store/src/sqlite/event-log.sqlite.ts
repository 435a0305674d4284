import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventLog, LogAppended, LoggedEvent, SealedEvent, StreamRange, StreamState } from '../log';
import {
  ConcurrencyConflict,
  DataFolderUnusable,
  StreamErased,
  type ExpectedRevision,
  type Position,
  type StreamName,
} from '../port';
import { asUnusable, guarded } from '../database-fault';
import { asLogged, asText, columns, type EventRow } from './log-rows';
import type { GroupCommit } from './group-commit';
import type { AppendOutcome } from './log-writer';

/** How often a follower polls for events of another process. An append of this process wakes it at once. */
const pollMs = 200;
const batchSizeDefault = 1_000;

/** The log in one SQLite file. Reads use a connection of their own and never keep a statement open across turns of the event loop. */
export class SqliteEventLog implements EventLog {
  private readonly followers = new Set<() => void>();
  private closed = false;
  private readonly selectStream: StatementSync;
  private readonly selectRange: StatementSync;
  private readonly selectLast: StatementSync;
  private readonly selectAll: StatementSync;
  private readonly selectUpTo: StatementSync;
  private readonly selectStreams: StatementSync;
  private readonly selectLastPosition: StatementSync;

  constructor(
    private readonly reader: DatabaseSync,
    private readonly writer: GroupCommit | undefined,
    private readonly file: string,
  ) {
    const prepare = (sql: string): StatementSync => {
      const statement = reader.prepare(sql);
      statement.setReturnArrays(true);
      return statement;
    };
    this.selectStream = prepare('SELECT number, erased_revision FROM streams WHERE name = ?');
    this.selectRange = prepare(
      `SELECT ${columns} FROM events WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision LIMIT ?`,
    );
    this.selectLast = prepare(
      `SELECT ${columns} FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1`,
    );
    this.selectAll = prepare(
      `SELECT ${columns}, ifnull((SELECT name FROM streams WHERE number = stream), '') FROM events
       WHERE position > ? AND position <= ? ORDER BY position LIMIT ?`,
    );
    this.selectUpTo = prepare(
      `SELECT ${columns} FROM events WHERE stream = ? AND position <= ? ORDER BY revision`,
    );
    this.selectStreams = prepare('SELECT number, name FROM streams WHERE number > ? ORDER BY number LIMIT ?');
    this.selectLastPosition = prepare('SELECT max(position) FROM events');
  }

  async append(
    stream: StreamName,
    expectedRevision: ExpectedRevision,
    events: readonly SealedEvent[],
  ): Promise<LogAppended> {
    const outcome = await this.writing().append({ stream, expectedRevision, events });
    if (outcome.is === 'stored')
      return { positions: events.map((_, i) => String(outcome.firstPosition + i)) };
    if (outcome.is !== 'repeated') throw refusal(outcome, stream, expectedRevision);
    const from = expectedRevision === 'none' ? 0 : expectedRevision + 1;
    return { repeated: await this.readStream(stream, { from, limit: events.length }) };
  }

  async readStream(
    stream: StreamName,
    { from = 0, to = Number.MAX_SAFE_INTEGER, limit = -1 }: StreamRange = {},
  ): Promise<readonly LoggedEvent[]> {
    return this.reading(() => {
      const number = this.numberOf(stream);
      if (number === undefined) return [];
      return (this.selectRange.all(number, from, to, limit) as unknown as EventRow[]).map((row) =>
        asLogged(row, stream),
      );
    });
  }

  async last(stream: StreamName): Promise<LoggedEvent | undefined> {
    return this.reading(() => {
      const number = this.numberOf(stream);
      if (number === undefined) return undefined;
      const row = this.selectLast.get(number) as unknown as EventRow | undefined;
      return row && asLogged(row, stream);
    });
  }

  async *readAll(
    options: { readonly after?: Position; readonly upTo?: Position; readonly batchSize?: number } = {},
  ): AsyncIterable<readonly LoggedEvent[]> {
    const size = options.batchSize ?? batchSizeDefault;
    const upTo = Number(options.upTo ?? (await this.lastPosition()) ?? 0);
    let after = Number(options.after ?? 0);
    for (;;) {
      const batch = this.reading(() => this.selectAll.all(after, upTo, size) as unknown as EventRow[]);
      if (batch.length === 0) return;
      after = (batch[batch.length - 1] as EventRow)[0];
      yield batch.map((row) => asLogged(row, asText(row[5])));
    }
  }

  async *follow(options: {
    readonly after?: Position;
    readonly batchSize?: number;
    readonly signal: AbortSignal;
  }): AsyncIterable<readonly LoggedEvent[]> {
    let after = options.after;
    while (!options.signal.aborted && !this.closed) {
      let upToDate = true;
      for await (const batch of this.readAll({ after, batchSize: options.batchSize })) {
        yield batch;
        // More events may have been written while the caller handled the batch, so wait only after a round without events.
        upToDate = false;
        after = (batch[batch.length - 1] as LoggedEvent).position;
        if (options.signal.aborted || this.closed) return;
      }
      if (upToDate) await this.somethingNew(options.signal);
    }
  }

  async *readStreamByStream(options: { readonly upTo?: Position } = {}): AsyncIterable<{
    readonly stream: StreamName;
    readonly events: readonly LoggedEvent[];
  }> {
    const upTo = Number(options.upTo ?? (await this.lastPosition()) ?? 0);
    for (let after = 0; ;) {
      const streams = this.reading(() => this.selectStreams.all(after, batchSizeDefault)) as unknown as [
        number,
        string,
      ][];
      for (const [number, name] of streams) {
        after = number;
        const stream = asText(name);
        const rows = this.reading(() => this.selectUpTo.all(number, upTo)) as unknown as EventRow[];
        if (rows.length > 0) yield { stream, events: rows.map((row) => asLogged(row, stream)) };
      }
      if (streams.length < batchSizeDefault) return;
    }
  }

  async *streams(): AsyncIterable<StreamState> {
    const select = this.reader.prepare(
      `SELECT number, name, erased_revision, erased_hash, revision, hash FROM streams
       LEFT JOIN events ON stream = number AND revision = (SELECT max(revision) FROM events WHERE stream = number)
       WHERE number > ? ORDER BY number LIMIT ?`,
    );
    select.setReturnArrays(true);
    for (let after = 0; ;) {
      const rows = this.reading(() => select.all(after, batchSizeDefault)) as unknown as StreamRow[];
      for (const [number, name, erasedRevision, erasedHash, revision, hash] of rows) {
        after = number;
        const stream = asText(name);
        if (erasedRevision !== null)
          yield { stream, lastRevision: Number(erasedRevision), lastHash: asText(erasedHash), erased: true };
        else yield { stream, lastRevision: Number(revision ?? -1), lastHash: asText(hash) };
      }
      if (rows.length < batchSizeDefault) return;
    }
  }

  async streamsWithPrefix(prefix: string): Promise<readonly StreamName[]> {
    // The characters that come next after the prefix sort between these two, and the index on the names is searched.
    const select = this.reader.prepare(
      'SELECT name FROM streams WHERE name >= ? AND name < ? ORDER BY number',
    );
    const rows = this.reading(() => select.all(prefix, `${prefix}\uffff`) as { name: string }[]);
    return rows.map(({ name }) => name);
  }

  async lastPosition(): Promise<Position | undefined> {
    const [last] = this.reading(() => this.selectLastPosition.get() as unknown as [number | null]);
    return last === null ? undefined : String(last);
  }

  async deleteStream(stream: StreamName, expectedRevision: number): Promise<void> {
    const outcome = await this.writing()
      .deleteStream(stream, expectedRevision)
      .catch((error: unknown) => Promise.reject(asUnusable(error, this.file) as Error));
    if (outcome.is !== 'erased') throw refusal(outcome, stream, expectedRevision);
  }

  async *strays(): AsyncIterable<LoggedEvent> {
    const rows = this.reading(() => {
      const select = this.reader.prepare(
        `SELECT ${columns} FROM events NOT INDEXED WHERE stream NOT IN (SELECT number FROM streams WHERE erased_revision IS NULL)`,
      );
      select.setReturnArrays(true);
      return select.all() as unknown as EventRow[];
    });
    for (const row of rows) yield asLogged(row, '');
  }

  /** Writes the waiting appends and ends the followers. The caller, who opened the reading connection, closes it. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.writer?.close();
    this.wakeFollowers();
  }

  /** Call this after this process has written, so that followers read at once and not at the next poll. */
  wakeFollowers(): void {
    for (const wake of this.followers) wake();
  }

  /** Settles when this process has written, when the poll interval is over, or when the signal aborts. */
  private async somethingNew(signal: AbortSignal): Promise<void> {
    const waiting = new AbortController();
    const wake = (): void => waiting.abort();
    this.followers.add(wake);
    await sleep(pollMs, undefined, { signal: AbortSignal.any([signal, waiting.signal]) }).catch(
      () => undefined,
    );
    this.followers.delete(wake);
  }

  private numberOf(stream: StreamName): number | undefined {
    const row = this.selectStream.get(stream) as unknown as [number, number | null] | undefined;
    if (row !== undefined && row[1] !== null) throw new StreamErased(stream);
    return row?.[0];
  }

  private reading<T>(work: () => T): T {
    return guarded(this.file, work);
  }

  private writing(): GroupCommit {
    if (this.writer !== undefined) return this.writer;
    throw new DataFolderUnusable('readOnly', `${this.file}: it was opened for reading only`);
  }
}

/** The port's error for a refused append or erasure. */
const refusal = (outcome: AppendOutcome, stream: StreamName, expected: ExpectedRevision): Error =>
  outcome.is === 'conflict'
    ? new ConcurrencyConflict(stream, expected, outcome.actual)
    : new StreamErased(stream);

type StreamRow = [
  number: number,
  name: string,
  erasedRevision: number | null,
  erasedHash: string | null,
  revision: number | null,
  hash: string | null,
];
