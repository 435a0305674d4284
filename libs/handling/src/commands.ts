import { Command } from '@nestjs/cqrs';
import { createdIn, isEventType, type FileId } from '@rt/domain';
import type { Appended, Position } from '@rt/event-store';
import type { Json } from './plain-json';
import type { Actor } from './ports';
import type { StepInputDto } from './step-input';

/** What was stored, whether by this request or by an earlier one with the same idempotency key. */
export interface RecordAnswer {
  readonly events: readonly RecordedStep[];
  /** Of the last of these events. */
  readonly revision: number;
  readonly position: Position;
}

export interface RecordedStep {
  readonly eventId: string;
  readonly type: string;
  /** The ids of the things that the step created, by their place: `orderId`, `goals[0].goalId`. */
  readonly ids: Readonly<Record<string, string>>;
}

export const recordAnswer = ({ events, revision, position }: Appended): RecordAnswer => ({
  events: events.map(({ id, type, data }) => ({ eventId: id, type, ids: idsGiven(type, data) })),
  revision,
  position,
});

/** None for a redacted entry. */
const idsGiven = (type: string, data: unknown): Readonly<Record<string, string>> =>
  isEventType(type) && data !== null
    ? Object.fromEntries(createdIn(type, data as object).map(({ path, id }) => [path, id]))
    : {};

/** What is to be recorded in one personal file. Its shape has been checked. */
export interface RecordRequest {
  readonly actor: Actor;
  readonly fileId: FileId;
  readonly commandId: string;
  /** The request as it was given: the same command must come with the same. */
  readonly body: Json;
  readonly steps: readonly StepInputDto[];
  /** Whether the first step opens the file. */
  readonly opening?: true;
  /** The revision that the caller saw last; the file must still be there. */
  readonly ifMatch?: number;
}

/** Records one step of a file, or a few that belong together: all or none. Every handling step has a class of its own. */
export abstract class RecordSteps extends Command<RecordAnswer> {
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
