import type { KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  correctsServedDecision,
  currentVersion,
  decide,
  type Command,
  type Instant,
  type PersonalFile,
  type Situation,
} from '@rt/domain';
import { HistoryDamaged, StreamErased, type Clock, type DecidedEvent } from '@rt/event-store';
import { FileRepository, LoadedFile, RulesetRepository } from '@rt/files';
import { BatchSituation } from './batch-situation';
import { refuseStrangers } from './board-members';
import type { RecordRequest } from './commands';
import { headLabel } from './command-input';
import { completed } from './completed-step';
import { definitionOf } from './definitions';
import { refuseSecond } from './known-files';
import { refuseUnknownRule } from './known-rules';
import {
  AUTHORISE,
  CLOCK,
  KNOWN_FILES,
  KNOWN_RULES,
  REQUEST_KEY,
  USER_DIRECTORY,
  type Authorise,
  type KnownFiles,
  type KnownRule,
  type UserDirectory,
} from './ports';
import { inPlace, refusedFor } from './refused';
import { refusedAppend } from './refused-append';
import { stepPath, stepLabelAt, type StepInputDto } from './step-input';

/** The steps of a request as they were decided on a version of the file. */
interface DecidedSteps {
  readonly decided: readonly DecidedEvent[];
  readonly batch: BatchSituation;
}

/** Authorises and decides the steps of a request on a file, for the handler that stores them and for the one that only shows what they would do. */
@Injectable()
export abstract class StepDecider {
  constructor(
    protected readonly files: FileRepository,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(AUTHORISE) private readonly authorise: Authorise,
    private readonly ruleset: RulesetRepository,
    @Inject(USER_DIRECTORY) private readonly directory: UserDirectory,
    @Inject(REQUEST_KEY) protected readonly requestKey: KeyObject,
    @Inject(KNOWN_RULES) private readonly rules: readonly KnownRule[],
    @Inject(KNOWN_FILES) private readonly known: KnownFiles,
  ) {}

  /**
   * An actor who may not write in the file gets NOT_ALLOWED before anything else, whether the file exists, was erased or never existed.
   * @throws Refused: NOT_ALLOWED, FILE_NOT_OPEN, REVISION_MISMATCH, the refusals of the domain and those of the store
   */
  protected async refusing<Answer>(request: RecordRequest, work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StreamErased)
        await this.admit(0, request, new LoadedFile(request.fileId, []).file);
      // A file that cannot be read is judged by who has it, so that its damage tells a stranger nothing.
      if (error instanceof HistoryDamaged) await this.admit(0, request);
      throw refusedAppend(error);
    }
  }

  protected async decideAll(file: LoadedFile, request: RecordRequest): Promise<DecidedSteps> {
    const { steps, commandId } = request;
    await this.admit(0, request, file.file);
    refuseOtherFile(file, request);
    const { configuration } = await this.ruleset.load();
    const batch = new BatchSituation(file, request, this.clock.now() as Instant, configuration);
    const decided: DecidedEvent[] = [];
    for (const [index, step] of steps.entries()) {
      if (index > 0) await this.admit(index, request, batch.situation.file);
      await inPlace(stepPath(index, steps.length), async () => {
        const { situation } = batch;
        const command = completed(step, situation, commandId, index);
        await this.allow(command, request, situation);
        refuseImpossible(command, situation);
        refuseUnknownRule(command, situation, this.rules);
        await refuseStrangers(command, situation, this.directory, request.actor.origin);
        await refuseSecond(command, request, situation.file, this.known);
        decided.push({ ...command, schemaVersion: currentVersion(command.type), ...redactionOf(command) });
        batch.add(command);
      });
    }
    return { decided, batch };
  }

  /** Refuses an actor who may never record such a step in the file. Nothing is said of the file before this. */
  private admit(index: number, request: RecordRequest, file?: PersonalFile): Promise<void> {
    const { actor, fileId, steps, opening } = request;
    const { type } = steps[index] as StepInputDto;
    // Every case worker may open a file. As a step in another file it is judged like other steps.
    const permission =
      type === 'PersonalFileOpened' && !opening ? 'file.record' : definitionOf(type).permission;
    return inPlace(stepPath(index, steps.length), async () => {
      if (!(await this.authorise.allows({ actor, permission, fileId, ...(file && { file }) })))
        throw refusedFor('NOT_ALLOWED', 'type');
    });
  }

  /** Asks again with the ids of the step: a provider is judged by the orders that it concerns. */
  private async allow(
    command: Command,
    { actor, fileId }: RecordRequest,
    situation: Situation,
  ): Promise<void> {
    const { file } = situation;
    const permission = correctsServedDecision(command, situation)
      ? 'decision.correctServed'
      : definitionOf(command.type).permission;
    if (!(await this.authorise.allows({ actor, permission, fileId, file, command })))
      throw refusedFor('NOT_ALLOWED', 'type');
  }
}

/** Refuses if the file does not exist, or is not at the revision that the caller has seen. */
const refuseOtherFile = (file: LoadedFile, { opening, ifMatch }: RecordRequest): void => {
  if (!file.exists && !opening) throw refusedFor('FILE_NOT_OPEN', 'fileId', {}, headLabel('fileId'));
  if (ifMatch !== undefined && file.exists && ifMatch !== file.revision)
    throw refusedFor('REVISION_MISMATCH', 'ifMatch', { actual: file.revision }, headLabel('ifMatch'));
};

const refuseImpossible = (command: Command, situation: Situation): void => {
  const verdict = decide(command, situation);
  if (verdict.accepted) return;
  const { code, field, details } = verdict.refusal;
  throw refusedFor(code, field, details, stepLabelAt(command.type, field));
};

/** The id of the entry that a redaction concerns is in the envelope too, where the store can read it. */
const redactionOf = (command: Command): Pick<DecidedEvent, 'redacts'> =>
  command.type === 'EntryRedacted' ? { redacts: command.data.eventId } : {};
