import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { earlierCheckpoint } from '../integrity/earlier-checkpoint.fixture';
import { newEvent, openStore, temporaryFolder } from '../store.fixture';
import type { KeyRotation } from './rotation';
import type { EarlierSigners, SqliteEventStore } from './sqlite-event-store';

const stream = 'personalFile-a';
const statementOf = async (next: KeyObject): Promise<string> =>
  createPublicKey(next).export({ type: 'spki', format: 'pem' }).toString();

describe('a change of the keys', () => {
  let folder: string;
  const file = (name: string): string => join(folder, name);
  const bytesOf = (name: string): string => readFileSync(file(name), 'latin1');

  /** Opens the store, uses it, and closes it. */
  const using = async <Answer>(
    work: (store: SqliteEventStore) => Answer | Promise<Answer>,
    options: Parameters<typeof openStore>[0] = {},
  ): Promise<Answer> => {
    const store = await openStore({ folder, ...options });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  const rotate = (keys: Partial<KeyRotation>): Promise<void> =>
    using((store) => store.rotateKeys({ statementOf, ...keys }));
  const texts = (): Promise<unknown> =>
    using(async (store) => (await store.readStream(stream)).map(({ data }) => data));

  beforeEach(async () => {
    folder = join(temporaryFolder(), 'data');
    await using(async (store) => {
      await store.append(stream, 'none', [newEvent({ data: { text: 'ett' } })]);
      await store.append('personalFile-b', 'none', [newEvent()]);
    });
  });

  it('leaves everything readable, and what was derived from the first master key', async () => {
    const kept = (store: SqliteEventStore) => [
      store.keyedHash('search', 'lund'),
      store.deriveKey('access-log').export().toString('hex'),
    ];
    const renewed = (store: SqliteEventStore) => store.deriveRenewedKey('session').export().toString('hex');
    const before = await using((store) => ({ kept: kept(store), renewed: renewed(store) }));
    for (let times = 0; times < 2; times++) {
      const key = bytesOf('master.key');
      await rotate({ master: 'made' });
      expect(bytesOf('master.key')).not.toBe(key);
      expect(existsSync(file('master.key.next'))).toBe(false);
      expect(await using(kept)).toEqual(before.kept);
      expect(await texts()).toEqual([{ text: 'ett' }]);
    }
    expect(await using(renewed)).not.toBe(before.renewed);
    expect(await using((store) => store.verify())).toMatchObject({ ok: true, events: 2 });
  });

  it('leaves nothing in the file that the old master key opens, and counts as a new generation', async () => {
    const keys = new DatabaseSync(file('keys.sqlite'));
    const wrapped = keys.prepare('SELECT wrapped FROM keys').all() as { wrapped: Uint8Array }[];
    keys.close();
    copyFileSync(file('master.key'), file('old'));
    const before = await using((store) => store.keysGeneration());
    await rotate({ master: 'made' });
    expect(await using((store) => store.keysGeneration())).toBe(before + 1);
    for (const { wrapped: bytes } of wrapped)
      expect(bytesOf('keys.sqlite')).not.toContain(Buffer.from(bytes).toString('latin1'));
    await expect(openStore({ folder, masterKeyFile: file('old') })).rejects.toMatchObject({
      reason: 'wrongKey',
    });
  });

  it('takes the keys that the operator has made elsewhere', async () => {
    const [master, signing] = [join(temporaryFolder(), 'master'), join(temporaryFolder(), 'signing')];
    writeFileSync(master, randomBytes(32).toString('base64'));
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(signing, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await rotate({ master: { file: master }, signing: { file: signing } });
    await expect(openStore({ folder })).rejects.toMatchObject({ reason: 'wrongKey' });
    const named = { masterKeyFile: master, signingKeyFile: signing };
    expect(await using(async (store) => (await store.readStream(stream)).length, named)).toBe(1);
  });

  it('keeps a demo folder one, also when its events are copied back from before', async () => {
    folder = join(temporaryFolder(), 'demo');
    await using(() => undefined, { demo: true });
    copyFileSync(file('events.sqlite'), file('copied'));
    await rotate({ master: 'made' });
    expect(await using(({ isDemo }) => isDemo)).toBe(true);
    renameSync(file('copied'), file('events.sqlite'));
    expect(await using(({ isDemo }) => isDemo)).toBe(true);
  });

  it('lets checkpoints that the earlier signing key signed verify, where a statement vouches for it', async () => {
    const against = await using((store) => earlierCheckpoint(store));
    const earlier = createPublicKey(readFileSync(file('signing.key')));
    await rotate({ signing: 'made' });
    const vouched: EarlierSigners = (statements) => statements.map(() => ({ publicKey: earlier }));
    const verified = (earlierSigners: EarlierSigners) =>
      using((store) => store.verify({ against }), { earlierSigners });
    expect(await verified(vouched)).toMatchObject({ ok: true });
    expect((await verified(() => [])).problems).toMatchObject([{ kind: 'badSignature' }]);
    expect(await using((store) => store.keyChanges())).toEqual([
      await statementOf(createPrivateKey(readFileSync(file('signing.key')))),
    ]);
  });

  it('that fails before the store knows the new keys changes nothing, and can be run again', async () => {
    const before = [bytesOf('master.key'), bytesOf('signing.key')];
    const fails = rotate({
      master: 'made',
      signing: 'made',
      statementOf: () => Promise.reject(new Error('killed')),
    });
    await expect(fails).rejects.toThrow('killed');
    expect(existsSync(file('master.key.next'))).toBe(true);
    expect([bytesOf('master.key'), bytesOf('signing.key')]).toEqual(before);
    expect(await texts()).toEqual([{ text: 'ett' }]);
    await rotate({ master: 'made', signing: 'made' });
    expect(await texts()).toEqual([{ text: 'ett' }]);
    expect(bytesOf('master.key')).not.toBe(before[0]);
  });

  it.each([
    ['neither key file', ['master.key', 'signing.key']],
    ['the first key file only', ['signing.key']],
  ])('that was interrupted when it had put %s in place is finished at the next start', async (_, missing) => {
    for (const name of missing) copyFileSync(file(name), file(`${name}.old`));
    await rotate({ master: 'made', signing: 'made' });
    for (const name of missing) {
      renameSync(file(name), file(`${name}.next`));
      renameSync(file(`${name}.old`), file(name));
    }
    const reader = await openStore({ folder, mode: 'read' });
    expect(await reader.readStream(stream)).toHaveLength(1);
    await reader.close();
    expect(existsSync(file(`${missing[0]}.next`))).toBe(true);
    expect(await texts()).toEqual([{ text: 'ett' }]);
    expect(existsSync(file(`${missing[0]}.next`))).toBe(false);
    expect(await texts()).toEqual([{ text: 'ett' }]);
  });

  it('changes nothing if a wrapped key is damaged', async () => {
    const keys = new DatabaseSync(file('keys.sqlite'));
    keys.exec("UPDATE keys SET wrapped = zeroblob(60) WHERE stream = 'personalFile-b'");
    keys.close();
    const before = bytesOf('master.key');
    await expect(rotate({ master: 'made' })).rejects.toMatchObject({
      reason: 'corrupt',
      message: expect.stringContaining('personalFile-b'),
    });
    expect(bytesOf('master.key')).toBe(before);
    expect(await texts()).toEqual([{ text: 'ett' }]);
  });

  it('tells a process that reads meanwhile to start again, instead of calling the history damaged', async () => {
    const reader = await openStore({ folder, mode: 'read' });
    await rotate({ master: 'made' });
    await expect(reader.readStream(stream)).rejects.toMatchObject({ reason: 'wrongKey' });
  });

  it('refuses roots of derived keys that were changed in the file', async () => {
    await rotate({ master: 'made' });
    const keys = new DatabaseSync(file('keys.sqlite'));
    keys.exec(
      "UPDATE store SET value = substr(value, 1, 20) || 'AAAA' || substr(value, 25) WHERE name = 'roots'",
    );
    keys.close();
    await expect(openStore({ folder })).rejects.toMatchObject({ reason: 'corrupt' });
  });
});
