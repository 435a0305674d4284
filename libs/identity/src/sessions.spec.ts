import { createHash, createSecretKey } from 'node:crypto';
import { Sessions, type SessionStore, type StoredSession } from '.';
import { inMemorySessionStore } from './session-store.in-memory.fixture';

const key = createSecretKey(Buffer.alloc(32, 1));

describe('a session', () => {
  let now: string;
  let store: SessionStore;
  let sessions: Sessions;
  beforeEach(() => {
    now = '2026-03-02T08:00:00.000Z';
    store = inMemorySessionStore();
    sessions = new Sessions(
      store,
      { now: () => now },
      { key, limits: { idleMinutesMax: 60, ageMinutesMax: 600 } },
    );
  });
  const later = (minutes: number) => {
    now = new Date(Date.parse(now) + minutes * 60_000).toISOString();
  };

  it('belongs to the user who signed in, and has a new id of 256 bits every time', async () => {
    const first = await sessions.signIn('hl-farsta-1');
    const second = await sessions.signIn('hl-farsta-1');
    expect(Buffer.from(first.id, 'base64url')).toHaveLength(32);
    expect(second.id).not.toBe(first.id);
    expect(await sessions.userOf(first.id)).toBe('hl-farsta-1');
    expect(await sessions.userOf(`${first.id}x`)).toBeUndefined();
  });

  it('is kept as a hash: what stands in the store opens nothing', async () => {
    const saved: string[] = [];
    const watched: SessionStore = {
      ...store,
      save: (session) => (saved.push(session.idHash), store.save(session)),
    };
    const { id } = await new Sessions(watched, { now: () => now }, { key }).signIn('hl-farsta-1');
    expect(saved).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    expect(await sessions.userOf(saved[0]!)).toBeUndefined();
    expect(await sessions.userOf(id)).toBe('hl-farsta-1');
  });

  it('gets a new id at sign-in, and the session that the browser sent ends, whichever user it belonged to', async () => {
    const planted = await sessions.signIn('hl-farsta-2');
    const own = await sessions.signIn('hl-farsta-1', planted.id);
    expect(await sessions.userOf(planted.id)).toBeUndefined();
    expect(await sessions.userOf(own.id)).toBe('hl-farsta-1');
  });

  it('ends at sign-out', async () => {
    const { id } = await sessions.signIn('hl-farsta-1');
    await sessions.signOut(id);
    expect(await sessions.userOf(id)).toBeUndefined();
  });

  it('holds an hour without use, and not a minute more', async () => {
    const { id } = await sessions.signIn('hl-farsta-1');
    later(60);
    expect(await sessions.userOf(id)).toBe('hl-farsta-1');
    later(61);
    expect(await sessions.userOf(id)).toBeUndefined();
    later(-61);
    expect(await sessions.userOf(id)).toBeUndefined();
  });

  it('holds ten hours however much it is used', async () => {
    const { id } = await sessions.signIn('hl-farsta-1');
    for (let hour = 0; hour < 10; hour += 1) {
      later(60);
      expect(await sessions.userOf(id)).toBe('hl-farsta-1');
    }
    later(1);
    expect(await sessions.userOf(id)).toBeUndefined();
  });

  it('notes use once a minute at most', async () => {
    const noted: string[] = [];
    const watched: SessionStore = {
      ...store,
      noteUse: (used) => (noted.push(used.usedAt), store.noteUse(used)),
    };
    const watching = new Sessions(watched, { now: () => now }, { key });
    const { id } = await watching.signIn('hl-farsta-1');
    await watching.userOf(id);
    later(1);
    await watching.userOf(id);
    await watching.userOf(id);
    expect(noted).toEqual(['2026-03-02T08:01:00.000Z']);
  });

  it('is watched without being used, until it has grown old', async () => {
    const { id } = await sessions.signIn('hl-farsta-1');
    const watched = sessions.watch(id, () => undefined);
    later(60);
    expect(await watched.holds()).toBe(true);
    later(1);
    expect(await watched.holds()).toBe(false);
    expect(await sessions.userOf(id)).toBeUndefined();
  });

  it('informs its own watchers, and no others, when the user signs out', async () => {
    const told: string[] = [];
    const [own, other] = [await sessions.signIn('hl-farsta-1'), await sessions.signIn('hl-farsta-1')];
    const watched = sessions.watch(own.id, () => told.push('own'));
    sessions.watch(own.id, () => told.push('left')).stopWatching();
    sessions.watch(other.id, () => told.push('other'));
    await sessions.signOut(own.id);
    expect(told).toEqual(['own']);
    expect(await watched.holds()).toBe(false);
  });

  it('that has expired is removed at the next sign-in of any user', async () => {
    const removed: [string, string][] = [];
    const watched: SessionStore = {
      ...store,
      removeExpired: async (...before) => void removed.push(before),
    };
    await new Sessions(watched, { now: () => now }, { key }).signIn('hl-farsta-1');
    expect(removed).toEqual([['2026-03-01T22:00:00.000Z', '2026-03-02T07:00:00.000Z']]);
  });

  it.each<[string, (own: StoredSession) => Partial<StoredSession>]>([
    ['another user', () => ({ userId: 'ec-farsta' })],
    ['a later start', () => ({ startedAt: '2026-03-02T08:01:00.000Z' })],
    ['a later use', () => ({ usedAt: '2026-03-02T08:01:00.000Z' })],
    ['another id', () => ({ idHash: createHash('sha256').update('chosen').digest('hex') })],
    ['no code', () => ({ mac: '' })],
    ['another code of the same length', ({ mac }) => ({ mac: [...mac].reverse().join('') })],
  ])('whose row has %s is unknown, raises the alarm and is removed', async (_, change) => {
    let alarms = 0;
    const watching = new Sessions(store, { now: () => now }, { key, onForged: () => (alarms += 1) });
    const { id } = await watching.signIn('hl-farsta-1');
    const own = (await store.find(createHash('sha256').update(id).digest('hex'))) as StoredSession;
    const changed = { ...own, ...change(own) };
    await store.save(changed);
    const asked = changed.idHash === own.idHash ? id : 'chosen';
    expect(await watching.userOf(asked)).toBeUndefined();
    expect([alarms, await store.find(changed.idHash)]).toEqual([1, undefined]);
    expect(await watching.watch(asked, () => undefined).holds()).toBe(false);
  });

  it('is known after its use was noted', async () => {
    const { id } = await sessions.signIn('hl-farsta-1');
    later(2);
    expect(await sessions.userOf(id)).toBe('hl-farsta-1');
    later(59);
    expect(await sessions.userOf(id)).toBe('hl-farsta-1');
  });
});
