import { randomUUID } from 'node:crypto';
import type { EventLog, LogAppended, LoggedEvent, SealedEvent, StreamState } from './log';
import { comparePositions, type ExpectedRevision, type Position } from './port';
import { sha256 } from './sealing/envelope';

/** A sealed event for an adapter. Adapters read only the id in it, so the envelope holds little else. */
const sealedEvent = (id: string = randomUUID()): SealedEvent => {
  const sealed = new Uint8Array(Buffer.from(`bytes of ${id} ${randomUUID()}`));
  const envelope = JSON.stringify({ dataHash: sha256(sealed), id, type: 'NoteWritten' });
  return { id, type: 'NoteWritten', envelope, hash: sha256(envelope), sealed };
};

const positionsOf = (appended: LogAppended): readonly Position[] => {
  if ('repeated' in appended) throw new Error('expected a first append, not a repeat');
  return appended.positions;
};

const contentOf = (events: readonly (SealedEvent | LoggedEvent)[]): unknown[] =>
  events.map(({ envelope, hash, sealed }) => ({
    envelope,
    hash,
    sealed: Buffer.from(sealed).toString('hex'),
  }));

const collect = async (batches: AsyncIterable<readonly LoggedEvent[]>): Promise<LoggedEvent[]> => {
  const all: LoggedEvent[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
};

/**
 * What every adapter must do, and nothing that EventStoreDB cannot do. `openLog` may return a server that already holds other streams: the tests use
 * random stream names.
 */
export const eventLogContract = (adapter: string, openLog: () => Promise<EventLog>): void => {
  describe(`${adapter} keeps the contract of the log`, () => {
    let log: EventLog;
    let stream: string;
    beforeEach(async () => {
      log = await openLog();
      stream = `personalFile-${randomUUID()}`;
    });

    const append = (expected: ExpectedRevision, ...events: SealedEvent[]): Promise<LogAppended> =>
      log.append(stream, expected, events);

    describe('append and read', () => {
      it('returns the same bytes, in order, with revisions from 0', async () => {
        const events = [sealedEvent(), sealedEvent(), sealedEvent()];
        await append('none', ...events.slice(0, 2));
        await append(1, ...events.slice(2));
        const read = await log.readStream(stream);
        expect(contentOf(read)).toEqual(contentOf(events));
        expect(read.map(({ revision }) => revision)).toEqual([0, 1, 2]);
        expect(read.every((event) => event.stream === stream)).toBe(true);
      });

      it('reads a range, both ends included, and at most `limit` events', async () => {
        await append('none', ...Array.from({ length: 6 }, () => sealedEvent()));
        const revisions = async (range: object): Promise<number[]> =>
          (await log.readStream(stream, range)).map((e) => e.revision);
        expect(await revisions({ from: 2, to: 4 })).toEqual([2, 3, 4]);
        expect(await revisions({ from: 4 })).toEqual([4, 5]);
        expect(await revisions({ to: 1 })).toEqual([0, 1]);
        expect(await revisions({ from: 1, limit: 2 })).toEqual([1, 2]);
        expect(await revisions({ from: 6 })).toEqual([]);
      });

      it('finds no events in a stream that does not exist', async () => {
        expect(await log.readStream(stream)).toEqual([]);
        expect(await log.last(stream)).toBeUndefined();
      });

      it('gives the last event at once after the append', async () => {
        await append('none', sealedEvent(), sealedEvent());
        expect((await log.last(stream))?.revision).toBe(1);
        const third = sealedEvent();
        await append(1, third);
        expect(contentOf([(await log.last(stream)) as LoggedEvent])).toEqual(contentOf([third]));
      });

      it('gives rising positions, the same when read', async () => {
        const first = positionsOf(await append('none', sealedEvent(), sealedEvent()));
        const second = positionsOf(await append(1, sealedEvent()));
        const positions = [...first, ...second];
        expect((await log.readStream(stream)).map(({ position }) => position)).toEqual(positions);
        expect([...positions].sort(comparePositions)).toEqual(positions);
        expect(
          comparePositions((await log.lastPosition()) as Position, positions[2] as Position),
        ).toBeGreaterThanOrEqual(0);
      });
    });

    describe('the expected revision', () => {
      it.each<[string, ExpectedRevision, ExpectedRevision]>([
        ['a stream that exists, expected not to', 'none', 1],
        ['a revision that has passed', 0, 1],
        ['a revision that has not come', 2, 1],
      ])('refuses %s and says where the stream is', async (_, expected, actual) => {
        await append('none', sealedEvent(), sealedEvent());
        await expect(append(expected, sealedEvent())).rejects.toMatchObject({
          code: 'CONCURRENCY_CONFLICT',
          stream,
          expected,
          actual,
        });
        expect(await log.readStream(stream)).toHaveLength(2);
      });

      it('refuses any revision of a stream that does not exist', async () => {
        await expect(append(0, sealedEvent())).rejects.toMatchObject({
          code: 'CONCURRENCY_CONFLICT',
          actual: 'none',
        });
        expect(await log.readStream(stream)).toEqual([]);
      });

      it('accepts exactly one of many concurrent appends', async () => {
        await append('none', sealedEvent());
        const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => append(0, sealedEvent())));
        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        expect(await log.readStream(stream)).toHaveLength(2);
      });
    });

    describe('a repeat', () => {
      it('with the same ids at the same revision returns what is stored, even if the bytes differ', async () => {
        const events = [sealedEvent(), sealedEvent()];
        await append('none', ...events);
        await append(1, sealedEvent());
        const again = await append('none', ...events.map(({ id }) => sealedEvent(id)));
        expect('repeated' in again && contentOf(again.repeated)).toEqual(contentOf(events));
        expect(await log.readStream(stream)).toHaveLength(3);
      });

      it('that agrees in part is a conflict', async () => {
        const [one, two] = [sealedEvent(), sealedEvent()];
        await append('none', one, two);
        await expect(append('none', one, sealedEvent())).rejects.toMatchObject({
          code: 'CONCURRENCY_CONFLICT',
        });
        await expect(append('none', one, two, sealedEvent())).rejects.toMatchObject({
          code: 'CONCURRENCY_CONFLICT',
        });
        await expect(append('none', two, one)).rejects.toMatchObject({ code: 'CONCURRENCY_CONFLICT' });
        expect(await log.readStream(stream)).toHaveLength(2);
      });

      it('at the current revision is a new event: ids alone do not prevent duplicates', async () => {
        const one = sealedEvent();
        await append('none', one);
        await append(0, one);
        expect(await log.readStream(stream)).toHaveLength(2);
      });
    });

    describe('the whole log', () => {
      it('comes in order of position, after a position, up to a position', async () => {
        const start = await log.lastPosition();
        const other = `personalFile-${randomUUID()}`;
        await append('none', sealedEvent());
        await log.append(other, 'none', [sealedEvent(), sealedEvent()]);
        await append(0, sealedEvent());
        const all = await collect(log.readAll({ after: start }));
        expect(all.map((event) => [event.stream, event.revision])).toEqual([
          [stream, 0],
          [other, 0],
          [other, 1],
          [stream, 1],
        ]);
        const inPairs: number[] = [];
        for await (const batch of log.readAll({ after: start, batchSize: 2 })) inPairs.push(batch.length);
        expect(inPairs).toEqual([2, 2]);
        const part = await collect(log.readAll({ after: all[0]?.position, upTo: all[2]?.position }));
        expect(part.map(({ position }) => position)).toEqual([all[1]?.position, all[2]?.position]);
      });

      it('can be followed: first the stored events, then new ones, until the signal aborts', async () => {
        const start = await log.lastPosition();
        await append('none', sealedEvent());
        const stop = new AbortController();
        const seen: number[] = [];
        for await (const batch of log.follow({ after: start, signal: stop.signal })) {
          for (const event of batch.filter((e) => e.stream === stream)) {
            seen.push(event.revision);
            if (event.revision < 5) await append(event.revision, sealedEvent());
            else stop.abort();
          }
        }
        expect(seen).toEqual([0, 1, 2, 3, 4, 5]);
      });

      it('comes stream by stream, up to a position', async () => {
        const [position] = positionsOf(await append('none', sealedEvent()));
        await append(0, sealedEvent());
        const read = async (upTo?: Position): Promise<number[]> => {
          for await (const { stream: name, events } of log.readStreamByStream({ upTo })) {
            if (name === stream) return events.map(({ revision }) => revision);
          }
          return [];
        };
        expect(await read()).toEqual([0, 1]);
        expect(await read(position)).toEqual([0]);
      });

      it('lists the head of every stream and has no stray events', async () => {
        const events = [sealedEvent(), sealedEvent()];
        await append('none', ...events);
        expect(await stateOf(log, stream)).toEqual({ stream, lastRevision: 1, lastHash: events[1]?.hash });
        for await (const stray of log.strays()) throw new Error(`stray event at ${stray.position}`);
      });
    });

    describe('an erased stream', () => {
      it('can be neither read nor written again, and keeps its last revision and hash', async () => {
        const events = [sealedEvent(), sealedEvent()];
        await append('none', ...events);
        await log.deleteStream(stream, 1);
        await log.deleteStream(stream, 1);
        const erased = { code: 'STREAM_ERASED', stream };
        await expect(log.readStream(stream)).rejects.toMatchObject(erased);
        await expect(log.last(stream)).rejects.toMatchObject(erased);
        await expect(append(1, sealedEvent())).rejects.toMatchObject(erased);
        await expect(append('none', ...events)).rejects.toMatchObject(erased);
        expect(await stateOf(log, stream)).toEqual({
          stream,
          lastRevision: 1,
          lastHash: events[1]?.hash,
          erased: true,
        });
        const streams: string[] = [];
        for await (const read of log.readStreamByStream()) streams.push(read.stream);
        expect(streams).not.toContain(stream);
      });

      it('is erased only at the expected revision', async () => {
        await append('none', sealedEvent(), sealedEvent());
        await expect(log.deleteStream(stream, 0)).rejects.toMatchObject({
          code: 'CONCURRENCY_CONFLICT',
          actual: 1,
        });
        expect(await log.readStream(stream)).toHaveLength(2);
      });

      it('keeps its positions: no later event gets one of them', async () => {
        const [position] = positionsOf(await append('none', sealedEvent()));
        await log.deleteStream(stream, 0);
        const [next] = positionsOf(await log.append(`personalFile-${randomUUID()}`, 'none', [sealedEvent()]));
        expect(comparePositions(next as Position, position as Position)).toBeGreaterThan(0);
      });
    });
  });
};

const stateOf = async (log: EventLog, name: string): Promise<StreamState | undefined> => {
  for await (const state of log.streams()) if (state.stream === name) return state;
  return undefined;
};
