import type { KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { dayOf, stepOf, type FileId, type Instant, type UnitId } from '@rt/domain';
import type { Clock } from '@rt/event-store';
import { checkedAs, checkedHead, labelsOf, OpenFileDto } from './command-input';
import {
  AdoptSettings,
  EraseFile,
  PreviewSteps,
  RecordInUnit,
  type ErasureAnswer,
  type PreviewedSteps,
  type RecordAnswer,
  type RecordRequest,
} from './commands';
import { commandIdOf, fileIdOf } from './ids';
import { plainJson } from './plain-json';
import { Refused } from './refused';
import { CLOCK, REQUEST_KEY, type Actor } from './ports';
import { checkedSteps, stepBodyLabels, type StepInputDto } from './step-input';
import { STEP_MODULES } from './steps';

/**
 * The only entry for writes, for every app. It checks the shape of the input and sends the command to the bus. A refusal is thrown as `Refused`, and
 * then nothing is stored. The same actor, file and idempotency key are the same command; a repeated command gets the answer of the first time.
 */
@Injectable()
export class Handling {
  constructor(
    private readonly bus: CommandBus,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(REQUEST_KEY) private readonly requestKey: KeyObject,
  ) {}

  /** Opens a personal file. `input` is `{ person, occurredOn?, reason? }`, see `openingSchema`. @throws Refused */
  async openFile(actor: Actor, idempotencyKey: string, input: unknown): Promise<{ readonly fileId: FileId }> {
    checkedHead({ idempotencyKey });
    const body = plainJson(input, labelsOf(OpenFileDto));
    const { person, occurredOn = dayOf(this.clock.now() as Instant), reason } = checkedAs(OpenFileDto, body);
    const commandId = commandIdOf(actor.userId, 'files', idempotencyKey);
    const fileId = fileIdOf(commandId, this.requestKey);
    const data = { boardId: actor.boardId, person };
    const steps: StepInputDto[] = [{ type: 'PersonalFileOpened', occurredOn, data }];
    // The reason stays in the file, as a note.
    if (reason !== undefined) steps.push({ type: 'NoteWritten', occurredOn, data: { text: reason } });
    await this.execute({ actor, fileId, commandId, body, steps, opening: true }).catch((error: unknown) => {
      throw error instanceof Refused ? asOfBody(error) : error;
    });
    return { fileId };
  }

  /**
   * Records one step, or an array of at most 50 steps. Each is `{ type, occurredOn, occurredTime?, caseId?, data }`, see `schemaOf`. All are stored
   * or none. @throws Refused
   */
  async record(
    actor: Actor,
    fileId: string,
    idempotencyKey: string,
    input: unknown,
    { ifMatch }: { readonly ifMatch?: number } = {},
  ): Promise<RecordAnswer> {
    return this.execute(requestOf(actor, fileId, idempotencyKey, input, ifMatch));
  }

  /** What `record` would do with the same arguments, or its refusal. Nothing is stored. @throws Refused */
  async preview(
    actor: Actor,
    fileId: string,
    idempotencyKey: string,
    input: unknown,
    { ifMatch }: { readonly ifMatch?: number } = {},
  ): Promise<PreviewedSteps> {
    return this.bus.execute(new PreviewSteps(requestOf(actor, fileId, idempotencyKey, input, ifMatch)));
  }

  /** Adopts settings of the municipality, each `{ type, occurredOn, data }`. @throws Refused */
  adopt(actor: Actor, idempotencyKey: string, settings: unknown): Promise<RecordAnswer> {
    return this.bus.execute(new AdoptSettings(actor, idempotencyKey, settings));
  }

  /** Records what concerns the work of the actor's unit, one event or several, each `{ type, data }`. The day is today. @throws Refused */
  recordInUnit(actor: Actor, unitId: string, idempotencyKey: string, input: unknown): Promise<RecordAnswer> {
    return this.bus.execute(new RecordInUnit(actor, unitId as UnitId, idempotencyKey, input));
  }

  /** Erases a personal file; it cannot be undone. `input` is `{ fileId, ground }`. @throws Refused, DestructionHeldUp */
  erase(actor: Actor, input: unknown): Promise<ErasureAnswer> {
    return this.bus.execute(new EraseFile(actor, input));
  }

  /** A request with several kinds of steps is sent as the command of its first step. Every step is authorised by its own permission. */
  private execute(request: RecordRequest): Promise<RecordAnswer> {
    const [first] = request.steps as readonly [StepInputDto];
    return this.bus.execute(new STEP_MODULES[stepOf(first.type)].command(request));
  }
}

/** A request to record steps, with its shape checked. @throws Refused */
const requestOf = (
  actor: Actor,
  fileId: string,
  idempotencyKey: string,
  input: unknown,
  ifMatch: number | undefined,
): RecordRequest => {
  checkedHead({ idempotencyKey, fileId, ...(ifMatch !== undefined && { ifMatch }) });
  const body = plainJson(input, stepBodyLabels(input));
  const steps = checkedSteps(body);
  const commandId = commandIdOf(actor.userId, fileId, idempotencyKey);
  return {
    actor,
    fileId: fileId as FileId,
    commandId,
    body,
    steps,
    ...(ifMatch !== undefined && { ifMatch }),
  };
};

/** The errors of the opening step, with the places that its fields have in the body. */
const asOfBody = ({ code, errors }: Refused): Refused =>
  new Refused(
    code,
    errors.map((error) => ({ ...error, field: error.field.replace(/^(\[0\]\.)?data\./, '') })),
  );
