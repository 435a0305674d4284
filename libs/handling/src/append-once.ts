import {
  AppendTooLarge,
  ConcurrencyConflict,
  StreamErased,
  type Appended,
  type EventStore,
  type NewEvent,
  type StoredEvent,
} from '@rt/event-store';
import { attemptsMax } from './limits';
import { refusedFor } from './refused';

export type ReadAndAppend = Pick<EventStore, 'readStream' | 'append'>;

/** A stream as it was read, as far as an append needs to know it. */
export interface ReadStream {
  /** Of its last event; -1 where there is none. */
  readonly revision: number;
  /** Whether events of a command stand in it. */
  holds(commandId: string): boolean;
}

/** One request to append to one stream. */
export interface AppendRequest<Read extends ReadStream> {
  readonly stream: string;
  readonly commandId: string;
  readonly requestHash: string;
  /** The revision that the caller saw last, where it insists on it. */
  readonly ifMatch?: number;
  /** The stream as it stands now. @param again somebody else wrote meanwhile: nothing that was kept may be trusted */
  readonly read: (again: boolean) => Promise<Read>;
  /** What to append to the stream as it was read. Asked again when somebody else wrote meanwhile. */
  readonly decide: (read: Read) => Promise<readonly NewEvent[]>;
}

/**
 * Appends exactly once per command, however often it is asked: a command that is found in the stream is answered from the stored
 * events. The expected revision comes from the one read that is decided on.
 * @throws Refused: KEY_REUSED, REVISION_MISMATCH, CONFLICT, FILE_ERASED, TOO_LARGE, and what `decide` throws
 */
export const appendOnce = async <Read extends ReadStream>(
  store: ReadAndAppend,
  request: AppendRequest<Read>,
): Promise<Appended> => {
  const { stream, commandId, requestHash, ifMatch } = request;
  try {
    for (let attempt = 0; attempt < attemptsMax; attempt++) {
      const read = await request.read(attempt > 0);
      if (read.holds(commandId)) return answer(await eventsOf(store, stream, commandId), requestHash);
      const actual = read.revision;
      if (ifMatch !== undefined && actual >= 0 && ifMatch !== actual)
        throw refusedFor('REVISION_MISMATCH', 'ifMatch', { actual });
      const events = await request.decide(read);
      try {
        // The same key at the same moment with another body has the same ids, so the store may answer with the other's events.
        return answer((await store.append(stream, actual < 0 ? 'none' : actual, events)).events, requestHash);
      } catch (error) {
        if (!(error instanceof ConcurrencyConflict)) throw error;
      }
    }
  } catch (error) {
    if (error instanceof StreamErased) throw refusedFor('FILE_ERASED', 'fileId');
    if (error instanceof AppendTooLarge) throw refusedFor('TOO_LARGE', '');
    throw error;
  }
  throw refusedFor('CONFLICT', '');
};

/** A stream that is read whole each time. */
export const readWhole = (store: ReadAndAppend, stream: string) => async (): Promise<ReadStream> => {
  const stored = await store.readStream(stream);
  return {
    revision: stored.length - 1,
    holds: (commandId) => stored.some((event) => event.commandId === commandId),
  };
};

const eventsOf = async (
  store: ReadAndAppend,
  stream: string,
  commandId: string,
): Promise<readonly StoredEvent[]> =>
  (await store.readStream(stream)).filter((event) => event.commandId === commandId);

const answer = (events: readonly StoredEvent[], requestHash: string): Appended => {
  if (events.some((event) => event.requestHash !== requestHash))
    throw refusedFor('KEY_REUSED', 'idempotencyKey');
  const { revision, position } = events[events.length - 1] as StoredEvent;
  return { events, revision, position };
};
