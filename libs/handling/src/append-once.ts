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

/** One request to append to one stream. */
export interface AppendRequest {
  readonly stream: string;
  readonly commandId: string;
  readonly requestHash: string;
  /** The revision that the caller saw last, where it insists on it. */
  readonly ifMatch?: number;
  /** What to append to the stream as it was read, whole. Asked again when somebody else wrote meanwhile. */
  readonly decide: (stored: readonly StoredEvent[]) => Promise<readonly NewEvent[]>;
}

/**
 * Appends exactly once per command, however often it is asked: a command that is found in the stream is answered from the stored
 * events. The expected revision comes from the one read that is decided on.
 * @throws Refused: KEY_REUSED, REVISION_MISMATCH, CONFLICT, FILE_ERASED, TOO_LARGE, and what `decide` throws
 */
export const appendOnce = async (store: ReadAndAppend, request: AppendRequest): Promise<Appended> => {
  const { stream, commandId, requestHash, ifMatch } = request;
  try {
    for (let attempt = 0; attempt < attemptsMax; attempt++) {
      const stored = await store.readStream(stream);
      const earlier = stored.filter((event) => event.commandId === commandId);
      if (earlier.length > 0) return answer(earlier, requestHash);
      const actual = stored.length - 1;
      if (ifMatch !== undefined && actual >= 0 && ifMatch !== actual)
        throw refusedFor('REVISION_MISMATCH', 'ifMatch', { actual });
      const events = await request.decide(stored);
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

const answer = (events: readonly StoredEvent[], requestHash: string): Appended => {
  if (events.some((event) => event.requestHash !== requestHash))
    throw refusedFor('KEY_REUSED', 'idempotencyKey');
  const { revision, position } = events[events.length - 1] as StoredEvent;
  return { events, revision, position };
};
