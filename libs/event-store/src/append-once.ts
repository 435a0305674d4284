/** Appends exactly once per command: for files, reviews, settings and every other kind of stream. */
import { v5 } from 'uuid';
import {
  ConcurrencyConflict,
  type Appended,
  type EventStore,
  type NewEvent,
  type StoredEvent,
  type StreamName,
} from './port';

export type ReadAndAppend = Pick<EventStore, 'readStream' | 'append'>;

/** How often a command is decided anew because another writer appended to the stream in between. */
export const attemptsMax = 3;

/** A stream as it was read, as far as an append needs to know it. */
export interface ReadStream {
  /** Revision of the last event; -1 for a stream that does not exist. */
  readonly revision: number;
  /** Whether the stream holds events of a command. */
  holds(commandId: string): boolean;
}

/** Who records, as the envelope says it. */
export type Author = Pick<NewEvent, 'recordedBy' | 'onBehalfOf' | 'unitId' | 'origin'>;

/** What a decision adds to a stream. Ids, hash of the request and author follow from the command. */
export type DecidedEvent = Omit<
  NewEvent,
  keyof Author | 'id' | 'commandId' | 'requestHash' | 'correlationId'
>;

/** One command that appends to one stream. */
export interface AppendCommand {
  readonly stream: StreamName;
  readonly commandId: string;
  /** The same command has to come with the same request. */
  readonly requestHash: string;
  readonly author: Author;
  /** The revision that the caller saw last, where the caller insists on it. */
  readonly ifMatch?: number;
}

export interface AppendRequest<Read extends ReadStream> extends AppendCommand {
  /** Reads the stream. @param again another writer appended since the last read: nothing that was cached may be trusted */
  readonly read: (again: boolean) => Promise<Read>;
  /** What to append, or stored events that already answer the command. Called again after a lost race. */
  readonly decide: (read: Read) => Promise<readonly DecidedEvent[] | Appended>;
}

/** The command id was used before, with another request. */
export class CommandReused extends Error {
  readonly code = 'COMMAND_REUSED';
}

/** The stream is not at the revision that the caller insists on. */
export class RevisionMismatch extends Error {
  readonly code = 'REVISION_MISMATCH';
  constructor(
    readonly stream: StreamName,
    readonly actual: number,
  ) {
    super(`stream ${stream} is at ${actual}`);
  }
}

/** An id that follows from a command: of something that the command brings into being. */
export const idWithin = (commandId: string, what: string): string => v5(what, commandId);

/** The id of a command's event, by its place among the events of the command. */
export const eventIdOf = (commandId: string, index: number): string => idWithin(commandId, `${index}`);

/**
 * Reads, decides and appends. A command whose events are in the stream already is answered from them, so that repeating it changes nothing.
 * The expected revision is that of the read that was decided on; after a lost race the stream is read and decided on again.
 * @throws CommandReused, RevisionMismatch, StreamErased, AppendTooLarge, and whatever `read` and `decide` throw
 * @throws ConcurrencyConflict after `attemptsMax` lost races
 */
export const appendOnce = async <Read extends ReadStream>(
  store: ReadAndAppend,
  request: AppendRequest<Read>,
): Promise<Appended> => {
  const { stream, commandId, ifMatch } = request;
  for (let attempt = 1; ; attempt++) {
    const read = await request.read(attempt > 1);
    if (read.holds(commandId)) return answerTo(request, await eventsOf(store, stream, commandId));
    if (ifMatch !== undefined && read.revision >= 0 && ifMatch !== read.revision)
      throw new RevisionMismatch(stream, read.revision);
    const decided = await request.decide(read);
    if ('revision' in decided) return decided;
    const expected = read.revision < 0 ? 'none' : read.revision;
    try {
      const appended = await store.append(stream, expected, newEvents(request, decided));
      // Another request under the same command id has the same event ids: the store may answer with that one's events.
      return answerTo(request, appended.events);
    } catch (error) {
      if (!(error instanceof ConcurrencyConflict) || attempt === attemptsMax) throw error;
    }
  }
};

/** Reads the whole stream each time. */
export const readWhole = (store: ReadAndAppend, stream: StreamName) => async (): Promise<ReadStream> => {
  const stored = await store.readStream(stream);
  return {
    revision: stored.length - 1,
    holds: (commandId) => stored.some((event) => event.commandId === commandId),
  };
};

const newEvents = (
  { commandId, requestHash, author }: AppendCommand,
  decided: readonly DecidedEvent[],
): readonly NewEvent[] =>
  decided.map((event, index) => ({
    ...event,
    ...author,
    id: eventIdOf(commandId, index),
    commandId,
    requestHash,
    correlationId: commandId,
  }));

const eventsOf = async (
  store: ReadAndAppend,
  stream: StreamName,
  commandId: string,
): Promise<readonly StoredEvent[]> =>
  (await store.readStream(stream)).filter((event) => event.commandId === commandId);

const answerTo = ({ requestHash }: AppendCommand, events: readonly StoredEvent[]): Appended => {
  if (events.some((event) => event.requestHash !== requestHash))
    throw new CommandReused('the command id was used for another request');
  const { revision, position } = events[events.length - 1] as StoredEvent;
  return { events, revision, position };
};
