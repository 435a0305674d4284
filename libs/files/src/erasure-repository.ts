import { decodeErasure, erasuresStreamOf, type ErasureEvent, type FileId, type Recorded } from '@rt/domain';
import {
  appendOnce,
  erasuresPrefix,
  type Appended,
  type AppendOnceRequest,
  type EventStore,
  type ReadStream,
  type StoredEvent,
} from '@rt/event-store';

/** A command that appends a record: `appendOnce` says what it needs. */
export type ErasureAppend = Omit<AppendOnceRequest<LoadedErasures>, 'stream' | 'read'>;

/** The records of a board's erasures, as the store held them when they were read. */
export class LoadedErasures implements ReadStream {
  private readonly recorded: readonly Recorded<ErasureEvent>[];

  constructor(private readonly stored: readonly StoredEvent[]) {
    this.recorded = stored.map(decodeErasure);
  }

  get revision(): number {
    return this.stored.length - 1;
  }

  eventsOf(commandId: string): readonly StoredEvent[] {
    return this.stored.filter((event) => event.commandId === commandId);
  }

  /** The last record about a file: the one that counts. */
  of(fileId: FileId): Recorded<ErasureEvent> | undefined {
    return this.recorded.findLast(({ data }) => data.fileId === fileId);
  }

  /** The answer to a command that a stored record answers already. */
  answer({ revision }: Recorded<ErasureEvent>): Appended {
    const event = this.stored[revision] as StoredEvent;
    return { events: [event], revision, position: event.position };
  }
}

/** Which files were erased, per board. These streams are read rarely and are short, so nothing is cached. */
export class ErasureRepository {
  constructor(private readonly store: EventStore) {}

  /** The record of an erased file, whatever board it belonged to. @throws UnknownShape where a newer program wrote */
  async find(fileId: FileId): Promise<Recorded<ErasureEvent> | undefined> {
    for await (const { stream } of this.store.streams()) {
      if (!stream.startsWith(erasuresPrefix)) continue;
      const found = (await this.load(stream)).of(fileId);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Appends a record exactly once per command. @throws as `appendOnce` */
  append(boardId: string, command: ErasureAppend): Promise<Appended> {
    const stream = erasuresStreamOf(boardId);
    return appendOnce(this.store, { ...command, stream, read: () => this.load(stream) });
  }

  private async load(stream: string): Promise<LoadedErasures> {
    return new LoadedErasures(await this.store.readStream(stream));
  }
}
