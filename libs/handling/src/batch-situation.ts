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

/** What the steps of one request are decided on, one after another. Each step sees the earlier ones as if they were recorded. */
export class BatchSituation {
  private readonly today: LocalDate;
  private folding: FoldingOn | undefined;
  private decided = 0;

  constructor(
    private readonly file: LoadedFile,
    private readonly request: RecordRequest,
    private readonly now: Instant,
    private readonly configuration: Configuration,
  ) {
    this.today = dayOf(now);
  }

  /** For the next step. */
  get situation(): Situation {
    const { file, folding, today, configuration } = this;
    return folding ? { ...folding.situation, today, configuration } : file.situation(today, configuration);
  }

  /** Counts a step as recorded. The fold of the file itself stays as it is. */
  add(command: Command): void {
    const index = this.decided++;
    // Nothing is decided after the last step.
    if (index + 1 === this.request.steps.length) return;
    this.folding ??= new FoldingOn(this.situation);
    this.folding.add(this.recordedAs(command, index));
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
      // The real key is not known yet, and no decider looks at it.
      keyId: opening?.keyId ?? fileId,
    } as Recorded<PersonalFileEvent>;
  }
}
