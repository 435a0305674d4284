import { decodeFile, redactedIn, type EventId, type FileId, type PersonalFileEvent } from '@rt/domain';
import {
  appendOnce,
  StreamErased,
  type AppendOnceRequest,
  type Appended,
  type Basis,
  type EventStore,
  type Position,
  type SkipDamaged,
  type StoredEvent,
} from '@rt/event-store';
import { LRUCache } from 'lru-cache';
import { ErasureRepository } from './erasure-repository';
import { fileOfStream, streamOfFile } from './file-stream';
import { InTurn } from './in-turn';
import { LoadedFile } from './loaded-file';

export interface FileRepositoryOptions {
  /** The limit in bytes for all cached files together. Default: room for about 40,000 events of ordinary size. */
  readonly bytesMax?: number;
  /** True if the store was opened for writing. Only then are the keys of redacted entries destroyed. */
  readonly writes?: boolean;
}

/** A command that appends to a file, as `appendOnce` needs it. The stream follows from the file. */
export type FileAppend = Omit<AppendOnceRequest<LoadedFile>, 'stream' | 'read'>;

const bytesMaxDefault = 128 * 1024 * 1024;

/**
 * Loads and caches the personal files of a store, one repository per thread. Deciphering and folding a file costs more than most uses of it.
 *
 * Only this class knows what a redaction or an erasure removes: the key of the redacted entry, its payload in every event that is returned, and the
 * file in the cache.
 */
export class FileRepository {
  /** The records of the files that were erased. */
  readonly erasures: ErasureRepository;
  private readonly cache: LRUCache<FileId, LoadedFile>;
  private readonly turns = new InTurn();
  private readonly writes: boolean;
  /** Counts removals from the cache. A file whose loading began before a removal is not cached afterwards. */
  private removals = 0;

  constructor(
    private readonly store: EventStore,
    { bytesMax = bytesMaxDefault, writes = false }: FileRepositoryOptions = {},
  ) {
    // For LRUCache, 0 means "no limit". With a limit of one byte, nothing is cached.
    this.cache = new LRUCache({ maxSize: Math.max(1, bytesMax), sizeCalculation: ({ bytes }) => bytes });
    this.writes = writes;
    this.erasures = new ErasureRepository(store);
  }

  /**
   * The current file; it has no events if it does not exist.
   * @throws StreamErased; UnknownShape if a newer program wrote in the file
   */
  async load(fileId: FileId): Promise<LoadedFile> {
    const cached = this.cache.get(fileId);
    const before = this.removals;
    try {
      const loaded = await this.readOn(fileId, cached);
      if (before === this.removals && loaded !== cached) this.keep(loaded);
      return loaded;
    } catch (error) {
      if (error instanceof StreamErased) this.forget(fileId);
      throw error;
    }
  }

  /** Like `load`, but undefined if the file does not exist or has been erased. @throws UnknownShape */
  async find(fileId: FileId): Promise<LoadedFile | undefined> {
    try {
      const loaded = await this.load(fileId);
      return loaded.exists ? loaded : undefined;
    } catch (error) {
      if (error instanceof StreamErased) return undefined;
      throw error;
    }
  }

  /**
   * Every file, in the order of creation, without using the cache: only one file is in memory at a time.
   * @param upTo the last position that is read
   * @throws HistoryDamaged unless the caller gives `onDamaged`
   */
  async *each(options: { readonly upTo?: Position } & SkipDamaged = {}): AsyncIterable<LoadedFile> {
    for await (const { stream, events } of this.store.readStreamByStream(options)) {
      const fileId = fileOfStream(stream);
      if (fileId !== undefined) yield new LoadedFile(fileId, decodeFile(events));
    }
  }

