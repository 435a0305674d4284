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

/** The most attempts of a command that loses the race against other writers of the stream. */
export const attemptsMax = 3;

/** A stream as it was read, as far as an append needs to know it. */
export interface ReadStream {
  /** Revision of the last event; -1 for a stream that does not exist. */
  readonly revision: number;
  /** The events of a command; none if the command has not been carried out. */
  eventsOf(commandId: string): readonly StoredEvent[];
}

/**
 * What a read may use: a cache that may be older than the store, a cache brought up to date from the store, or the store alone. A stream without a
 * cache is read from the store each time.
 */
export type Basis = 'cache' | 'cacheUpToDate' | 'storeAlone';

/** The author of the events, in the envelope's fields. */
export type Author = Pick<NewEvent, 'recordedBy' | 'onBehalfOf' | 'unitId' | 'origin'>;

/** An event as a decision returns it. Ids, request hash and author come from the command. */
export type DecidedEvent = Omit<
  NewEvent,
  keyof Author | 'id' | 'commandId' | 'requestHash' | 'correlationId'
>;

/** One command that appends to one stream. */
export interface AppendCommand {
  readonly stream: StreamName;
  readonly commandId: string;
  /** A repeated command must have the same hash. */
  readonly requestHash: string;
  readonly author: Author;
}

export interface AppendOnceRequest<Read extends ReadStream> extends AppendCommand {
  readonly read: (basis: Basis) => Promise<Read>;
  /** What to append, or stored events that already answer the command. Called again when the stream has changed since it was read. */
  readonly decide: (read: Read) => Promise<readonly DecidedEvent[] | Appended>;
}

/** The command id was used before, with another request. */
export class CommandReused extends Error {
  readonly code = 'COMMAND_REUSED';
}

/** The id of something that a command creates; it follows from the command id, so a repeat gives the same id. */
export const idWithin = (commandId: string, what: string): string => v5(what, commandId);

/** The id of a command's event, by its place among the events of the command. */
export const eventIdOf = (commandId: string, index: number): string => idWithin(commandId, `${index}`);

/**
 * Reads, decides and appends. A command whose events are in the stream already is answered from them, so that repeating it changes nothing.
 *
 * The expected revision is that of the read behind the decision, so the store rejects a decision made from an old read. For that reason the first
 * read may come from a cache. A refusal or an answer, however, is never given from a cache that is older than the store. After a lost race it reads
 * the stream from the store and decides again.
 * @throws CommandReused, StreamErased, AppendTooLarge, and what `read` and `decide` throw
 * @throws ConcurrencyConflict after `attemptsMax` lost races
 */
export const appendOnce = async <Read extends ReadStream>(
  store: Pick<EventStore, 'append'>,
  request: AppendOnceRequest<Read>,
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
      decided = await request.decide(read);
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
