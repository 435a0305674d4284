import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { isEventType, type FileId, type PersonalFileEventType } from '@rt/domain';
import {
  draftBytesMax,
  draftDaysMax,
  draftKeptUntil,
  isDraftKept,
  type Draft,
  type DraftStore,
} from '@rt/drafts';
import { HistoryDamaged, type Clock } from '@rt/event-store';
import { FileRepository, type LoadedFile } from '@rt/files';
import { commandIdOf, plainJson, type Json } from '@rt/handling';
import type { Logger } from 'pino';
import { isUuid } from '../http/parameters';
import { Problem } from '../http/problem';
import { faultOf } from '../observing/fault';
import { CLOCK, DRAFTS, LOG } from '../ports';

/** What a draft holds: the event type whose form it is, and what is written in the form. */
export interface DraftContent {
  readonly type: PersonalFileEventType;
  readonly values: Readonly<Record<string, Json>>;
}

/** A draft of the user who asks, opened. */
export type OwnDraft = Omit<Draft, 'content'> & DraftContent & { readonly keptUntil: string };

/** What a saving may answer with beside its access. */
export const PROBLEMS_OF_SAVING = [
  'NOT_FOUND',
  'FOREIGN_ORIGIN',
  'NOT_JSON',
  'NOT_JSON_TYPE',
  'TOO_LARGE',
  'TOO_DEEP',
  'UNKNOWN_FIELD',
  'UNSTORABLE_TEXT',
  'DRAFTS_FULL',
] as const;

const removeEveryMs = 3_600_000;

/**
 * The drafts of the users. A draft ends when its step is recorded, when it is discarded, 30 days after it was saved for the last time, and when its file is
 * erased or an entry of its file is made unreadable.
 */
@Injectable()
export class Drafts implements OnApplicationShutdown {
  private removing: NodeJS.Timeout | undefined;

  constructor(
    @Inject(DRAFTS) private readonly store: DraftStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Logger,
    private readonly files: FileRepository,
  ) {}

  /** Removes what is too old, and what nobody can read any more, now and every hour. */
  async onModuleInit(): Promise<void> {
    await this.removeOld();
    this.removing = setInterval(() => void this.removeOld(), removeEveryMs).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.removing);
  }

  /**
   * Saves a draft of a file, or of the opening of a file. @param file undefined: the file is not opened yet
   * @throws Problem NOT_FOUND, DRAFT_RECORDED, DRAFTS_FULL, TOO_LARGE, BAD_REQUEST; Refused; KeyDamaged
   */
  async save(userId: string, draftId: string, body: unknown, file?: LoadedFile): Promise<OwnDraft> {
    if (!isUuid(draftId)) throw new Problem('NOT_FOUND');
    const content = contentIn(body, file !== undefined);
    if (file !== undefined && isRecorded(userId, draftId, file))
      throw new Problem('DRAFT_RECORDED', [{ field: 'draftId', code: 'DRAFT_RECORDED' }]);
    const { type, values } = content;
    const text = JSON.stringify({ type, values });
    if (Buffer.byteLength(text) > draftBytesMax) throw new Problem('TOO_LARGE');
    const savedAt = this.clock.now();
    const draft = { userId, draftId, fileId: file?.fileId ?? null, savedAt };
    const outcome = await this.store.save({ ...draft, content: text });
    if (outcome === 'full') throw new Problem('DRAFTS_FULL', [{ field: '', code: 'drafts' }]);
    if (outcome === 'noFile') throw new Problem('NOT_FOUND');
    return { ...draft, type, values, keptUntil: draftKeptUntil(savedAt) };
  }

  /** A user's own draft in a file, or of a file that is not opened yet (null). @throws KeyDamaged */
  async find(userId: string, draftId: string, fileId: string | null): Promise<OwnDraft | undefined> {
    const draft = isUuid(draftId) ? await this.store.find(userId, draftId) : undefined;
    return draft?.fileId === fileId ? this.shown(draft) : undefined;
  }

  /** A user's own drafts, the one saved last first. */
  async of(userId: string): Promise<readonly OwnDraft[]> {
    const shown = await Promise.all(
      (await this.store.ofUser(userId)).map((draft) =>
        this.shown(draft).catch((error: unknown) => {
          if (error instanceof HistoryDamaged) return undefined;
          throw error;
        }),
      ),
    );
    return shown.flatMap((draft) => draft ?? []);
  }

  async discard(userId: string, draftId: string): Promise<void> {
    if (isUuid(draftId)) await this.store.remove(userId, draftId);
  }

  /**
   * Ends the draft of a step that has been recorded under its id, and all drafts of a file in which an entry was made unreadable, because they may repeat
   * it. The step is recorded already, so a failure is only logged: the next question for the drafts removes the draft.
   */
  async recorded(
    userId: string,
    idempotencyKey: string,
    { fileId, types }: { readonly fileId: string; readonly types: readonly string[] },
  ): Promise<void> {
    try {
      if (types.includes('EntryRedacted')) await this.store.forgetFile(fileId);
      await this.discard(userId, idempotencyKey);
    } catch (error) {
      this.log.error({ fault: faultOf(error) }, 'the draft of a recorded step could not be removed');
    }
  }

  /** The draft, unless its days are over or its step is recorded. */
  private async shown({ content, ...draft }: Draft): Promise<OwnDraft | undefined> {
    if (!isDraftKept(draft, this.clock.now())) return undefined;
    const { userId, draftId, fileId } = draft;
    const file = fileId === null ? undefined : await this.files.find(fileId as FileId);
    if (file !== undefined && isRecorded(userId, draftId, file)) {
      await this.store.remove(userId, draftId);
      return undefined;
    }
    return { ...draft, ...(JSON.parse(content) as DraftContent), keptUntil: draftKeptUntil(draft.savedAt) };
  }

  private async removeOld(): Promise<void> {
    try {
      const before = Date.parse(this.clock.now()) - draftDaysMax * 86_400_000;
      await this.store.removeOld(new Date(before).toISOString());
    } catch (error) {
      this.log.error({ fault: faultOf(error) }, 'old drafts could not be removed');
    }
  }
}

/** True if a step was recorded in the file with the draft's id as its idempotency key. */
const isRecorded = (userId: string, draftId: string, { fileId, recorded }: LoadedFile): boolean => {
  const commandId = commandIdOf(userId, fileId, draftId);
  return recorded.some((event) => event.commandId === commandId);
};

/** @throws Problem BAD_REQUEST; Refused */
const contentIn = (body: unknown, inFile: boolean): DraftContent => {
  const given = plainJson(body ?? null);
  const { type, values, ...more } = (given ?? {}) as Readonly<Record<string, Json>>;
  const isKnown = typeof type === 'string' && isEventType(type) && (type === 'PersonalFileOpened') !== inFile;
  if (!isKnown) throw new Problem('BAD_REQUEST', [{ field: 'type', code: 'draftType' }]);
  if (typeof values !== 'object' || values === null || Array.isArray(values) || Object.keys(more).length > 0)
    throw new Problem('BAD_REQUEST', [{ field: 'values', code: 'draftValues' }]);
  return { type, values: values as Readonly<Record<string, Json>> };
};
