import type { FileId } from '@rt/domain';
import type { EventStore, TextSeal } from '@rt/event-store';
import { streamOfFile } from '@rt/files';

/** Seals and hashes a file's texts, so that a row may hold them. */
export interface FileTexts extends Pick<TextSeal, 'seal'> {
  /** A keyed hash of the installation, for finding equal texts. */
  hash(purpose: string, text: string): string;
}

/** The sealing and hashing for one file. Undefined if the file has no key: then rows hold none of its texts. */
export const textsOf = async (store: EventStore, fileId: FileId): Promise<FileTexts | undefined> => {
  const seal = await store.textSeal(streamOfFile(fileId));
  return seal && { seal: seal.seal, hash: (purpose, text) => store.keyedHash(purpose, text) };
};
