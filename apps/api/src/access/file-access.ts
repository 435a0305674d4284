import { Inject, Injectable } from '@nestjs/common';
import {
  dayOf,
  RECORDING_PERMISSIONS,
  type FileId,
  type Instant,
  type LocalDate,
  type RecordingPermission,
} from '@rt/domain';
import { HistoryDamaged, type Clock } from '@rt/event-store';
import { FileRepository, type LoadedFile } from '@rt/files';
import {
  accessRefused,
  decideAccess,
  FILE_PERMISSION_TABLE,
  fileRead,
  listRead,
  readLogged,
  searchMade,
  writeLogged,
  type AccessEntry,
  type AccessWriter,
  type FileReadPermission,
  type GeneralPermission,
  type Permission,
  type Reader,
  type LoggedTermKind,
  type User,
} from '@rt/identity';
import type { ReadDatabase } from '@rt/read-models';
import { isUuid } from '../http/parameters';
import { Problem } from '../http/problem';
import { ACCESS_WRITER, CLOCK, READ_DATABASE } from '../ports';
import { fileOnDay, filesOnDay } from './access-facts';
import { grantFrom, type Grant } from './grant';
import { readable } from './open-reminders';
import type { Visit } from './visit';

/** A file that a user may read, and the grant that allows it. */
export interface AccessedFile {
  readonly file: LoadedFile;
  readonly grant: Grant;
  readonly today: LocalDate;
  /** The permissions to record that the user has in the file today. */
  mayRecord(): readonly RecordingPermission[];
}

/**
 * The only way to files and to rows about people. It asks the permission table for a grant, and writes the access log before there is
 * anything to answer with.
 */
@Injectable()
export class FileAccess {
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
   * Opens one file for the purpose of the route. @param scope which part of the file, and as of when, in codes and dates
   * @throws Problem NOT_FOUND if the id is not one of a file, NOT_ALLOWED, PURPOSE_REQUIRED; AccessNotLogged; HistoryDamaged
   */
  async openFile(visit: Visit, given: string, scope?: string): Promise<AccessedFile> {
    const reached = await this.reach(visit, given);
    const { file, grant } = reached;
    const permission = permissionOf(visit) as FileReadPermission;
    const entry = fileRead(this.readerOf(visit, grant), permission, file.fileId, scope);
    return readLogged(this.accessLog, entry, () => reached);
  }

  /**
   * One file that the user may open for the purpose of the route. Nothing is logged but a refusal: for an answer that says nothing of the file.
   * @throws as `openFile`
   */
  async reach(visit: Visit, given: string): Promise<AccessedFile> {
    if (!isUuid(given)) throw new Problem('NOT_FOUND');
    const fileId = given as FileId;
    const { today } = this;
    const { user, purpose } = visit;
    const loaded = await this.files.find(fileId).catch((error: unknown) => {
      if (error instanceof HistoryDamaged) return error;
      throw error;
    });
    // A file that cannot be read is judged by the rows of the read models, so that its damage tells a stranger nothing.
    const onDay =
      loaded instanceof HistoryDamaged
        ? (await filesOnDay(user, [fileId], today, this.db)).get(fileId)
        : loaded && (await fileOnDay(user, fileId, loaded.file, today, this.db));
    const permission = permissionOf(visit) as FileReadPermission;
    // Without a file, the user has no relation to it, so the answer is the same as for an existing file to which the user has no relation.
    const asked = { permission, purpose, ...(onDay && { file: onDay }) };
    const grant = await this.grantOrLog(visit, decideAccess(user, asked), fileId);
    if (loaded instanceof HistoryDamaged) throw loaded;
    const mayRecord = (): readonly RecordingPermission[] =>
      onDay === undefined
        ? []
        : IN_A_FILE.filter((each) => decideAccess(user, { permission: each, file: onDay }).allowed);
    return { file: loaded as LoadedFile, grant, today, mayRecord };
  }

  /** Those of some files that the user may read today to handle them. */
  readable(user: User, files: readonly FileId[]): Promise<readonly FileId[]> {
    return readable(this.db, user, this.today, files);
  }

  /** The grant for a route that is not about one file. @throws Problem NOT_ALLOWED */
  grantFor(visit: Visit): Grant {
    return grantFrom(decideAccess(visit.user, { permission: permissionOf(visit) }));
  }

  /** Reads a list over many files. @param scope what the list is narrowed to, in codes and dates. @throws AccessNotLogged */
  list<Answer>(visit: Visit, grant: Grant, scope: string, work: () => Promise<Answer>): Promise<Answer> {
    return readLogged(this.accessLog, listRead(this.readerOf(visit, grant), scope), work);
  }

  /** Searches for files. The log holds the kind of the search term, and has no field for the term itself. @throws AccessNotLogged */
  search<Answer>(
    visit: Visit,
    grant: Grant,
    by: LoggedTermKind,
    work: () => Promise<Answer>,
  ): Promise<Answer> {
    return readLogged(this.accessLog, searchMade(this.readerOf(visit, grant), by), work);
  }

  /** The grant that the user has now for what another route asks for. A refusal is logged. @throws Problem NOT_ALLOWED; AccessNotLogged */
  grantAs({ user }: Visit, permission: GeneralPermission): Promise<Grant> {
    return this.grantOrLog({ user, access: permission }, decideAccess(user, { permission }));
  }

  /** Makes a reading that is not about one file, and that is logged as another route would. @throws Problem NOT_ALLOWED; AccessNotLogged */
  async readAs<Answer>(
    visit: Visit,
    permission: GeneralPermission,
    logged: Required<Pick<AccessEntry, 'action' | 'scope'>>,
    work: () => Promise<Answer>,
  ): Promise<Answer> {
    return this.read(visit, await this.grantAs(visit, permission), logged, work);
  }

  /** Makes a reading that is not about one file. @throws AccessNotLogged */
  read<Answer>(
    visit: Visit,
    grant: Grant,
    logged: Required<Pick<AccessEntry, 'action' | 'scope'>>,
    work: () => Promise<Answer>,
  ): Promise<Answer> {
    return readLogged(this.accessLog, { ...this.readerOf(visit, grant), ...logged }, work);
  }

  /** Writes to the access log that a list goes beyond the user's reach. @returns the problem, for the caller to throw */
  async beyondReach({ user, access }: Visit): Promise<Problem> {
    const permission = access as Permission;
    const entry = accessRefused({ at: this.clock.now(), user, permission, refused: 'BEYOND_REACH' });
    await writeLogged(this.accessLog, entry);
    return new Problem('NOT_ALLOWED', [{ field: '', code: 'BEYOND_REACH' }]);
  }

  /** The grant; a refusal is written to the access log before it is answered. */
  private async grantOrLog(
    visit: Visit,
    answer: ReturnType<typeof decideAccess>,
    fileId?: FileId,
  ): Promise<Grant> {
    if (!answer.allowed) {
      const { user, purpose } = visit;
      const { refused } = answer;
      const at = this.clock.now();
      await writeLogged(
        this.accessLog,
        accessRefused({
          at,
          user,
          permission: permissionOf(visit),
          refused,
          ...(fileId && { fileId }),
          ...(purpose && { purpose }),
        }),
      );
    }
    return grantFrom(answer);
  }

  private readerOf({ user: { userId } }: Visit, { role, relation, purpose }: Grant): Reader {
    return { at: this.clock.now(), userId, role, relation, purpose };
  }
}

/** The permissions to record that are about one file. */
const IN_A_FILE = RECORDING_PERMISSIONS.filter((permission) => permission in FILE_PERMISSION_TABLE);

const permissionOf = ({ access }: Visit): Permission => access as Permission;
