import type { FileId } from '@rt/domain';
import { KeyDamaged, type EventStore, type TextSeal } from '@rt/event-store';
import { streamOfFile } from '@rt/files';

/** Seals and hashes a file's texts, so that a row may hold them. */
export interface FileTexts extends Pick<TextSeal, 'seal'> {
  /** A keyed hash of the installation, for finding equal texts. */
  hash(purpose: string, text: string): string;
}

/**
 * Opens the texts in a file's rows. Undefined if the file has no key, or one that is damaged, which the store reports: a list shows its other files, and
 * reading the file itself is refused.
 */
export const sealShown = async (store: EventStore, fileId: FileId): Promise<TextSeal | undefined> =>
  store.textSeal(streamOfFile(fileId)).catch((error: unknown) => {
    if (error instanceof KeyDamaged) return undefined;
    throw error;
  });

/** The sealing and hashing for one file. Undefined if the file has no key: then rows hold none of its texts. */
export const textsOf = async (store: EventStore, fileId: FileId): Promise<FileTexts | undefined> => {
  const seal = await store.textSeal(streamOfFile(fileId));
  return seal && { seal: seal.seal, hash: (purpose, text) => store.keyedHash(purpose, text) };
};
