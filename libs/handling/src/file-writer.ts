import type { KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  caseOf,
  currentVersion,
  dayOf,
  FoldingOn,
  isAboutEntries,
  SPECS,
  stepOf,
  withIds,
  withIdsOfEntry,
  type Command,
  type EventOf,
  type FileId,
  type Instant,
  type PersonalFileEvent,
  type Recorded,
  type Situation,
} from '@rt/domain';
import {
  appendOnce,
  eventIdOf,
  idWithin,
  type Appended,
  type Clock,
  type DecidedEvent,
  type EventStore,
} from '@rt/event-store';
import { check } from './check';
import { fileStream, requestHashOf } from './ids';
import { InTurn } from './in-turn';
import { OpenedFiles, type OpenedFile } from './opened-files';
import type { Json } from './plain-json';
import {
  CLOCK,
  CONFIGURATION,
  EVENT_STORE,
  REQUEST_KEY,
  type Actor,
  type ConfigurationSource,
} from './ports';
import { RedactingStore } from './redacting-store';
import { Refused, refusedFor } from './refused';
import { refusedAppend } from './refused-append';
import { placeOf, type StepInputDto } from './step-input';
import { definitionOf, STEP_MODULES } from './steps';

/** What is to be written to one personal file. */
export interface FileRequest {
  readonly actor: Actor;
  readonly fileId: FileId;
  readonly commandId: string;
  /** The request as it was given: the same command must come with the same. */
  readonly body: Json;
  readonly steps: readonly StepInputDto[];
  /** Whether the file is to be there already, or to be made. */
  readonly opening: boolean;
  readonly ifMatch?: number;
}

/** Reads a personal file, has each step decided by its own handler, and appends them all or none. */
@Injectable()
export class FileWriter {
  private readonly turns = new InTurn();
  private readonly store: RedactingStore;

  constructor(
    @Inject(EVENT_STORE) store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: ConfigurationSource,
    @Inject(REQUEST_KEY) private readonly requestKey: KeyObject,
    private readonly opened: OpenedFiles,
    private readonly bus: CommandBus,
  ) {
    this.store = new RedactingStore(store);
  }

  /** @throws Refused: what `appendOnce` refuses, NOT_ALLOWED, FILE_NOT_OPEN, and what the domain refuses */
  write(request: FileRequest): Promise<Appended> {
    const { fileId, steps } = request;
    const requestHash = requestHashOf(request.body, this.requestKey);
    return this.turns.run(fileId, async () => {
      try {
        return await this.append(request, requestHash);
      } catch (error) {
        throw refusedAppend(error);
      } finally {
        if (steps.some(({ type }) => type === 'EntryRedacted')) this.opened.forget(fileId);
      }
    });
  }

  private append(request: FileRequest, requestHash: string): Promise<Appended> {
    const { actor, fileId, commandId, ifMatch } = request;
    const { userId: recordedBy, onBehalfOf, unitId, origin } = actor;
    return appendOnce(this.store, {
      stream: fileStream(fileId),
      commandId,
      requestHash,
      author: { recordedBy, ...(onBehalfOf !== undefined && { onBehalfOf }), unitId, origin },
      ...(ifMatch !== undefined && { ifMatch }),
      read: (again) => (again ? this.opened.openAnew(fileId) : this.opened.open(fileId)),
      decide: (opened) => this.decide(request, opened),
    });
  }

  private async decide(
    { actor, fileId, commandId, steps, opening }: FileRequest,
    opened: OpenedFile,
  ): Promise<readonly DecidedEvent[]> {
    const { recorded } = opened;
    if (recorded.length === 0 && !opening) throw refusedFor('FILE_NOT_OPEN', 'fileId');
    const now = this.clock.now() as Instant;
    const today = dayOf(now);
    const configuration = await this.configuration.current();
    let situation = opened.situation(today, configuration);
    const folding = steps.length > 1 ? new FoldingOn(situation) : undefined;
    const events: DecidedEvent[] = [];
    for (const [index, step] of steps.entries()) {
      const at = placeOf(index, steps.length);
      const command = await inPlace(at, async () => {
        const filled = completed(step, situation, (path) => idWithin(commandId, `${index}/${path}`));
        const { CommandOfStep } = STEP_MODULES[stepOf(filled.type)];
        await this.bus.execute(new CommandOfStep({ actor, fileId, command: filled, situation }));
        return filled;
      });
      const schemaVersion = currentVersion(command.type);
      const ownKey = SPECS[command.type].ownKey === true;
      events.push({ ...command, schemaVersion, ...(ownKey && { ownKey }) });
      if (folding && index < steps.length - 1) {
        const id = eventIdOf(commandId, index);
        // The key is not known yet: all that matters is whether it is the file's.
        const keyId = ownKey ? id : (recorded[0]?.keyId ?? fileId);
        folding.add({
          ...command,
          id,
          schemaVersion,
          recordedBy: actor.userId,
          ...(actor.onBehalfOf !== undefined && { onBehalfOf: actor.onBehalfOf }),
          unitId: actor.unitId,
          origin: actor.origin,
          commandId,
          stream: fileStream(fileId),
          revision: recorded.length + index,
          recordedAt: now,
          keyId,
        } as Recorded<PersonalFileEvent>);
        situation = { ...folding.situation, today, configuration };
      }
    }
    return events;
  }
}

/** The step with the ids that were left out and the case it stands in. @throws Refused where a correction has not the entry's shape */
const completed = (step: StepInputDto, situation: Situation, newId: (path: string) => string): Command => {
  const given =
    step.type === 'EntryCorrected'
      ? correction(step.data as EventOf<'EntryCorrected'>['data'], situation, newId)
      : step.data;
  const data = withIds(step.type, given, newId);
  const caseId = step.caseId ?? caseOf(step.type, undefined, data);
  return { ...step, ...(caseId !== undefined && { caseId }), data } as Command;
};

/**
 * A correction says the whole entry as it should read, so it is checked as the entry would be; ids it leaves out are the entry's.
 * What cannot be corrected goes on as it is, for the domain to refuse.
 */
const correction = (
  input: Omit<EventOf<'EntryCorrected'>['data'], 'schemaVersion'>,
  { entries }: Situation,
  newId: (path: string) => string,
): EventOf<'EntryCorrected'>['data'] => {
  const entry = entries.get(input.eventId);
  if (entry === undefined || isAboutEntries(entry.type) || entry.redacted)
    return { ...input, schemaVersion: 1 };
  const filled = withIdsOfEntry(entry.type, entry.data, input.data, (path) => newId(`data.${path}`));
  const checked = check(definitionOf(entry.type).dto, filled as Json, 'data.data');
  if ('errors' in checked) throw new Refused('INVALID_INPUT', checked.errors);
  return { ...input, schemaVersion: currentVersion(entry.type), data: checked.value };
};

/** A refusal of one step, with the place of the step in the request. */
const inPlace = async <T>(at: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (at === '' || !(error instanceof Refused)) throw error;
    throw new Refused(
      error.code,
      error.errors.map((found) => ({ ...found, field: `${at}.${found.field}` })),
    );
  }
};
