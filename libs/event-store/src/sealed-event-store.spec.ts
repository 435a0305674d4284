import fc from 'fast-check';
import { createSecretKey, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { EventLog, LogAppended, SealedEvent } from './log';
import { OutcomeUnknown } from './log';
import { appendBytesMax, type Clock, type ExpectedRevision, type NewEvent, type StoredEvent } from './port';
import { SealedEventStore } from './sealed-event-store';
import { KeyVault } from './sealing/key-vault';
import { openDatabase } from './sqlite/database';
import { eventLogSchema } from './sqlite/event-log.schema';
import { SqliteEventLog } from './sqlite/event-log.sqlite';
import { keyStoreSchema, SqliteKeyStore } from './sqlite/key-store.sqlite';
import { GroupCommit } from './sqlite/group-commit';
import { collect, eraseStream, fixedClock, newEvent, openStore, temporaryFolder } from './store.fixture';

const stream = 'personalFile-1';

describe('an append', () => {
  it('returns the events as they are stored and read back', async () => {
    const store = await openStore();
    const events = [
      newEvent({ caseId: 'case-1', occurredTime: '14:05' }),
      newEvent({ data: { n: 1.5, list: [null, 'å'] } }),
    ];
    const appended = await store.append(stream, 'none', events);
    const first = appended.events[0] as StoredEvent;
    expect(first).toEqual({
      ...events[0],
      stream,
      revision: 0,
      position: '1',
      recordedAt: fixedClock.now(),
      keyId: expect.any(String) as string,
      seal: 2,
      payloadHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      prevHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(appended).toMatchObject({ revision: 1, position: '2' });
    expect(appended.events[1]).toMatchObject({
      prevHash: first.hash,
      keyId: first.keyId,
      data: { n: 1.5, list: [null, 'å'] },
    });
    expect(await store.readStream(stream)).toStrictEqual(appended.events);
    expect(await collect(store.readAll())).toStrictEqual(appended.events);
    for await (const whole of store.readStreamByStream())
      expect(whole).toStrictEqual({ stream, events: appended.events });
    expect(await store.lastPosition()).toBe('2');
  });

  it('does so with 96 concurrent writers too, and the store verifies', async () => {
    const store = await openStore();
    const write = async (writer: number): Promise<StoredEvent[]> => {
      const answered: StoredEvent[] = [];
      for (let revision = -1; revision < 5; revision++) {
        const expected = revision < 0 ? 'none' : revision;
        const appended = await store.append(`personalFile-${writer}`, expected, [
          newEvent({ data: { writer, revision } }),
        ]);
        answered.push(...appended.events);
      }
      return answered;
    };
    const answers = await Promise.all(Array.from({ length: 96 }, (_, writer) => write(writer)));
    for (const [writer, answered] of answers.entries())
      expect(await store.readStream(`personalFile-${writer}`)).toStrictEqual(answered);
    expect(await store.verify()).toMatchObject({ ok: true, events: 96 * 6 });
  });

  it('stores the payload as it was at the call, even if the caller changes it later', async () => {
    const store = await openStore();
    const data = { text: 'before' };
    const appending = store.append(stream, 'none', [newEvent({ data })]);
    data.text = 'after';
    const answered = await appending;
    expect(answered.events[0]?.data).toEqual({ text: 'before' });
    expect(await store.readStream(stream)).toStrictEqual(answered.events);
  });

  it('is refused if it is empty or too large', async () => {
    const store = await openStore();
    await expect(store.append(stream, 'none', [])).rejects.toThrow(RangeError);
    await expect(store.append(stream, 'none', [newEvent({ data: undefined })])).rejects.toThrow(TypeError);
    const big = newEvent({ data: 'x'.repeat(appendBytesMax / 2) });
    await expect(store.append(stream, 'none', [big, newEvent({ data: big.data })])).rejects.toMatchObject({
      code: 'APPEND_TOO_LARGE',
    });
    expect(await store.readStream(stream)).toEqual([]);
  });
});

describe('recordedAt', () => {
  it('is read from the clock when append is called, and never decreases within a stream', async () => {
    let now = '2026-03-02T10:00:00.000Z';
    const clock: Clock = { now: () => now };
    const folder = temporaryFolder();
    const store = await openStore({ folder, clock });
    const first = store.append(stream, 'none', [newEvent()]);
    now = '2026-03-02T09:00:00.000Z';
    expect((await first).events[0]?.recordedAt).toBe('2026-03-02T10:00:00.000Z');
    await store.append(stream, 0, [newEvent()]);
    await store.append('personalFile-2', 'none', [newEvent()]);
    await store.close();
    const again = await openStore({ folder, clock });
    await again.append(stream, 1, [newEvent()]);
    now = '2026-03-02T11:00:00.000Z';
    await again.append(stream, 2, [newEvent()]);
    const times = (await again.readStream(stream)).map(({ recordedAt }) => recordedAt.slice(11, 13));
    expect(times).toEqual(['10', '10', '10', '11']);
    expect((await again.readStream('personalFile-2'))[0]?.recordedAt).toBe('2026-03-02T09:00:00.000Z');
  });
});

describe('when it is not known whether an append was stored', () => {
  /** A log that loses its answer, before or after the events were written. */
  const forgetful = (
    log: EventLog,
    losses: ('before' | 'after')[],
    sent: (readonly SealedEvent[])[],
  ): EventLog =>
    new Proxy(log, {
      get: (target, name): unknown => {
        if (name !== 'append')
          return (Reflect.get(target, name) as (...args: unknown[]) => unknown).bind(target);
        return async (
          to: string,
          expected: ExpectedRevision,
          events: readonly SealedEvent[],
        ): Promise<LogAppended> => {
          sent.push(events);
          const loss = losses.shift();
          if (loss === 'before') throw new OutcomeUnknown(to);
          const answer = await target.append(to, expected, events);
          if (loss === 'after') throw new OutcomeUnknown(to);
          return answer;
        };
      },
    });

  it.each<('before' | 'after')[][]>([[['before']], [['after']], [['after', 'before', 'after']]])(
    'the same bytes are sent again until the outcome is known: %j',
    async (losses) => {
      const folder = temporaryFolder();
      const file = join(folder, 'events.sqlite');
      const database = openDatabase(file, 'write', eventLogSchema);
      const log = new SqliteEventLog(database, new GroupCommit({ file, waitMs: 0 }, () => undefined), file);
      const keys = new SqliteKeyStore(
        openDatabase(join(folder, 'keys.sqlite'), 'write', keyStoreSchema),
        'keys.sqlite',
      );
      const sent: (readonly SealedEvent[])[] = [];
      const times = losses.length + 1;
      const store = new SealedEventStore(
        forgetful(log, [...losses], sent),
        new KeyVault(keys, createSecretKey(randomBytes(32))),
        fixedClock,
      );
      const appended = await store.append(stream, 'none', [newEvent(), newEvent()]);
      expect(sent).toHaveLength(times);
      for (const events of sent) expect(events).toBe(sent[0]);
      expect(await store.readStream(stream)).toEqual(appended.events);
      expect(appended.events).toHaveLength(2);
      await store.append(stream, 1, [newEvent()]);
      expect(await log.readStream(stream)).toHaveLength(3);
    },
  );
});

describe('against a model', () => {
  /** What a stream should hold. */
  interface Model {
    readonly ids: string[];
    erased: boolean;
  }
  const steps = fc.array(
    fc.record({
      stream: fc.constantFrom('personalFile-1', 'personalFile-2', 'unit-1'),
      kind: fc.oneof(
        { weight: 8, arbitrary: fc.constant('append' as const) },
        { weight: 3, arbitrary: fc.constant('repeat' as const) },
        { weight: 1, arbitrary: fc.constant('reopen' as const) },
        { weight: 1, arbitrary: fc.constant('erase' as const) },
      ),
      count: fc.integer({ min: 1, max: 3 }),
      /** The difference between the expected revision and the right one. */
      off: fc.oneof(
        { weight: 4, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: -4, max: 2 }) },
      ),
    }),
    { maxLength: 25 },
  );

  it('the store appends, conflicts, repeats, erases and reopens as the model does', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (run) => {
        const folder = temporaryFolder();
        let store = await openStore({ folder });
        const models = new Map<string, Model>();
        const appends: { stream: string; expected: ExpectedRevision; events: NewEvent[] }[] = [];
        for (const step of run) {
          const model = models.get(step.stream) ?? { ids: [], erased: false };
          models.set(step.stream, model);
          const last = model.ids.length - 1;
          if (step.kind === 'reopen') {
            await store.close();
            store = await openStore({ folder });
          } else if (step.kind === 'erase') {
            if (last < 0 || model.erased) continue;
            if (step.off === 0) {
              model.erased = true;
              await eraseStream(store, step.stream, last);
            } else
              await expect(store.deleteStream(step.stream, last + step.off)).rejects.toMatchObject({
                code: 'ERASURE_NOT_RECORDED',
              });
          } else {
            const earlier =
              step.kind === 'repeat'
                ? appends.findLast((append) => append.stream === step.stream)
                : undefined;
            const expected = earlier?.expected ?? revisionOrNone(last + step.off);
            const events = earlier?.events ?? Array.from({ length: step.count }, () => newEvent());
            await appendBoth(store, model, step.stream, expected, events);
            appends.push({ stream: step.stream, expected, events });
          }
        }
        let live = 0;
        for (const [name, model] of models) {
          if (model.erased)
            await expect(store.readStream(name)).rejects.toMatchObject({ code: 'STREAM_ERASED' });
          else expect((await store.readStream(name)).map(({ id }) => id)).toEqual(model.ids);
          // The record of an erasure stays, in a stream of its own.
          live += model.erased ? 1 : model.ids.length;
        }
        expect(await collect(store.readAll())).toHaveLength(live);
        expect(await store.verify()).toMatchObject({ ok: true, events: live });
        await store.close();
      }),
      { numRuns: 40 },
    );
  });

  const revisionOrNone = (revision: number): ExpectedRevision => (revision < 0 ? 'none' : revision);

  const appendBoth = async (
    store: SealedEventStore,
    model: Model,
    name: string,
    expected: ExpectedRevision,
    events: NewEvent[],
  ): Promise<void> => {
    const appended = store.append(name, expected, events);
    const from = expected === 'none' ? 0 : expected + 1;
    const ids = events.map(({ id }) => id);
    const there = model.ids.slice(from, from + ids.length);
    if (model.erased) await expect(appended).rejects.toMatchObject({ code: 'STREAM_ERASED' });
    else if (from === model.ids.length) {
      expect((await appended).events.map(({ id }) => id)).toEqual(ids);
      model.ids.push(...ids);
    } else if (there.length === ids.length && there.every((id, i) => id === ids[i])) {
      expect((await appended).events.map(({ revision }) => revision)).toEqual(ids.map((_, i) => from + i));
    } else {
      await expect(appended).rejects.toMatchObject({
        code: 'CONCURRENCY_CONFLICT',
        actual: revisionOrNone(model.ids.length - 1),
      });
    }
  };
});
