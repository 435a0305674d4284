import { createSecretKey, randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteSessionStore } from '.';
import { Sessions } from '../sessions';

/** The sessions stand for every database that is made anew by itself. */
describe('a damaged database whose loss costs little', () => {
  let folder: string;
  let file: string;
  const onMadeAnew = jest.fn();
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rt-renewable-'));
    file = join(folder, 'sessions.sqlite');
    onMadeAnew.mockClear();
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const clock = { now: () => '2026-03-02T08:00:00.000Z' };
  const key = createSecretKey(Buffer.alloc(32, 1));
  const open = () => openSqliteSessionStore(file, onMadeAnew);
  const sessionsOf = (store: ReturnType<typeof open>) => new Sessions(store, clock, { key });
  const letter = 'This is a letter and no database. '.repeat(300);

  it('is moved aside at the start, and everybody can sign in', async () => {
    writeFileSync(file, letter);
    const store = open();
    const { id } = await sessionsOf(store).signIn('hl-farsta-1');
    expect(await sessionsOf(store).userOf(id)).toBe('hl-farsta-1');
    expect(onMadeAnew).toHaveBeenCalledTimes(1);
    expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(letter);
    await store.close();
  });

  it('is moved aside while it is in use, and the request that met it is answered', async () => {
    const store = open();
    const { id } = await sessionsOf(store).signIn('hl-farsta-1');
    const other = new DatabaseSync(file);
    other.exec('PRAGMA user_version = 0; PRAGMA wal_checkpoint(TRUNCATE)');
    other.close();
    writeFileSync(file, letter);
    expect(await sessionsOf(store).userOf(id)).toBeUndefined();
    expect(onMadeAnew).toHaveBeenCalledTimes(1);
    await store.close();
  });

  it('is not moved aside a second time by another process that met the same damage', async () => {
    const [one, other] = [open(), open()];
    await sessionsOf(one).signIn('hl-farsta-1');
    const third = new DatabaseSync(file);
    third.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    third.close();
    writeFileSync(file, letter);
    const { id } = await sessionsOf(one).signIn('hl-farsta-1');
    expect(await sessionsOf(other).userOf(id)).toBe('hl-farsta-1');
    expect(onMadeAnew).toHaveBeenCalledTimes(1);
    await one.close();
    await other.close();
  });

  it('never makes a session another user’s, whichever bit is flipped', async () => {
    const first = open();
    const ids = [];
    for (let n = 1; n <= 20; n++) ids.push((await sessionsOf(first).signIn(`hl-farsta-${n}`)).id);
    await first.close();
    const sound = readFileSync(file);
    for (let round = 0; round < 100; round++) {
      const bytes = Buffer.from(sound);
      // Every fourth round flips a bit of the file's header.
      const bit = randomInt(round % 4 === 0 ? 100 * 8 : bytes.length * 8);
      bytes[bit >> 3] = (bytes[bit >> 3] as number) ^ (1 << (bit & 7));
      for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true });
      writeFileSync(file, bytes);
      const store = open();
      for (const [n, id] of ids.entries())
        expect([bit, `hl-farsta-${n + 1}`, undefined]).toContain(await sessionsOf(store).userOf(id));
      const { id } = await sessionsOf(store).signIn('hl-farsta-1');
      expect(await sessionsOf(store).userOf(id)).toBe('hl-farsta-1');
      await store.close();
    }
  });

  it('stays where it is if the disk is at fault', async () => {
    const store = open();
    await sessionsOf(store).signIn('hl-farsta-1');
    const limit = new DatabaseSync(file);
    limit.exec("CREATE TRIGGER held BEFORE INSERT ON session BEGIN SELECT raise(ABORT, 'held'); END");
    limit.close();
    await expect(sessionsOf(store).signIn('hl-farsta-1')).rejects.toThrow('held');
    expect(existsSync(`${file}.damaged`)).toBe(false);
    await store.close();
  });
});
