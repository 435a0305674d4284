import type { KeyObject } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  dayOf,
  decodeErasure,
  erasureObstacles,
  erasuresStreamOf,
  erasureVocabulary,
  lastEntryOn,
  type ErasureEvent,
  type FileErased,
  type FileId,
  type Instant,
  type LocalDate,
  type PersonalFile,
  type Recorded,
} from '@rt/domain';
import {
  attemptsMax,
  ConcurrencyConflict,
  ErasureNotRecorded,
  StreamErased,
  type Clock,
  type DecidedEvent,
  type StoredEvent,
} from '@rt/event-store';
import { FileRepository, streamOfFile, type LoadedFile } from '@rt/files';
import { headLabel, inputOf } from '../command-input';
import { EraseFile, type ErasureAnswer } from '../commands';
import { authorOf, commandIdOf, requestHashOf } from '../ids';
import { AUTHORISE, CLOCK, REQUEST_KEY, type Actor, type Authorise } from '../ports';
import { fieldError, Refused, refusedFor } from '../refused';
import { refusedAppend } from '../refused-append';

const { fileId: file, ground } = erasureVocabulary.events.FileErased.fields;

/**
 * Erases a personal file: first records it, then deletes the file and its keys. The store deletes nothing without that record. If the process ends
 * between the two, the next start of the store deletes the file, and the same command gives the same answer.
 */
@CommandHandler(EraseFile)
export class EraseFileHandler implements ICommandHandler<EraseFile> {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(AUTHORISE) private readonly authorise: Authorise,
    @Inject(REQUEST_KEY) private readonly requestKey: KeyObject,
    private readonly files: FileRepository,
  ) {}

  /** @throws Refused; DestructionHeldUp: recorded and deleted, but the last copy of the keys is not gone yet */
  async execute({ actor, input }: EraseFile): Promise<ErasureAnswer> {
    const { fileId, ground: stated } = inputOf({ fileId: file, ground }, input);
    if (!(await this.authorise.allows({ actor, permission: 'file.erase', fileId })))
      throw refusedFor('NOT_ALLOWED', 'fileId', {}, headLabel('fileId'));
    const before = await this.erasedBefore(fileId);
    if (before !== undefined) return before;
    for (let attempt = 1; ; attempt++) {
      const record = await this.record(actor, fileId, stated);
      try {
        await this.files.erase(fileId, record.data.lastRevision);
        return answerOf(record);
      } catch (error) {
        // Somebody recorded a step after the record was made. The file is looked at again, and recorded anew if it may still be erased.
        if (!(error instanceof ErasureNotRecorded || error instanceof ConcurrencyConflict)) throw error;
        if (attempt === attemptsMax) throw refusedFor('CONFLICT', '');
      }
    }
  }

  /** The answer for a file that is gone. The store is asked again, because the last copy of the keys may have been held up. */
  private async erasedBefore(fileId: FileId): Promise<ErasureAnswer | undefined> {
    try {
      await this.files.load(fileId);
      return undefined;
    } catch (error) {
      const record = error instanceof StreamErased ? await this.files.erasures.find(fileId) : undefined;
      if (record === undefined) throw error;
      await this.files.erase(fileId, record.data.lastRevision);
      return answerOf(record);
    }
  }

  private async record(actor: Actor, fileId: FileId, stated: string): Promise<Recorded<ErasureEvent>> {
    const file = await this.files.load(fileId);
    const today = dayOf(this.clock.now() as Instant);
    const opened = mayBeErased(file, today);
    const data = {
      fileId,
      ground: stated,
      lastEntryOn: lastEntryOn(file.recorded) as LocalDate,
      lastRevision: file.revision,
      lastHash: file.lastHash as string,
    };
    const event: DecidedEvent = {
      type: 'FileErased' satisfies FileErased['type'],
      schemaVersion: 1,
      occurredOn: today,
      erases: streamOfFile(fileId),
      data,
    };
    const { boardId } = opened.data;
    const appending = this.files.erasures.append(boardId, {
      // One command per state of the file: the first record of it stands, whoever repeats it and with whatever ground.
      commandId: commandIdOf(actor.userId, erasuresStreamOf(boardId), `${fileId} ${data.lastHash}`),
      requestHash: requestHashOf({ fileId, lastHash: data.lastHash }, this.requestKey),
      author: authorOf(actor),
      decide: async (erasures) => {
        const recorded = erasures.of(fileId);
        return recorded?.data.lastHash === data.lastHash ? erasures.answer(recorded) : [event];
      },
    });
    const { events } = await appending.catch((error: unknown) => {
      throw refusedAppend(error);
    });
    return decodeErasure(events[0] as StoredEvent);
  }
}

/** @throws Refused with every obstacle */
const mayBeErased = (
  { exists, file, recorded }: LoadedFile,
  today: LocalDate,
): NonNullable<PersonalFile['opened']> => {
  const label = headLabel('fileId');
  if (!exists || file.opened === undefined) throw refusedFor('FILE_NOT_OPEN', 'fileId', {}, label);
  const [first, ...more] = erasureObstacles(recorded, today);
  if (first !== undefined)
    throw new Refused(
      first.code,
      [first, ...more].map(({ code, details }) => fieldError(code, 'fileId', details, label)),
    );
  return file.opened;
};

const answerOf = ({ id, recordedAt, data }: Recorded<ErasureEvent>): ErasureAnswer => {
  const { fileId, lastEntryOn: lastEntry, lastRevision, ground: reason } = data;
  return { eventId: id, recordedAt, fileId, lastEntryOn: lastEntry, lastRevision, ground: reason };
};
