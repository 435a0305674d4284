import { Command } from '@nestjs/cqrs';
import { createdIn, isEventType, type FileErased, type FileId, type Instant, type UnitId } from '@rt/domain';
import type { Appended, Position } from '@rt/event-store';
import type { LoadedFile } from '@rt/files';
import type { Json } from './plain-json';
import type { Actor } from './ports';
import type { StepInputDto } from './step-input';

/** What was stored, by this request or by an earlier one with the same idempotency key. */
export interface RecordAnswer {
  readonly events: readonly RecordedStep[];
  /** The revision of the last of these events. */
  readonly revision: number;
  readonly position: Position;
}

export interface RecordedStep {
  readonly eventId: string;
  readonly type: string;
  /** The ids of the things that the step created, by their path in the payload: `orderId`, `goals[0].goalId`. */
  readonly ids: Readonly<Record<string, string>>;
}

export const recordAnswer = ({ events, revision, position }: Appended): RecordAnswer => ({
  events: events.map(({ id, type, data }) => ({ eventId: id, type, ids: idsGiven(type, data) })),
  revision,
  position,
});

/** The ids that an event created. Empty for a redacted entry. */
const idsGiven = (type: string, data: unknown): Readonly<Record<string, string>> =>
  isEventType(type) && data !== null
    ? Object.fromEntries(createdIn(type, data as object).map(({ path, id }) => [path, id]))
    : {};

/** A request to record steps in one personal file. Its shape has been checked. */
export interface RecordRequest {
  readonly actor: Actor;
  readonly fileId: FileId;
  readonly commandId: string;
  /** The body as the client sent it. A repeated command must have the same body. */
  readonly body: Json;
  readonly steps: readonly StepInputDto[];
  /** True if the first step opens the file. */
  readonly opening?: true;
  /** The last revision that the caller has seen. The command is refused if the file has a later one. */
  readonly ifMatch?: number;
}

/** Records one step of a file, or a few steps together: all of them or none. Each handling step has its own subclass. */
export abstract class RecordSteps extends Command<RecordAnswer> {
  constructor(readonly request: RecordRequest) {
    super();
  }
}

/** A file as it is, and as it would be with the steps of a request. The same file twice where the request is recorded already. */
export interface PreviewedSteps {
  readonly before: LoadedFile;
  readonly after: LoadedFile;
}

/** Decides steps as if they were to be recorded, and stores nothing. */
export class PreviewSteps extends Command<PreviewedSteps> {
  constructor(readonly request: RecordRequest) {
    super();
  }
}

/** Adopts settings of the municipality: parameters of rules, measures, life areas. */
export class AdoptSettings extends Command<RecordAnswer> {
  constructor(
    readonly actor: Actor,
    readonly idempotencyKey: string,
    readonly input: unknown,
  ) {
    super();
  }
}

/** Records what concerns the work of a unit and no single file: absences. */
export class RecordInUnit extends Command<RecordAnswer> {
  constructor(
    readonly actor: Actor,
    readonly unitId: UnitId,
    readonly idempotencyKey: string,
    readonly input: unknown,
  ) {
    super();
  }
}

/** What the record of an erasure says. */
export interface ErasureAnswer extends Pick<
  FileErased['data'],
  'fileId' | 'ground' | 'lastEntryOn' | 'lastRevision'
> {
  readonly eventId: string;
  readonly recordedAt: Instant;
}

/** Erases a personal file. */
export class EraseFile extends Command<ErasureAnswer> {
  constructor(
    readonly actor: Actor,
    /** `{ fileId, ground }` */
    readonly input: unknown,
  ) {
    super();
  }
}
