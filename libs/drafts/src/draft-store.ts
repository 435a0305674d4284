import type { Draft } from './draft';

/**
 * The port of the store of drafts. The content of a draft is sealed with the key of its file, or, where the file is not opened yet, with a random key of the
 * draft's own. It can therefore not be read after the file was erased, or after an entry of the file was made unreadable, which changes the key. A row that
 * was changed, inserted, or moved to another user or file from outside is removed when it is met, and never believed. `draft-store.contract.ts` tests every
 * adapter.
 */
export interface DraftStore {
  /**
   * Adds or replaces a draft of its user.
   * @returns `full`: the user has as many as a user may have; `noFile`: the file does not exist or was erased. Nothing was stored then.
   * @throws KeyDamaged
   */
  save(draft: Draft): Promise<'saved' | 'full' | 'noFile'>;
  /** A draft of a user; undefined: there is none, or it cannot be read any more. @throws KeyDamaged */
  find(userId: string, draftId: string): Promise<Draft | undefined>;
  /** All drafts of a user, the newest first. A draft in a file whose key is damaged is left out. */
  ofUser(userId: string): Promise<readonly Draft[]>;
  remove(userId: string, draftId: string): Promise<void>;
  /** Removes the drafts of all users in a file, also from the journal of the database. */
  forgetFile(fileId: string): Promise<void>;
  /** Removes what was saved at or before an instant, and what nobody can read any more, also from the journal of the database. */
  removeOld(savedAt: string): Promise<void>;
  close(): Promise<void>;
}
