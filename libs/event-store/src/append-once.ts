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

/** How often a command is decided anew because another writer appended to the stream in between. */
export const attemptsMax = 3;

/** A stream as it was read, as far as an append needs to know it. */
export interface ReadStream {
  /** Revision of the last event; -1 for a stream that does not exist. */
  readonly revision: number;
  /** The events of a command; none where the command has not been carried out. */
  eventsOf(commandId: string): readonly StoredEvent[];
}

/**
 * What a read may rest on: a cache that may be older than the store, a cache brought up to date from the store, or the store alone.
 * A stream without a cache is read from the store each time.
 */
export type Basis = 'cache' | 'cacheUpToDate' | 'storeAlone';

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
  readonly read: (basis: Basis) => Promise<Read>;
  /** What to append, or stored events that already answer the command. Called again when the stream has changed since it was read. */
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
 *
 * The expected revision is that of the read that was decided on, so the store accepts nothing that was decided on an old read. For that
 * reason the first read may come from a cache; but no refusal and no answer rests on a cache that is older than the store. After a lost race
 * the stream is read from the store and decided on again.
 * @throws CommandReused, RevisionMismatch, StreamErased, AppendTooLarge, and whatever `read` and `decide` throw
 * @throws ConcurrencyConflict after `attemptsMax` lost races
 */
export const appendOnce = async <Read extends ReadStream>(
  store: Pick<EventStore, 'append'>,
  request: AppendRequest<Read>,
): Promise<Appended> => {
  const { stream, commandId } = request;
  let basis: Basis = 'cache';
  for (let racesLost = 0; ;) {
    const read = await request.read(basis);
    const known = read.eventsOf(commandId);
    if (known.length > 0) {
      if (basis !== 'cache') return answerTo(request, known);
      basis = 'cacheUpToDate';
      continue;
    }
    let decided: readonly DecidedEvent[] | Appended;
    try {
      decided = await decideOn(read, request);
    } catch (refusal) {
      if (basis !== 'cache' || (await request.read('cacheUpToDate')).revision === read.revision)
        throw refusal;
      basis = 'cacheUpToDate';
      continue;
    }
    if ('revision' in decided) return decided;
    try {
      const expected = read.revision < 0 ? 'none' : read.revision;
      const { events } = await store.append(stream, expected, newEvents(request, decided));
      // Another request under the same command id has the same event ids: the store may answer with that one's events.
      return answerTo(request, events);
    } catch (error) {
      racesLost += 1;
      if (!(error instanceof ConcurrencyConflict) || racesLost === attemptsMax) throw error;
      basis = 'storeAlone';
    }
  }
};

const decideOn = <Read extends ReadStream>(
  read: Read,
  { stream, ifMatch, decide }: AppendRequest<Read>,
): Promise<readonly DecidedEvent[] | Appended> => {
  const { revision } = read;
  if (ifMatch !== undefined && revision >= 0 && ifMatch !== revision)
    throw new RevisionMismatch(stream, revision);
  return decide(read);
};

/** A stream without a cache, as it was read. */
export const wholeStream = (stored: readonly StoredEvent[]): ReadStream => ({
  revision: stored.length - 1,
  eventsOf: (commandId) => stored.filter((event) => event.commandId === commandId),
});

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

const answerTo = ({ requestHash }: AppendCommand, events: readonly StoredEvent[]): Appended => {
  if (events.some((event) => event.requestHash !== requestHash))
    throw new CommandReused('the command id was used for another request');
  const { revision, position } = events[events.length - 1] as StoredEvent;
  return { events, revision, position };
};
