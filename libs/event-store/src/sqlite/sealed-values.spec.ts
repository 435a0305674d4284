import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { newEvent, openStore, temporaryFolder } from '../store.fixture';
import type { SqliteEventStore } from './sqlite-event-store';

const stream = 'review-a';

describe('a value that a stream keeps sealed', () => {
  let folder: string;
  const using = async <Answer>(
    work: (store: SqliteEventStore) => Promise<Answer>,
    where = folder,
  ): Promise<Answer> => {
    const store = await openStore({ folder: where });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  const sealed = (where?: string) => using((store) => store.sealedValue(stream), where);
  const rotate = () =>
    using((store) =>
      store.rotateKeys({
        master: 'made',
        statementOf: async (next: KeyObject) =>
          createPublicKey(next).export({ type: 'spki', format: 'pem' }).toString(),
      }),
    );
  let value: string;

  beforeEach(async () => {
    folder = join(temporaryFolder(), 'data');
    value = await using((store) => store.sealValue(stream));
  });

  it('is random, the same until it is forgotten, and another for another stream', async () => {
    expect(value).toMatch(/^[0-9a-f]{64}$/);
    await using(async (store) => {
      expect(await store.sealValue(stream)).toBe(value);
      expect(await store.sealValue('review-b')).not.toBe(value);
      await store.forgetValue(stream);
      expect(await store.sealedValue(stream)).toBeUndefined();
      expect(await store.sealValue(stream)).not.toBe(value);
    });
  });

  it('stands nowhere in the clear', async () => {
    for (const name of ['keys.sqlite', 'events.sqlite']) {
      const bytes = readFileSync(join(folder, name));
      expect([name, bytes.includes(value), bytes.includes(Buffer.from(value, 'hex'))]).toEqual([
        name,
        false,
        false,
      ]);
    }
  });

  it('is no key: the events of its stream are sealed with another, and it outlives a change of the master key', async () => {
    await using((store) => store.append(stream, 'none', [newEvent({ data: { text: 'ett' } })]));
    await rotate();
    expect(await sealed()).toBe(value);
    await using(async (store) => {
      await store.forgetValue(stream);
      expect((await store.readStream(stream)).map(({ data }) => data)).toEqual([{ text: 'ett' }]);
    });
  });

  it('is lost if a bit of it flips, and stops no change of the master key', async () => {
    const keys = new DatabaseSync(join(folder, 'keys.sqlite'));
    const { wrapped } = keys.prepare("SELECT wrapped FROM keys WHERE event = 'value'").get() as {
      wrapped: Uint8Array;
    };
    wrapped[20] = (wrapped[20] as number) ^ 1;
    keys.prepare("UPDATE keys SET wrapped = ? WHERE event = 'value'").run(wrapped);
    keys.close();
    expect(await sealed()).toBeUndefined();
    await rotate();
    expect(await sealed()).toBeUndefined();
  });

  it('is in the backup of the keys', async () => {
    await using((store) => store.append(stream, 'none', [newEvent()]));
    const place = join(temporaryFolder(), 'place');
    const { folder: made } = await using((store) => store.backup(place));
    expect(made.startsWith(place)).toBe(true);
    const copies = new DatabaseSync(join(place, 'secrets', 'keys.sqlite'), { readOnly: true });
    const rows = copies.prepare("SELECT stream FROM keys WHERE event = 'value'").all();
    copies.close();
    expect(rows.map((row) => row.stream)).toEqual([stream]);
  });
});
