import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { addDays, startOfDay, type FileId } from '@rt/domain';
import {
  ACCESS_ACTIONS,
  ROLES,
  type AccessLog,
  type Directory,
  type EntriesAsked,
  type LoggedAccess,
  type User,
} from '@rt/identity';
import { fileHoldersOn, type ReadDatabase } from '@rt/read-models';
import { FileAccess } from '../access/file-access';
import { Access } from '../access/route-access';
import { scopeOf } from '../access/scope';
import { Visiting, type Visit } from '../access/visit';
import { decodeCursor, encodeCursor } from '../http/cursor';
import { day, directoryId, FROM_AFTER_TO, parametersOf, uuid, words } from '../http/parameters';
import { Problem } from '../http/problem';
import { pageOf } from '../lists/list-route';
import type { Answer } from '../openapi/answers';
import { PURPOSE, READ_AFTER_HEADER } from '../openapi/headers';
import { Operation } from '../openapi/operation';
import { ACCESS_LOG, DIRECTORY, READ_DATABASE } from '../ports';

const entriesUsual = 100;
const PAGE = {
  action: words('Entries of these actions; `refused`: what was not allowed', ACCESS_ACTIONS),
  ...pageOf({ limit: ['Entries', entriesUsual] }),
};
const daysUsual = 31;
const CHECK = {
  from: day(`The first day; left out: ${daysUsual} days in all`),
  to: day('The last day; left out: today'),
  ...PAGE,
};
/** A cursor is the number of an entry. */
const NUMBER = /^\d{1,15}$/;
const PROBLEMS = ['NOT_ALLOWED', 'INVALID_QUERY', 'ACCESS_NOT_LOGGED', 'ACCESS_LOG_DAMAGED'] as const;

type Given = Readonly<Record<string, unknown>>;
type Page = Pick<Answer<'AccessEntries'>, 'entries' | 'next'>;

/**
 * The access log: of one file, and of one user for the systematic and recurring check (lag 2001:454 10 §). Reading it is logged too. Every entry is
 * authenticated when it is read.
 */
@ApiTags('access-log')
@Controller('api/v1')
export class AccessLogController {
  constructor(
    private readonly access: FileAccess,
    @Inject(ACCESS_LOG) private readonly log: AccessLog,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(READ_DATABASE) private readonly db: ReadDatabase,
  ) {}

  @Get('files/:fileId/access-log')
  @Access('accessLog.read')
  @Operation({
    id: 'getAccessLog',
    sv: 'Vem som har öppnat akten, när, i vilken roll och för vilket ändamål, och vem som nekades. Äldst först.',
    en: 'Who opened the file, when, in which role and for what purpose, and who was refused. The oldest first',
    path: { fileId: uuid('Id of the personal file') },
    query: PAGE,
    headers: [PURPOSE, READ_AFTER_HEADER],
    answer: { of: 'AccessEntries' },
    problems: [...PROBLEMS, 'PURPOSE_REQUIRED', 'NOT_FOUND', 'HISTORY_DAMAGED'],
  })
  async ofFile(
    @Visiting() visit: Visit,
    @Param('fileId') given: string,
    @Query() query: Given,
  ): Promise<Answer<'AccessEntries'>> {
    const { action, limit, cursor } = parametersOf(query, PAGE);
    const after = placeOf(cursor);
    const scope = scopeOf({ action });
    const { file } = await this.access.openFile(visit, given, scope === '' ? undefined : scope);
    const { fileId } = file;
    return { fileId, ...(await this.page({ of: { fileId }, actions: action, after }, limit)) };
  }

  @Get('users/:userId/access-log')
  @Access('accessLog.check')
  @Operation({
    id: 'checkAccessLog',
    sv: 'Vad en användare i den egna enheten har läst och nekats under en tid, för den månatliga loggkontrollen. Äldst först. För en användare som har slutat: det som rör akter som enheten har i dag.',
    en: 'What a user of one’s own unit has read and was refused during a time, for the monthly check of the log. The oldest first. For a user who has left: what is about files that the unit has today',
    path: { userId: directoryId('Id of the user') },
    query: CHECK,
    answer: { of: 'UserAccessEntries' },
    problems: PROBLEMS,
  })
  async ofUser(
    @Visiting() visit: Visit,
    @Param('userId') userId: string,
    @Query() query: Given,
  ): Promise<Answer<'UserAccessEntries'>> {
    const given = parametersOf(query, CHECK);
    const { to = this.access.today, action, limit, cursor } = given;
    const { from = addDays(to, 1 - daysUsual) } = given;
    if (from > to) throw new Problem('INVALID_QUERY', [FROM_AFTER_TO]);
    const grant = this.access.grantFor(visit);
    const user = await this.directory.find(userId);
    const isOwn = user !== undefined && isOfUnit(user, visit.user);
    const asked = { of: { userId }, since: startOfDay(from), until: startOfDay(addDays(to, 1)) };
    const left = user === undefined ? await this.ofFormerUser(visit.user, asked) : [];
    // One answer for a user of another unit, for an id that nobody has, and for a former user who read nothing of this unit.
    if (!isOwn && left.length === 0) throw await this.access.beyondReach(visit);
    const logged = { action: 'accessLog', scope: scopeOf({ user: userId, from, to, action }) } as const;
    const after = placeOf(cursor);
    const found = await this.access.read(visit, grant, logged, async () =>
      isOwn
        ? this.page({ ...asked, actions: action, after }, limit)
        : firstPage(
            left.filter(
              (entry) => entry.number > (after ?? 0) && (action ?? [entry.action]).includes(entry.action),
            ),
            limit,
          ),
    );
    return { userId, from, to, ...found };
  }

  /**
   * The entries of a user who is in the directory no longer, as far as they are about files that the manager's unit has today: its manager may read the
   * logs of these files one by one, too. A user who has left has no unit, so nothing else is shown; nor what an operator of the command line did.
   */
  private async ofFormerUser(manager: User, asked: EntriesAsked): Promise<readonly LoggedAccess[]> {
    const entries = await this.log.entriesOf(asked);
    const byUsers = entries.filter(({ role }) => (ROLES as readonly string[]).includes(role));
    const fileIds = new Set(byUsers.flatMap(({ fileId }) => (fileId === null ? [] : [fileId as FileId])));
    const holders = await fileHoldersOn(this.db, [...fileIds], this.access.today);
    return byUsers.filter(({ fileId }) => {
      const holder = fileId === null ? undefined : holders.get(fileId as FileId);
      return holder !== undefined && isOfUnit(holder, manager);
    });
  }

  /** One entry more than the page is read, to know whether another page follows. @throws AccessLogDamaged */
  private async page(asked: EntriesAsked, limit = entriesUsual): Promise<Page> {
    return firstPage(await this.log.entriesOf({ ...asked, limit: limit + 1 }), limit);
  }
}

const firstPage = (found: readonly LoggedAccess[], limit = entriesUsual): Page => {
  const entries = found.slice(0, limit);
  const last = entries.at(-1);
  return { entries, next: found.length > limit && last ? encodeCursor(String(last.number)) : null };
};

interface OfUnit {
  readonly unitId: string;
  readonly boardId?: string;
}

const isOfUnit = (one: OfUnit, other: OfUnit): boolean =>
  one.unitId === other.unitId && one.boardId === other.boardId;

/** @throws Problem INVALID_QUERY */
const placeOf = (cursor: string | undefined): number | undefined =>
  cursor === undefined ? undefined : Number(decodeCursor(cursor, NUMBER));
