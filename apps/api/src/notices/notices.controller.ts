import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LocalDate } from '@rt/domain';
import type { Clock } from '@rt/event-store';
import type { SeenNotices } from '@rt/identity';
import {
  noticesById,
  noticesShown,
  type NoticeReach,
  type ReadDatabase,
  type ShownNotice,
} from '@rt/read-models';
import { closedReminders } from '../access/closed-reminders';
import { FileAccess } from '../access/file-access';
import type { Grant } from '../access/grant';
import { Access } from '../access/route-access';
import { ShownNames } from '../access/shown-names';
import { Visiting, type Visit } from '../access/visit';
import { decodeCursor, encodeCursor } from '../http/cursor';
import { cursor, isUuid, parametersOf, whole, word } from '../http/parameters';
import { Problem } from '../http/problem';
import { READ_AFTER_HEADER } from '../openapi/headers';
import { Operation } from '../openapi/operation';
import { CLOCK, READ_DATABASE, SEEN_NOTICES } from '../ports';
import { noticeReachOf } from './notice-reach';
import { noticeAnswer } from './notice-answer';

/** A day and two ids. */
const PLACE = /^\d{4}-\d\d-\d\d [\w:-]{1,120} [\w-]{1,60}$/;

const NOTICES = {
  show: word('Left out: all', ['all', 'unseen']),
  limit: whole('Notices at most; left out: 50', 1, 500),
  cursor: cursor('`next` of the answer before, to the same question'),
};

/** Marks that one request makes at most. */
export const seenAtOnceMax = 500;

/** What somebody is told of once: a deadline is near, there is a gap, a provider has answered. */
@ApiTags('notices')
@Controller('api/v1/notices')
export class NoticesController {
  constructor(
    private readonly access: FileAccess,
    private readonly names: ShownNames,
    @Inject(READ_DATABASE) private readonly db: ReadDatabase,
    @Inject(SEEN_NOTICES) private readonly seen: SeenNotices,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Access('notices.read')
  @Operation({
    id: 'listNotices',
    sv: 'Aviseringar i de egna akterna eller enhetens: nya brister, frister inom tre dagar, svar från utförare. De nyaste först.',
    en: 'Notices in the own files or the unit’s: new gaps, deadlines within three days, answers from providers. The newest first',
    query: NOTICES,
    headers: [READ_AFTER_HEADER],
    answer: { of: 'Notices' },
    problems: ['NOT_ALLOWED', 'INVALID_QUERY', 'ACCESS_NOT_LOGGED'],
  })
  async list(@Visiting() visit: Visit, @Query() query: Readonly<Record<string, unknown>>) {
    const { show = 'all', limit = 50, cursor: after } = parametersOf(query, NOTICES);
    const { today: on } = this.access;
    const { grant, reach } = this.reachOf(visit);
    const from = after === undefined ? undefined : decodeCursor(after, PLACE);
    return this.access.list(visit, grant, `notices=${grant.reach} on=${on} show=${show}`, async () => {
      const { shown, seen } = await this.shownTo(visit, on, reach);
      const news = shown.filter((notice) => !seen.has(notice.id) && !hasEnded(notice, on));
      const wanted = (show === 'unseen' ? news : shown).filter(
        (notice) => from === undefined || sortKeyOf(notice) < from,
      );
      const page = wanted.slice(0, limit);
      const rows = await noticesById(
        this.db,
        page.map(({ id }) => id),
        on,
      );
      const last = wanted.length > page.length ? page.at(-1) : undefined;
      return {
        on,
        unseen: news.length,
        notices: rows.map((row) => noticeAnswer(row, { on, seen: seen.has(row.id) })),
        persons: await this.names.of(visit.user, rows),
        next: last === undefined ? null : encodeCursor(sortKeyOf(last)),
      };
    });
  }

  @Post('seen')
  @HttpCode(204)
  @Access('notices.read')
  @Operation({
    id: 'markNoticesSeen',
    sv: 'Märker aviseringar som sedda av den som frågar. Om igen ändrar ingenting.',
    en: 'Marks notices as seen by whoever asks. Again changes nothing',
    body: 'SeenNotices',
    answer: { status: 204 },
    problems: ['NOT_ALLOWED', 'FOREIGN_ORIGIN', 'NOT_JSON', 'TOO_LARGE', 'NOT_JSON_TYPE'],
  })
  async markSeen(@Visiting() visit: Visit, @Body() body: unknown): Promise<void> {
    const given = new Set(noticeIdsIn(body));
    const { reach } = this.reachOf(visit);
    // What is not theirs is left out without a word: it may have moved with its file a moment ago.
    const shown = await this.noticesOf(visit, this.access.today, reach);
    const own = shown.flatMap(({ id }) => (given.has(id) ? [id] : []));
    await this.seen.mark(visit.user.userId, own, this.clock.now());
  }

  private reachOf(visit: Visit): { readonly grant: Grant; readonly reach: NoticeReach } {
    const grant = this.access.grantFor(visit);
    const reach = noticeReachOf(visit.user, grant.reach);
    if (reach === undefined) throw new Problem('NOT_ALLOWED', [{ field: '', code: 'BEYOND_REACH' }]);
    return { grant, reach };
  }

  private async noticesOf({ user }: Visit, on: LocalDate, reach: NoticeReach) {
    const closed = await closedReminders(this.db, user, on);
    const notices = await noticesShown(this.db, on, reach);
    // All notices for a user in a file that is closed to them are reminders.
    return closed.size === 0 ? notices : notices.filter(({ fileId }) => !closed.has(fileId));
  }

  private async shownTo(visit: Visit, on: LocalDate, reach: NoticeReach) {
    const shown = await this.noticesOf(visit, on, reach);
    const seen = await this.seen.seenBy(
      visit.user.userId,
      shown.map(({ id }) => id),
    );
    return { shown, seen };
  }
}

const hasEnded = ({ endsOn }: ShownNotice, on: LocalDate): boolean => endsOn !== null && endsOn <= on;

/** Where a notice stands in the list, the newest first: the texts compare as the list is ordered. */
const sortKeyOf = ({ appearsOn, id, fileId }: ShownNotice): string => `${appearsOn} ${id} ${fileId}`;

/** @throws Problem BAD_REQUEST */
const noticeIdsIn = (body: unknown): readonly string[] => {
  const { noticeIds } = (body ?? {}) as { readonly noticeIds?: unknown };
  if (Array.isArray(noticeIds) && noticeIds.length <= seenAtOnceMax && noticeIds.every(isUuid))
    return noticeIds;
  throw new Problem('BAD_REQUEST', [{ field: 'noticeIds', code: 'noticeIds' }]);
};
