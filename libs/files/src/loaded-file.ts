import {
  fileAt,
  fileWith,
  foldOn,
  foldSituation,
  type Configuration,
  type FileId,
  type FoldedSituation,
  type LocalDate,
  type Moment,
  type PersonalFile,
  type PersonalFileEvent,
  type Recorded,
  type Situation,
} from '@rt/domain';
import type { ReadStream, StoredEvent } from '@rt/event-store';

type Event = Recorded<PersonalFileEvent>;

/** The fold of an earlier version of the file, and the events recorded since. */
interface Earlier {
  readonly file?: PersonalFile;
  readonly situation?: FoldedSituation;
  readonly added: readonly Event[];
}

/**
 * A personal file as it was in the store when it was read. It is immutable, so callers may share it. It is folded when a fold is first needed; if an
 * earlier version was folded, only the new events are added to that fold.
 */
export class LoadedFile implements ReadStream {
  private folded: PersonalFile | undefined;
  private foldedSituation: FoldedSituation | undefined;
  private counted: number | undefined;

  constructor(
    readonly fileId: FileId,
    /** All events in the order of recording, upcast to the current shapes. Empty for a file that does not exist. */
    readonly recorded: readonly Event[],
    private earlier?: Earlier,
  ) {}

  /** A new version of the file with these events at the end. */
  with(added: readonly Event[]): LoadedFile {
    const later = new LoadedFile(this.fileId, [...this.recorded, ...added], this.before(added));
    if (this.counted !== undefined) later.counted = this.counted + bytesOf(added);
    return later;
  }

  get exists(): boolean {
    return this.recorded.length > 0;
  }

  /** The revision of the last event; -1 if the file does not exist. */
  get revision(): number {
    return this.recorded.length - 1;
  }

  /** The hash of the last event in the store; undefined if the file does not exist. */
  get lastHash(): string | undefined {
    return (this.recorded.at(-1) as unknown as StoredEvent | undefined)?.hash;
  }

  /** An estimate of the memory that the file uses, in bytes. */
  get bytes(): number {
    return (this.counted ??= bytesOf(this.recorded));
  }

  /** The file as it is known now: with corrections applied, and without a limit on days. */
  get file(): PersonalFile {
    return (this.folded ??= this.foldedSituation?.file ?? this.fold());
  }

  /** The file as it was on a day, according to what was known at an instant. */
  at(moment: Moment): PersonalFile {
    return fileAt(this.recorded, moment);
  }

  /** The situation that the deciders of the domain use. */
  situation(today: LocalDate, configuration: Configuration): Situation {
    if (this.foldedSituation === undefined) {
      this.foldedSituation = this.foldSituation();
      // The situation holds the fold of the file too. An earlier fold would only double the memory of a cached file.
      this.earlier = undefined;
    }
    return { ...this.foldedSituation, today, configuration };
  }

  /** The events that a command recorded, as they are in the store. */
  eventsOf(commandId: string): readonly StoredEvent[] {
    // At run time, a decoded event still has all properties of the stored event, also those that the domain's type does not have.
    return this.recorded.filter((event) => event.commandId === commandId) as unknown as StoredEvent[];
  }

  private before(added: readonly Event[]): Earlier | undefined {
    const { folded: file, foldedSituation: situation, earlier } = this;
    if (file ?? situation) return { ...(file && { file }), ...(situation && { situation }), added };
    return earlier && { ...earlier, added: [...earlier.added, ...added] };
  }

  private fold(): PersonalFile {
    const before = this.earlier?.file ?? this.earlier?.situation?.file;
    return (before && fileWith(before, this.earlier?.added ?? [])) ?? fileAt(this.recorded);
  }

  private foldSituation(): FoldedSituation {
    const { situation, added = [] } = this.earlier ?? {};
    return situation ? foldOn(situation, added) : foldSituation(this.recorded);
  }
}

/** The memory that one event uses without its payload, in bytes. */
const envelopeBytes = 1_500;
/** A payload is in memory twice: as it was read and in the fold. */
const payloadCopies = 2;

const bytesOf = (events: readonly Event[]): number =>
  events.reduce((sum, { data }) => sum + envelopeBytes + payloadCopies * JSON.stringify(data).length, 0);
