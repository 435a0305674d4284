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

/** What an earlier version of a file was folded to, and the events recorded since. */
interface Earlier {
  readonly file?: PersonalFile;
  readonly situation?: FoldedSituation;
  readonly added: readonly Event[];
}

/**
 * A personal file as the store held it when it was read. It never changes, so all who ask for the file may share it. It is folded when the
 * fold is first asked for; a later version is folded on from an earlier one.
 */
export class LoadedFile implements ReadStream {
  private folded: PersonalFile | undefined;
  private foldedSituation: FoldedSituation | undefined;
  private counted: number | undefined;

  constructor(
    readonly fileId: FileId,
    /** Every event in the order of recording, in today's shapes; none for a file that does not exist. */
    readonly recorded: readonly Event[],
    private earlier?: Earlier,
  ) {}

  /** This file with the events recorded after it. */
  with(added: readonly Event[]): LoadedFile {
    const later = new LoadedFile(this.fileId, [...this.recorded, ...added], this.before(added));
    if (this.counted !== undefined) later.counted = this.counted + bytesOf(added);
    return later;
  }

  get exists(): boolean {
    return this.recorded.length > 0;
  }

  /** Of the last event; -1 for a file that does not exist. */
  get revision(): number {
    return this.recorded.length - 1;
  }

  /** Of the last event, as the store gave it; undefined for a file that does not exist. */
  get lastHash(): string | undefined {
    return (this.recorded.at(-1) as unknown as StoredEvent | undefined)?.hash;
  }

  /** What it takes of memory, roughly. */
  get bytes(): number {
    return (this.counted ??= bytesOf(this.recorded));
  }

  /** As it is known now: corrections applied, all days. */
  get file(): PersonalFile {
    return (this.folded ??= this.foldedSituation?.file ?? this.fold());
  }

  /** As it was on a day, as it was known at an instant. */
  at(moment: Moment): PersonalFile {
    return fileAt(this.recorded, moment);
  }

  /** What deciders look at. */
  situation(today: LocalDate, configuration: Configuration): Situation {
    this.foldedSituation ??= this.foldSituation();
    return { ...this.foldedSituation, today, configuration };
  }

  /** The events of a command, as they are stored. */
  eventsOf(commandId: string): readonly StoredEvent[] {
    // Decoding keeps everything that the store gives with an event, beyond what the domain knows of.
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

/** An event in memory without its payload. */
const envelopeBytes = 1_500;
/** A payload is there as it was read and in the fold. */
const payloadCopies = 2;

const bytesOf = (events: readonly Event[]): number =>
  events.reduce((sum, { data }) => sum + envelopeBytes + payloadCopies * JSON.stringify(data).length, 0);
