import {
  decodeFile,
  effectiveEvents,
  foldFile,
  type FileId,
  type PersonalFileEvent,
  type Recorded,
} from '@rt/domain';
import type { EventStore, StreamName } from '@rt/event-store';
import { StreamErased } from '@rt/event-store';
import type { FileReading, FileTexts } from './read-model';

const prefix = 'personalFile-';

export const streamOfFile = (fileId: FileId): StreamName => prefix + fileId;

/** The file whose stream it is; undefined for reviews, units, rulesets and erasures. */
export const fileOfStream = (stream: StreamName): FileId | undefined =>
  stream.startsWith(prefix) ? (stream.slice(prefix.length) as FileId) : undefined;

/**
 * A personal file as it was recorded, in the order of recording, in today's shapes: what `replayFile` and `fileAt` read.
 * Undefined where there is no such file, or it has been erased.
 * @throws UnknownShape where a newer program wrote in it
 */
export const readFile = async (
  store: EventStore,
  fileId: FileId,
): Promise<readonly Recorded<PersonalFileEvent>[] | undefined> => {
  const events = await store.readStream(streamOfFile(fileId)).catch((error: unknown) => {
    if (error instanceof StreamErased) return [];
    throw error;
  });
  return events.length === 0 ? undefined : decodeFile(events);
};

/** What the read models are made of. Folded once for all of them. */
export const readingOf = (
  fileId: FileId,
  recorded: readonly Recorded<PersonalFileEvent>[],
  texts?: FileTexts,
): FileReading => ({
  fileId,
  recorded,
  file: foldFile(effectiveEvents(recorded)),
  ...(texts !== undefined && { texts }),
});

/** What seals and hashes the texts of a file. */
export const textsOf = async (store: EventStore, fileId: FileId): Promise<FileTexts | undefined> => {
  const seal = await store.textSeal(streamOfFile(fileId));
  return seal && { seal: seal.seal, hash: (purpose, text) => store.keyedHash(purpose, text) };
};
