import {
  currentVersion,
  dayOf,
  FoldingOn,
  type Command,
  type Configuration,
  type Instant,
  type LocalDate,
  type PersonalFileEvent,
  type Recorded,
  type Situation,
} from '@rt/domain';
import { eventIdOf } from '@rt/event-store';
import { streamOfFile, type LoadedFile } from '@rt/files';
import type { RecordRequest } from './commands';
import { authorOf } from './ids';

/** The situations on which the steps of one request are decided, one after another. Each step is decided as if the earlier steps were recorded. */
export class BatchSituation {
  private readonly today: LocalDate;
  private folding: FoldingOn | undefined;
  private readonly commands: Command[] = [];

  constructor(
    private readonly file: LoadedFile,
    private readonly request: RecordRequest,
    private readonly now: Instant,
    private readonly configuration: Configuration,
  ) {
    this.today = dayOf(now);
  }

  /** The situation for the next step. */
  get situation(): Situation {
    const { file, folding, today, configuration } = this;
    return folding ? { ...folding.situation, today, configuration } : file.situation(today, configuration);
  }

  /** Adds a step to the situation of the next one. The fold of the file itself does not change. */
  add(command: Command): void {
    const index = this.commands.push(command) - 1;
    // No step is decided after the last one.
    if (index + 1 === this.request.steps.length) return;
    this.folding ??= new FoldingOn(this.situation);
    this.folding.add(this.recordedAs(command, index));
  }

  /** The steps added so far, as the store would record them now. */
  get recorded(): readonly Recorded<PersonalFileEvent>[] {
    return this.commands.map((command, index) => this.recordedAs(command, index));
  }

  private recordedAs(command: Command, index: number): Recorded<PersonalFileEvent> {
    const { actor, fileId, commandId } = this.request;
    const id = eventIdOf(commandId, index);
    const [opening] = this.file.recorded;
    return {
      ...command,
      ...authorOf(actor),
      id,
      schemaVersion: currentVersion(command.type),
      commandId,
      stream: streamOfFile(fileId),
      revision: this.file.revision + 1 + index,
      recordedAt: this.now,
      // The real key is not known yet, and no decider uses it.
      keyId: opening?.keyId ?? fileId,
    } as Recorded<PersonalFileEvent>;
  }
}
