import {
  decodeFile,
  foldOn,
  foldSituation,
  type Configuration,
  type FileId,
  type FoldedSituation,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEvent,
  type Recorded,
  type Situation,
} from '@rt/domain';
import { StreamErased, type EventStore, type ReadStream, type StoredEvent } from '@rt/event-store';
import { fileStream } from './ids';
import { RedactingStore } from './redacting-store';
import { WeighedCache } from './weighed-cache';

/** A personal file as it stood in the store when it was opened. Nothing about it changes; who opens it again may be given the same. */
export class OpenedFile implements ReadStream {
  private folded: FoldedSituation | undefined;

  constructor(
    /** As it was recorded, in today's shapes; empty where there is no such file. */
    readonly recorded: readonly Recorded<PersonalFileEvent>[],
    /** Bytes in memory, roughly. */
    readonly weight: number,
    /** As it stood before, already folded, and what came after: to fold on instead of anew. */
    private before?: {
      readonly folded: FoldedSituation;
      readonly added: readonly Recorded<PersonalFileEvent>[];
    },
  ) {}

  /** This file with what was recorded after it. */
  with(added: readonly Recorded<PersonalFileEvent>[], weight: number): OpenedFile {
    const before = this.folded && { folded: this.folded, added };
    return new OpenedFile([...this.recorded, ...added], this.weight + weight, before);
  }

  get revision(): number {
    return this.recorded.length - 1;
  }

  /** As it is known now, corrections applied, all days. */
  get file(): PersonalFile {
    return this.fold().file;
  }

  holds(commandId: string): boolean {
    return this.recorded.some((event) => event.commandId === commandId);
  }

  situation(today: LocalDate, configuration: Configuration): Situation {
    return { ...this.fold(), today, configuration };
  }

  private fold(): FoldedSituation {
    const { before } = this;
    this.folded ??= before ? foldOn(before.folded, before.added) : foldSituation(this.recorded);
    this.before = undefined;
    return this.folded;
  }
}

/** What opened files may weigh together: some 40,000 events of ordinary size. */
const bytesMax = 128 * 1024 * 1024;
/** An event in memory without its payload; the payload stands there as it was read, in the fold, and in what is answered. */
const envelopeBytes = 1_500;
const payloadCopies = 2;

/**
 * Opening a file, its events deciphered one by one, is most of the work of a step. So what was opened is kept, and every time it is
 * asked for the store is asked for what came after it: never older than the store, whoever wrote. Text that was redacted or
 * erased is let go of at once, here as in the store.
 */
export class OpenedFiles {
  private readonly kept: WeighedCache<FileId, OpenedFile>;
  private readonly store: RedactingStore;
  /** Goes up whenever something is to be forgotten: what was read before that is not kept afterwards. */
  private forgotten = 0;

  constructor(store: EventStore, weightMax = bytesMax) {
    this.store = new RedactingStore(store);
    this.kept = new WeighedCache(weightMax);
  }

  /** The file as it stands in the store now. @throws StreamErased; UnknownShape where a newer program wrote in it */
  async open(fileId: FileId): Promise<OpenedFile> {
    const known = this.kept.get(fileId);
    const before = this.forgotten;
    const opened = await this.readOn(fileId, known).catch((error: unknown) => {
      if (error instanceof StreamErased) this.forget(fileId);
      throw error;
    });
    const isNewest = opened.revision >= (this.kept.get(fileId)?.revision ?? 0);
    if (before === this.forgotten && isNewest && opened !== known)
      this.kept.set(fileId, opened, opened.weight);
    return opened;
  }

  /** The file as it stands in the store, nothing that was kept being trusted. @throws as `open` */
  openAnew(fileId: FileId): Promise<OpenedFile> {
    this.forget(fileId);
    return this.open(fileId);
  }

  /** Lets go of everything that was read of a file. */
  forget(fileId: FileId): void {
    this.forgotten += 1;
    this.kept.delete(fileId);
  }

  private async readOn(fileId: FileId, known: OpenedFile | undefined): Promise<OpenedFile> {
    const stream = fileStream(fileId);
    if (known !== undefined) {
      const added = await this.store.readStream(stream, { from: known.recorded.length });
      if (added.length === 0) return known;
      // A redaction reaches back: what it names may stand in what is kept.
      if (!added.some(({ type }) => type === 'EntryRedacted'))
        return known.with(decodeFile(added), weightOf(added));
      this.forget(fileId);
    }
    const events = await this.store.readStream(stream);
    return new OpenedFile(decodeFile(events), weightOf(events));
  }
}

const weightOf = (events: readonly StoredEvent[]): number =>
  events.reduce((sum, { data }) => sum + envelopeBytes + payloadCopies * JSON.stringify(data).length, 0);
