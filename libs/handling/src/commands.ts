import { Command } from '@nestjs/cqrs';
import { createdIn, isEventType, type FileId } from '@rt/domain';
import type { Appended, Position } from '@rt/event-store';
import type { Actor } from './ports';

/** What was stored, whenever it was. */
export interface RecordAnswer {
  readonly events: readonly RecordedStep[];
  /** Of the last of these events. */
  readonly revision: number;
  readonly position: Position;
}

export interface RecordedStep {
  readonly eventId: string;
  readonly type: string;
  /** The ids of the things that the step brought into being, given or made, by their place: `orderId`, `goals[0].goalId`. */
  readonly ids: Readonly<Record<string, string>>;
}

export const recordAnswer = ({ events, revision, position }: Appended): RecordAnswer => ({
  events: events.map(({ id, type, data }) => ({ eventId: id, type, ids: idsGiven(type, data) })),
  revision,
  position,
});

/** Of an entry that has been redacted nothing is told, its ids included. */
const idsGiven = (type: string, data: unknown): Readonly<Record<string, string>> =>
  isEventType(type) && data !== null
    ? Object.fromEntries(createdIn(type, data as object).map(({ path, id }) => [path, id]))
    : {};

/** Opens a personal file (personakt) for a person at the actor's board. */
export class OpenFile extends Command<{ readonly fileId: FileId }> {
  constructor(
    readonly actor: Actor,
    readonly idempotencyKey: string,
    readonly input: unknown,
  ) {
    super();
  }
}

/** Records one handling step of an open file, or a few that belong together: all or none. */
export class RecordSteps extends Command<RecordAnswer> {
  constructor(
    readonly actor: Actor,
    readonly fileId: string,
    readonly idempotencyKey: string,
    readonly input: unknown,
    /** The revision that the caller saw last; the file must still be there. */
    readonly ifMatch?: number,
  ) {
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
