import { createSecretKey } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteSessionStore } from '.';
import { sessionStoreContract } from '../session-store.contract';
import { inMemorySessionStore } from '../session-store.in-memory.fixture';
import { Sessions } from '../sessions';

const folder = mkdtempSync(join(tmpdir(), 'rt-sessions-'));
const opened: { close(): Promise<void> }[] = [];
let files = 0;
const openNew = (path = join(folder, `sessions-${(files += 1)}.sqlite`)) => {
  const store = openSqliteSessionStore(path, jest.fn());
  opened.push(store);
  return store;
};
afterAll(async () => {
  for (const store of opened) await store.close();
  rmSync(folder, { recursive: true });
});

sessionStoreContract('memory', inMemorySessionStore);
sessionStoreContract('SQLite', openNew);

describe('sessions in a file', () => {
  const key = createSecretKey(Buffer.alloc(32, 1));
  const clock = { now: () => '2026-03-02T08:00:00.000Z' };

  it('survive a restart, and their ids cannot be read from it', async () => {
    const path = join(folder, 'restarted.sqlite');
    const first = openSqliteSessionStore(path, jest.fn());
    const { id } = await new Sessions(first, clock, { key }).signIn('hl-farsta-1');
    const bytes = readdirSync(folder)
      .filter((name) => name.startsWith('restarted'))
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');
    expect(bytes).toContain('hl-farsta-1');
    expect(bytes).not.toContain(id);
    await first.close();
    expect(await new Sessions(openNew(path), clock, { key }).userOf(id)).toBe('hl-farsta-1');
  });

  it('that were stored without a code have ended', async () => {
    const path = join(folder, 'older.sqlite');
    const db = new DatabaseSync(path);
    db.exec(`CREATE TABLE session (id_hash TEXT PRIMARY KEY, user_id TEXT NOT NULL, started_at TEXT NOT NULL,
      used_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
      INSERT INTO session VALUES ('a', 'hl-farsta-1', '2026-03-02T08:00:00.000Z', '2026-03-02T08:00:00.000Z')`);
    db.close();
    expect(await openNew(path).find('a')).toBeUndefined();
  });
});
