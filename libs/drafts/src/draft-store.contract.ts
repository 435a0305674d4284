import { createSecretKey, randomBytes } from 'node:crypto';
import { textSealWith, type TextSeal } from '@rt/event-store';
import { draftsPerUserMax, type Draft } from './draft';
import type { DraftStore } from './draft-store';

export const draftOf = (draftId: string, some: Partial<Draft> = {}): Draft => ({
  draftId,
  userId: 'anna',
  fileId: 'file-1',
  savedAt: '2026-03-02T08:00:00.000Z',
  content: '{"type":"NoteWritten","values":{"text":"Ringde"}}',
  ...some,
});

/** The seals of some files, whose keys can be destroyed and changed as those of the store. */
export class FileSeals {
  private readonly keys = new Map<string, TextSeal>();

  constructor(files: readonly string[]) {
    for (const fileId of files) this.change(fileId);
  }

  change(fileId: string): void {
    this.keys.set(fileId, textSealWith(createSecretKey(randomBytes(32)), fileId));
  }

  destroy(fileId: string): void {
    this.keys.delete(fileId);
  }

  readonly sealOf = async (fileId: string): Promise<TextSeal | undefined> => this.keys.get(fileId);
}

/** The contract that every store of drafts passes. @param openStore opens a store on the same storage each time; every test begins with an empty one */
export const draftStoreContract = (adapter: string, openStore: (seals: FileSeals) => DraftStore): void => {
  describe(`${adapter} keeps the contract of the store of drafts`, () => {
    let store: DraftStore;
    let seals: FileSeals;
    beforeEach(() => {
      seals = new FileSeals(['file-1', 'file-2']);
      store = openStore(seals);
    });
    afterEach(() => store.close());

    it('gives a draft back as it was saved last, also of a file that is not opened yet', async () => {
      const unopened = draftOf('b', { fileId: null, savedAt: '2026-03-02T09:00:00.000Z' });
      expect(await store.save(draftOf('a', { content: 'first' }))).toBe('saved');
      expect(await store.save(draftOf('a'))).toBe('saved');
      expect(await store.save(unopened)).toBe('saved');
      expect([await store.find('anna', 'a'), await store.find('anna', 'b')]).toEqual([
        draftOf('a'),
        unopened,
      ]);
      expect(await store.ofUser('anna')).toEqual([unopened, draftOf('a')]);
    });

    it('shows no draft to another user, whose own may have the same id', async () => {
      const other = draftOf('a', { userId: 'bo', content: 'of Bo' });
      await store.save(draftOf('a'));
      expect([await store.find('bo', 'a'), await store.ofUser('bo')]).toEqual([undefined, []]);
      await store.save(other);
      await store.remove('anna', 'a');
      expect([await store.find('anna', 'a'), await store.find('bo', 'a')]).toEqual([undefined, other]);
    });

    it('stores nothing for a file that does not exist', async () => {
      expect(await store.save(draftOf('a', { fileId: 'file-9' }))).toBe('noFile');
      expect(await store.ofUser('anna')).toEqual([]);
    });

    it('takes so many of a user and no more, and goes on saving those that are there', async () => {
      for (let n = 0; n < draftsPerUserMax; n++) await store.save(draftOf(`d-${n}`));
      expect([await store.save(draftOf('one more')), await store.save(draftOf('d-0'))]).toEqual([
        'full',
        'saved',
      ]);
      expect(await store.save(draftOf('a', { userId: 'bo' }))).toBe('saved');
    });

    it('loses a draft with the key of its file, and one that was saved before the key was changed', async () => {
      await store.save(draftOf('a'));
      await store.save(draftOf('b', { fileId: 'file-2' }));
      seals.destroy('file-1');
      seals.change('file-2');
      expect([await store.find('anna', 'a'), await store.ofUser('anna')]).toEqual([undefined, []]);
    });

    it('removes the drafts of all users in a file, and those that are too old', async () => {
      const young = draftOf('c', { fileId: 'file-2', savedAt: '2026-03-04T08:00:00.000Z' });
      await store.save(draftOf('a'));
      await store.save(draftOf('a', { userId: 'bo' }));
      await store.save(draftOf('b', { fileId: 'file-2' }));
      await store.save(young);
      await store.forgetFile('file-1');
      expect([(await store.ofUser('anna')).length, await store.ofUser('bo')]).toEqual([2, []]);
      await store.removeOld('2026-03-02T08:00:00.000Z');
      expect(await store.ofUser('anna')).toEqual([young]);
    });
  });
};
