import type { SessionStore, StoredSession } from './session-store';

const session = (idHash: string, startedAt: string, usedAt = startedAt): StoredSession => ({
  idHash,
  userId: 'hl-farsta-1',
  startedAt,
  usedAt,
  mac: `mac of ${usedAt}`,
});
const at = (time: string) => `2026-03-02T${time}:00.000Z`;

/** The contract that every session store adapter passes. `openStore` opens an empty store. */
export const sessionStoreContract = (adapter: string, openStore: () => SessionStore): void => {
  describe(`${adapter} keeps the contract of the session store`, () => {
    let store: SessionStore;
    beforeEach(() => {
      store = openStore();
    });

    it('finds what was saved, and nothing else', async () => {
      await store.save(session('a', at('08:00')));
      expect(await store.find('a')).toEqual(session('a', at('08:00')));
      expect(await store.find('b')).toBeUndefined();
    });

    it('notes use, and brings nothing back that was removed', async () => {
      await store.save(session('a', at('08:00')));
      await store.noteUse(session('a', at('08:00'), at('09:00')));
      expect(await store.find('a')).toEqual(session('a', at('08:00'), at('09:00')));
      await store.remove('a');
      await store.noteUse(session('a', at('08:00'), at('09:30')));
      expect(await store.find('a')).toBeUndefined();
    });

    it('removes what began or was used before given instants, and what is just at them stays', async () => {
      await store.save(session('old', at('07:59'), at('12:00')));
      await store.save(session('idle', at('08:00'), at('10:59')));
      await store.save(session('live', at('08:00'), at('11:00')));
      await store.removeExpired(at('08:00'), at('11:00'));
      const found = await Promise.all(['old', 'idle', 'live'].map((idHash) => store.find(idHash)));
      expect(found.map((each) => each?.idHash)).toEqual([undefined, undefined, 'live']);
    });
  });
};
