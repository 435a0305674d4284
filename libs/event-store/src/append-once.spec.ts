import {
  appendOnce,
  attemptsMax,
  CommandReused,
  eventIdOf,
  type AppendOnceRequest,
  type DecidedEvent,
  type Basis,
  type ReadStream,
} from './append-once';
import { ConcurrencyConflict, StreamErased, type NewEvent, type StoredEvent } from './port';

/** A stream as it was read, without a cache. */
const wholeStream = (stored: readonly StoredEvent[]): ReadStream => ({
  revision: stored.length - 1,
  eventsOf: (commandId) => stored.filter((event) => event.commandId === commandId),
});

/** A store with one stream. Before each append under test, one of `racers` appends first. */
const storeWith = (racers: readonly string[] = []) => {
  const events: StoredEvent[] = [];
  const waiting = [...racers];
  const keep = (event: Partial<NewEvent>): void => {
    const revision = events.length;
    events.push({ ...event, revision, position: `${revision + 1}` } as StoredEvent);
  };
  return {
    events,
    readStream: async () => [...events],
    append: async (stream: string, expected: number | 'none', added: readonly NewEvent[]) => {
      const racer = waiting.shift();
      if (racer !== undefined)
        keep({ id: eventIdOf(racer, 0), commandId: racer, requestHash: `of ${racer}` });
      const at = expected === 'none' ? 0 : expected + 1;
      const repeated = events.slice(at, at + added.length);
      if (repeated.length > 0 && repeated.every(({ id }, i) => id === added[i]?.id))
        return { events: repeated, revision: at + repeated.length - 1, position: `${at + repeated.length}` };
      if (events.length !== at) throw new ConcurrencyConflict(stream, expected, events.length - 1);
      added.forEach(keep);
      return { events: events.slice(at), revision: events.length - 1, position: `${events.length}` };
    },
  };
};

const command = '0c0ffee0-0000-4000-8000-000000000001';
const another = '0c0ffee0-0000-4000-8000-000000000002';
const third = '0c0ffee0-0000-4000-8000-000000000003';
const fourth = '0c0ffee0-0000-4000-8000-000000000004';
const note: DecidedEvent = { type: 'Noted', schemaVersion: 1, occurredOn: '2026-03-02', data: { n: 1 } };

const request = (
  store: ReturnType<typeof storeWith>,
  over: Partial<AppendOnceRequest<ReadStream>> = {},
): AppendOnceRequest<ReadStream> => ({
  stream: 'unit-1',
  commandId: command,
  requestHash: `of ${command}`,
  author: { recordedBy: 'anna', unitId: 'norr', origin: 'user' },
  read: async () => wholeStream(await store.readStream()),
  decide: async () => [note],
  ...over,
});

describe('an append exactly once', () => {
  it('takes ids, author and request hash from the command, and answers a repeat from the stored events', async () => {
    const store = storeWith();
    const first = await appendOnce(store, request(store, { decide: async () => [note, note] }));
    expect(first.events).toMatchObject([
      { id: eventIdOf(command, 0), commandId: command, correlationId: command, recordedBy: 'anna' },
      { id: eventIdOf(command, 1), requestHash: `of ${command}`, revision: 1 },
    ]);
    expect(await appendOnce(store, request(store))).toEqual(first);
    expect(store.events).toHaveLength(2);
  });

  it('refuses the same command with another request, also at the same moment', async () => {
    const store = storeWith();
    await appendOnce(store, request(store));
    const other = { requestHash: 'of something else' };
    await expect(appendOnce(store, request(store, other))).rejects.toThrow(CommandReused);
    const racing = storeWith([command]);
    await expect(appendOnce(racing, request(racing, other))).rejects.toThrow(CommandReused);
  });

  it('reads the store and decides again after a lost race', async () => {
    const store = storeWith([another]);
    const bases: Basis[] = [];
    const read = async (basis: Basis) => {
      bases.push(basis);
      return wholeStream(await store.readStream());
    };
    const decide = async ({ revision }: ReadStream) => [{ ...note, data: { after: revision } }];
    const { events } = await appendOnce(store, request(store, { read, decide }));
    expect(events).toMatchObject([{ revision: 1, data: { after: 0 } }]);
    expect(bases).toEqual(['cache', 'storeAlone']);
  });

  describe('of a stream whose cache is older than the store', () => {
    /** A cache that still has the empty stream, while the store holds one event. */
    const outdated = async () => {
      const store = storeWith();
      await appendOnce(store, request(store, { commandId: another, requestHash: `of ${another}` }));
      const read = async (basis: Basis) => wholeStream(basis === 'cache' ? [] : await store.readStream());
      return { store, read };
    };

    it('appends nothing that was decided from the cache', async () => {
      const { store, read } = await outdated();
      const decide = async ({ revision }: ReadStream) => [{ ...note, data: { after: revision } }];
      expect((await appendOnce(store, request(store, { read, decide }))).events).toMatchObject([
        { revision: 1, data: { after: 0 } },
      ]);
    });

    it('refuses nothing because of the cache', async () => {
      const { store, read } = await outdated();
      const decide = ({ revision }: ReadStream) =>
        revision < 0 ? Promise.reject(new Error('no such file')) : Promise.resolve([note]);
      expect((await appendOnce(store, request(store, { read, decide }))).revision).toBe(1);
    });

    it('refuses, after one decision, if the store has nothing newer', async () => {
      const store = storeWith();
      const decide = jest.fn(() => Promise.reject(new Error('impossible')));
      await expect(appendOnce(store, request(store, { decide }))).rejects.toThrow('impossible');
      expect(decide).toHaveBeenCalledTimes(1);
    });

    it('answers no command from the cache: the stream may have been erased since', async () => {
      const store = storeWith();
      const { events } = await appendOnce(store, request(store));
      const read = (basis: Basis) =>
        basis === 'cache' ? Promise.resolve(wholeStream(events)) : Promise.reject(new StreamErased('unit-1'));
      await expect(appendOnce(store, request(store, { read }))).rejects.toThrow(StreamErased);
    });
  });

  it('gives up after `attemptsMax` lost races and stores nothing', async () => {
    const store = storeWith([another, third, fourth]);
    await expect(appendOnce(store, request(store))).rejects.toThrow(ConcurrencyConflict);
    expect(store.events).toHaveLength(attemptsMax);
    expect(store.events.some(({ commandId }) => commandId === command)).toBe(false);
  });

  it('is answered with stored events if the decision returns some', async () => {
    const store = storeWith();
    const first = await appendOnce(store, request(store));
    const again = request(store, { commandId: another, decide: async () => first });
    expect(await appendOnce(store, again)).toBe(first);
    expect(store.events).toHaveLength(1);
  });
});
