import { Inject, Injectable } from '@nestjs/common';
import {
  dayOf,
  type FileId,
  type Instant,
  type LocalDate,
  type PersonalFileEvent,
  type Recorded,
} from '@rt/domain';
import type { Clock } from '@rt/event-store';
import { FileRepository, type LoadedFile } from '@rt/files';
import {
  decideAccess,
  fileRead,
  listRead,
  readLogged,
  searchMade,
  type AccessEntry,
  type AccessWriter,
  type FileReadPermission,
  type Permission,
  type Reader,
  type SearchTermKind,
} from '@rt/identity';
import type { ReadDatabase } from '@rt/read-models';
import { isUuid } from '../http/parameters';
import { Problem } from '../http/problem';
import { ACCESS_WRITER, CLOCK, READ_DATABASE } from '../ports';
import { fileOnDay } from './access-facts';
import { letIn, type Guest } from './let-in';
import type { Visit } from './visit';

/** A file that somebody was let into, as it is recorded, and what they are to it. */
export interface EnteredFile {
  readonly fileId: FileId;
  readonly opened: LoadedFile;
  readonly recorded: readonly Recorded<PersonalFileEvent>[];
  readonly guest: Guest;
  readonly today: LocalDate;
}

/**
 * The one way to what is written about people: nothing else hands out files or rows. Whoever comes through has been found in the
 * permission table, and stands in the access log before there is anything to answer with.
 */
@Injectable()
export class Door {
  constructor(
    private readonly files: FileRepository,
    @Inject(ACCESS_WRITER) private readonly accessLog: AccessWriter,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(READ_DATABASE) private readonly db: ReadDatabase,
  ) {}

  get today(): LocalDate {
    return dayOf(this.clock.now() as Instant);
  }

  /**
   * One file, for what the route says. @param scope codes and dates: what part of it, as of when
   * @throws Problem NOT_FOUND, NOT_ALLOWED, PURPOSE_REQUIRED; AccessNotLogged
   */
  async openFile(visit: Visit, given: string, scope?: string): Promise<EnteredFile> {
    const fileId = given as FileId;
    const opened = isUuid(given) ? await this.files.find(fileId) : undefined;
    if (opened === undefined) throw new Problem('NOT_FOUND');
    const { today } = this;
    const file = await fileOnDay(visit.user, fileId, opened.file, today, this.db);
    if (file === undefined) throw new Problem('NOT_FOUND');
    const permission = permissionOf(visit) as FileReadPermission;
    const guest = letIn(decideAccess(visit.user, { permission, purpose: visit.purpose, file }));
    const entry = fileRead(this.readerOf(visit, guest), permission, fileId, scope);
    return readLogged(this.accessLog, entry, () => ({
      fileId,
      opened,
      recorded: opened.recorded,
      guest,
      today,
    }));
  }

  /** Who is at a route that is about no one file. @throws Problem NOT_ALLOWED */
  guestOf(visit: Visit): Guest {
    return letIn(decideAccess(visit.user, { permission: permissionOf(visit) }));
  }

  /** A list over many files. @param scope what it is narrowed to: codes and dates. @throws AccessNotLogged */
  list<Answer>(visit: Visit, guest: Guest, scope: string, work: () => Promise<Answer>): Promise<Answer> {
    return readLogged(this.accessLog, listRead(this.readerOf(visit, guest), scope), work);
  }

  /** A search for files. The log says by what kind of term; there is no field for the term. @throws AccessNotLogged */
  search<Answer>(
    visit: Visit,
    guest: Guest,
    by: SearchTermKind,
    work: () => Promise<Answer>,
  ): Promise<Answer> {
    return readLogged(this.accessLog, searchMade(this.readerOf(visit, guest), by), work);
  }

  /** The indicators of a review, which rest on many files. @throws AccessNotLogged */
  indicators<Answer>(
    visit: Visit,
    guest: Guest,
    scope: string,
    work: () => Promise<Answer>,
  ): Promise<Answer> {
    const entry: AccessEntry = { ...this.readerOf(visit, guest), action: 'measure', scope };
    return readLogged(this.accessLog, entry, work);
  }

  private readerOf({ user: { userId } }: Visit, { role, relation, purpose }: Guest): Reader {
    return { at: this.clock.now(), userId, role, relation, purpose };
  }
}

const permissionOf = ({ access }: Visit): Permission => access as Permission;
