import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sealAsAtFirst } from '../first-seal.fixture';
import type { NewEvent, StoredEvent } from '../port';
import type { SqliteEventStore } from '../sqlite';
import { newEvent, openStore, temporaryFolder } from '../store.fixture';

const stream = 'personalFile-1';
const textOf = (n: number): string => `text ${n}`;
const redactionOf = (redacts: string): NewEvent =>
  newEvent({ type: 'EntryRedacted', redacts, data: { eventId: redacts } });

describe('an entry that is redacted', () => {
  let folder: string;
  let store: SqliteEventStore;
  let events: readonly StoredEvent[];

  /** A stream of five events, sealed as its age says. */
  const begin = async (age: 'old' | 'new'): Promise<void> => {
    folder = temporaryFolder();
    store = await openStore({ folder });
    await store.append(
      stream,
      'none',
      Array.from({ length: 5 }, (_, n) => newEvent({ data: { text: textOf(n) } })),
    );
    if (age === 'old') {
      await store.close();
      await sealAsAtFirst(folder, ({ revision }) => revision === 3);
      store = await openStore({ folder });
    }
    events = await store.readStream(stream);
  };
  const redact = async (n: number): Promise<void> => {
    const last = (await store.readStream(stream)).length - 1;
    await store.append(stream, last, [redactionOf(events[n]?.id as string)]);
    await store.destroyRedacted(stream);
  };
  const texts = async (reader = store): Promise<unknown[]> =>
    (await reader.readStream(stream)).map(({ data, redacted }) =>
      redacted === true ? 'redacted' : (data as { text?: string }).text,
    );
  /** Every byte of the keys' database. */
  const keyBytes = (): Buffer =>
    Buffer.concat(
      ['keys.sqlite', 'keys.sqlite-wal']
        .map((name) => join(folder, name))
        .filter(existsSync)
        .map((file) => readFileSync(file)),
    );
  const changeKeys = (sql: string): void => {
    const database = new DatabaseSync(join(folder, 'keys.sqlite'));
    database.exec(sql);
    database.close();
  };

  it.each(['old', 'new'] as const)(
    'is unreadable alone; the others, the chain and all hashes stay (%s seal)',
    async (age) => {
      await begin(age);
      for (const n of [1, 3]) await redact(n);
      expect(await texts()).toEqual([
        textOf(0),
        'redacted',
        textOf(2),
        'redacted',
        textOf(4),
        undefined,
        undefined,
      ]);
      await store.append(stream, 6, [newEvent({ data: { text: 'later' } })]);
      const now = await store.readStream(stream);
      expect(now.slice(0, 5).map(({ hash }) => hash)).toEqual(events.map(({ hash }) => hash));
      expect(now[1]).toMatchObject({ data: null, redacted: true });
      expect(await store.verify()).toMatchObject({ ok: true, events: 8 });
      await store.close();
      store = await openStore({ folder });
      expect(await texts()).toEqual([
        textOf(0),
        'redacted',
        textOf(2),
        'redacted',
        textOf(4),
        undefined,
        undefined,
        'later',
      ]);
    },
  );

  it.each(['old', 'new'] as const)('leaves no older key in the files (%s seal)', async (age) => {
    await begin(age);
    const database = new DatabaseSync(join(folder, 'keys.sqlite'), { readOnly: true });
    const older = database.prepare('SELECT wrapped FROM keys').all() as { wrapped: Uint8Array }[];
    database.close();
    expect(older).toHaveLength(age === 'old' ? 2 : 1);
    await redact(2);
    const bytes = keyBytes();
    for (const { wrapped } of older) expect(bytes.includes(Buffer.from(wrapped))).toBe(false);
  });

  it('cannot be read by a process that has read it before, once it forgets its keys', async () => {
    await begin('new');
    const reader = await openStore({ folder, mode: 'read' });
    expect(await texts(reader)).toContain(textOf(2));
    await redact(2);
    reader.forgetKeys();
    expect(await texts(reader)).toEqual([textOf(0), textOf(1), 'redacted', textOf(3), textOf(4), undefined]);
  });

  it('seals the texts beside the stream with the new key', async () => {
    await begin('new');
    const before = (await store.textSeal(stream))?.seal('name', 'Kim') as string;
    await redact(2);
    const seal = await store.textSeal(stream);
    expect(seal?.open('name', before)).toBeUndefined();
    expect(seal?.open('name', seal.seal('name', 'Kim'))).toBe('Kim');
  });

  it('is made unreadable at the next start where the process ended after the redaction was stored', async () => {
    await begin('new');
    await store.append(stream, 4, [redactionOf(events[2]?.id as string)]);
    expect(await texts()).toContain(textOf(2));
    await store.close();
    store = await openStore({ folder });
    expect(await texts()).not.toContain(textOf(2));
    expect(await store.verify()).toMatchObject({ ok: true, events: 6 });
  });

  it('stays, and a key that was made for it goes, where the process ended before the redaction was stored', async () => {
    await begin('new');
    const lost = store.append(stream, 99, [redactionOf(events[2]?.id as string)]);
    await expect(lost).rejects.toMatchObject({ code: 'CONCURRENCY_CONFLICT' });
    const orphan = (
      store as unknown as { vault: { keyFromRedaction(s: string, e: string): Promise<unknown> } }
    ).vault;
    await orphan.keyFromRedaction(stream, randomUUID());
    await store.close();
    store = await openStore({ folder });
    const database = new DatabaseSync(join(folder, 'keys.sqlite'), { readOnly: true });
    expect(database.prepare('SELECT count(*) AS n FROM keys').get()).toMatchObject({ n: 1 });
    database.close();
    await store.append(stream, 4, [newEvent({ data: { text: 'later' } })]);
    expect(await texts()).toEqual([...[0, 1, 2, 3, 4].map(textOf), 'later']);
  });

  it('is not reported as destroyed while a reader still holds an older state of the keys', async () => {
    await begin('new');
    const reader = new DatabaseSync(join(folder, 'keys.sqlite'), { readOnly: true });
    reader.exec('BEGIN');
    const [old] = reader.prepare('SELECT wrapped FROM keys').all() as { wrapped: Uint8Array }[];
    await expect(redact(2)).rejects.toMatchObject({ code: 'DESTRUCTION_HELD_UP' });
    expect(await texts()).not.toContain(textOf(2));
    reader.close();
    await store.destroyRedacted(stream);
    expect(keyBytes().includes(Buffer.from(old?.wrapped as Uint8Array))).toBe(false);
  }, 20_000);

  it('is believed only where a redaction in the chain names it', async () => {
    await begin('new');
    await redact(1);
    await store.close();
    for (const tampering of [
      'DELETE FROM resealed WHERE revision = 2',
      "DELETE FROM keys WHERE stream = 'personalFile-1'",
    ]) {
      const whole = readFileSync(join(folder, 'keys.sqlite'));
      changeKeys(tampering);
      store = await openStore({ folder, mode: 'read' });
      await expect(store.readStream(stream)).rejects.toMatchObject({ code: 'HISTORY_DAMAGED' });
      expect((await store.verify()).problems).toContainEqual({ stream, revision: 2, kind: 'unopenable' });
      await store.close();
      changeKeys('PRAGMA wal_checkpoint(TRUNCATE)');
      writeFileSync(join(folder, 'keys.sqlite'), whole);
    }
    store = await openStore({ folder, mode: 'read' });
    expect(await store.verify()).toMatchObject({ ok: true });
  });

  it('was believed to be destroyed without a redaction by the first version; now that is damage', async () => {
    await begin('old');
    await store.close();
    changeKeys('UPDATE keys SET wrapped = NULL');
    store = await openStore({ folder, mode: 'read' });
    await expect(store.readStream(stream)).rejects.toMatchObject({ code: 'HISTORY_DAMAGED', revision: 0 });
    expect((await store.verify()).problems).toHaveLength(5);
  });

  it('stays redacted where the first version redacted it', async () => {
    await begin('new');
    const eventId = events[3]?.id as string;
    await store.append(stream, 4, [newEvent({ type: 'EntryRedacted', data: { eventId } })]);
    await store.close();
    // As the first version left it: no copy was sealed again, and only the key of the entry was destroyed.
    await sealAsAtFirst(folder, ({ id }) => id === eventId);
    changeKeys(`UPDATE keys SET wrapped = NULL WHERE event = '${eventId}'`);
    store = await openStore({ folder, mode: 'read' });
    expect(await texts()).toEqual([textOf(0), textOf(1), textOf(2), 'redacted', textOf(4), undefined]);
    expect(await store.verify()).toMatchObject({ ok: true });
  });

  it('destroys nothing where something that should stay readable does not open', async () => {
    await begin('new');
    const database = new DatabaseSync(join(folder, 'events.sqlite'));
    database.exec("UPDATE events SET sealed = CAST(x'00' || substr(sealed, 2) AS BLOB) WHERE revision = 4");
    database.close();
    await store.append(stream, 4, [redactionOf(events[2]?.id as string)]);
    await expect(store.destroyRedacted(stream)).rejects.toMatchObject({
      code: 'HISTORY_DAMAGED',
      revision: 4,
    });
    const keys = new DatabaseSync(join(folder, 'keys.sqlite'), { readOnly: true });
    expect(keys.prepare('SELECT count(*) AS n FROM keys').get()).toMatchObject({ n: 2 });
    keys.close();
  });

  it('is what a model says, for any order of appends, redactions and new starts', async () => {
    const step = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({ is: fc.constant('append' as const), count: fc.integer({ min: 1, max: 3 }) }),
      },
      {
        weight: 3,
        arbitrary: fc.record({ is: fc.constant('redact' as const), which: fc.nat(), finish: fc.boolean() }),
      },
      { weight: 1, arbitrary: fc.record({ is: fc.constant('restart' as const) }) },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 14 }),
        fc.constantFrom('old', 'new'),
        async (steps, age) => {
          await begin(age);
          const model: { id: string; text: string | undefined }[] = events.map(({ id }, n) => ({
            id,
            text: textOf(n),
          }));
          let left = false;
          for (const each of steps) {
            const last = model.length - 1;
            if (each.is === 'append') {
              const added = Array.from({ length: each.count }, () =>
                newEvent({ data: { text: textOf(99) } }),
              );
              await store.append(stream, last, added);
              model.push(...added.map(({ id }) => ({ id, text: textOf(99) })));
            } else if (each.is === 'redact') {
              const target = model[each.which % model.length] as (typeof model)[number];
              if (target.text === undefined || target.text === 'redacted') continue;
              const redaction = redactionOf(target.id);
              await store.append(stream, last, [redaction]);
              model.push({ id: redaction.id, text: undefined });
              target.text = 'redacted';
              left = !each.finish;
              if (each.finish) await store.destroyRedacted(stream);
            } else {
              await store.close();
              store = await openStore({ folder });
              left = false;
            }
          }
          if (left) await store.destroyRedacted(stream);
          expect(await texts()).toEqual(model.map(({ text }) => text));
          expect(await store.verify()).toMatchObject({ ok: true, events: model.length });
          await store.close();
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});