  /** Appends to a file exactly once per command. In this process, commands on one file run one at a time. @throws as `appendOnce` */
  append(fileId: FileId, command: FileAppend): Promise<Appended> {
    return this.turns.run(fileId, async () => {
      const stream = streamOfFile(fileId);
      let decidedOn: LoadedFile | undefined;
      let redacts = false;
      try {
        const appended = await appendOnce(this.store, {
          ...command,
          stream,
          read: (basis) => this.read(fileId, basis),
          decide: async (file) => {
            const decided = await command.decide(file);
            decidedOn = file;
            redacts ||= 'length' in decided && decided.some(isRedaction);
            return decided;
          },
        });
        // The record of a redaction comes before the destruction of the key: a key that is missing without a reason would look like damage.
        if (redacts || appended.events.some(isRedaction)) await this.store.destroyRedacted(stream);
        else if (decidedOn !== undefined) this.keepAppended(decidedOn, appended.events);
        return appended;
      } finally {
        // Even if the append failed, the redacted entry may be in the cached file.
        if (redacts) this.forget(fileId);
      }
    });
  }

  /**
   * Adds events that this thread has already read from the store to the cached file, so that they are not read again.
   * @returns the file up to these events; undefined if they do not follow on the cached file, and the file must be loaded
   */
  receive(fileId: FileId, events: readonly StoredEvent[]): LoadedFile | undefined {
    const cached = this.cache.peek(fileId) ?? new LoadedFile(fileId, []);
    const next = events.filter(({ revision }) => revision > cached.revision);
    if (next[0]?.revision !== cached.revision + 1) return undefined;
    if (cached.lastHash !== undefined && next[0].prevHash !== cached.lastHash) return undefined;
    if (next.some(isRedaction)) {
      this.forget(fileId);
      return undefined;
    }
    const received = cached.with(decodeFile(next));
    this.keep(received);
    return received;
  }

  /**
   * Deletes a file and its keys, after its erasure was recorded in `erasures`. Doing it again changes nothing.
   * @throws ErasureNotRecorded, DestructionHeldUp
   */
  erase(fileId: FileId, lastRevision: number): Promise<void> {
    return this.turns.run(fileId, async () => {
      try {
        await this.store.deleteStream(streamOfFile(fileId), lastRevision);
      } finally {
        this.forget(fileId);
      }
    });
  }

  /** Removes a file from the cache. A thread that learns of an erasure must call this. */
  forget(fileId: FileId): void {
    this.removals += 1;
    this.cache.delete(fileId);
  }

  /** Removes every file from the cache. */
  forgetAll(): void {
    this.removals += 1;
    this.cache.clear();
  }

  private async read(fileId: FileId, basis: Basis): Promise<LoadedFile> {
    if (basis === 'cache') return this.cache.get(fileId) ?? this.load(fileId);
    if (basis === 'storeAlone') this.forget(fileId);
    return this.load(fileId);
  }

  private async readOn(fileId: FileId, cached: LoadedFile | undefined): Promise<LoadedFile> {
    const stream = streamOfFile(fileId);
    if (cached !== undefined) {
      const added = await this.store.readStream(stream, {
        from: cached.recorded.length,
        prevHash: cached.lastHash,
      });
      if (added.length === 0) return cached;
      if (!added.some(isRedaction)) return cached.with(decodeFile(added));
      // A redaction concerns an earlier entry, which may be in the cached file.
      this.forget(fileId);
    }
    const events = await this.store.readStream(stream);
    if (this.writes && isLeftReadable(events)) await this.store.destroyRedacted(stream);
    return new LoadedFile(fileId, decodeFile(events));
  }

  /** Caches the file, unless a newer version was cached while this one was read. */
  private keep(loaded: LoadedFile): void {
    const { fileId, revision } = loaded;
    if (loaded.exists && revision >= (this.cache.peek(fileId)?.revision ?? 0)) this.cache.set(fileId, loaded);
  }

  private keepAppended(decidedOn: LoadedFile, stored: readonly StoredEvent[]): void {
    if (stored[0]?.revision === decidedOn.revision + 1) this.keep(decidedOn.with(decodeFile(stored)));
  }
}

/** True if a redaction names an entry that can still be read, because the process ended between the redaction and the destruction of the key. */
const isLeftReadable = (events: readonly StoredEvent[]): boolean => {
  if (!events.some(isRedaction)) return false;
  const named = redactedIn(events);
  return events.some(({ id, redacted }) => redacted !== true && named.has(id as EventId));
};

const isRedaction = ({ type }: { readonly type: string }): boolean =>
  type === ('EntryRedacted' satisfies PersonalFileEvent['type']);
