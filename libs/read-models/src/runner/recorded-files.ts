import { decodeFile, type FileId, type PersonalFileEvent, type Recorded } from '@rt/domain';
import { StreamErased, type EventStore } from '@rt/event-store';
import { streamOfFile } from '../read-file';

type File = readonly Recorded<PersonalFileEvent>[];

/** Events that are kept at most, some 50 MB; when there are more, all are let go of. */
const eventsMaxDefault = 20_000;

/**
 * Files as they are recorded, kept while much is written: a file that is touched again is read on from where it was. For one reader that
 * hears of every event; `forget` lets go of all of it, and is to be called when there is nothing to do.
 */
export class RecordedFiles {
  private readonly kept = new Map<FileId, File>();
  private events = 0;

  constructor(
    private readonly store: EventStore,
    private readonly eventsMax = eventsMaxDefault,
  ) {}

  /** Undefined where there is no such file, or it has been erased. @throws UnknownShape where a newer program wrote in it */
  async read(fileId: FileId): Promise<File | undefined> {
    const known = this.kept.get(fileId) ?? [];
    const read = await this.readOn(fileId, known).catch((error: unknown) => {
      if (error instanceof StreamErased) return [];
      throw error;
    });
    this.keep(fileId, known, read);
    return read.length === 0 ? undefined : read;
  }

  forget(): void {
    this.kept.clear();
    this.events = 0;
  }

  private async readOn(fileId: FileId, known: File): Promise<File> {
    const stream = streamOfFile(fileId);
    const added = await this.store.readStream(stream, { from: known.length });
    if (known.length === 0) return decodeFile(added);
    if (added.length === 0) return known;
    // A redaction reaches back: what it names may stand in what is kept.
    if (added.some(({ type }) => type === 'EntryRedacted'))
      return decodeFile(await this.store.readStream(stream));
    return [...known, ...decodeFile(added)];
  }

  private keep(fileId: FileId, before: File, read: File): void {
    if (this.events + read.length - before.length > this.eventsMax) {
      this.forget();
      return;
    }
    this.events += read.length - before.length;
    if (read.length === 0) this.kept.delete(fileId);
    else this.kept.set(fileId, read);
  }
}
