import { Body, Controller, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { QueryBus } from '@nestjs/cqrs';
import type { LocalDate } from '@rt/domain';
import type { Clock } from '@rt/event-store';
import type { SeenNotices } from '@rt/identity';
import { ReadReview } from '@rt/inspection';
import {
  noticesById,
  noticesShown,
  reviewNoticesShown,
  type ReadDatabase,
  type ReviewNoticeRow,
  type ShownNotice,
} from '@rt/read-models';
import { readable } from '../access/open-reminders';
import { FileAccess } from '../access/file-access';
import { Access } from '../access/route-access';
import { Visiting, type Visit } from '../access/visit';
import { isUuid, word } from '../http/parameters';
import { Problem } from '../http/problem';
import { List, listRoute } from '../lists/list-route';
import { Lists } from '../lists/lists';
import { Operation } from '../openapi/operation';
import { CLOCK, READ_DATABASE, SEEN_NOTICES } from '../ports';
import { noticeReachOf } from './notice-reach';
import { noticeAnswer, reviewNoticeAnswer } from './notice-answer';

const NOTICES = listRoute({
  id: 'listNotices',
  sv: 'Aviseringar i de egna akterna eller enhetens: nya brister, frister inom tre dagar, svar från utförare. De nyaste först. För en chef även granskningar som når enhetens akter.',
  en: 'Notices in the own files or the unit’s: new gaps, deadlines within three days, answers from providers. The newest first. For a manager, also the reviews that reach the unit’s files',
  permission: 'notices.read',
  log: 'notices',
  filters: { show: word('Left out: all', ['all', 'unseen']) },
  logged: ['show'],
  limit: ['Notices', 50],
  // The place is a day and two ids.
  place: /^\d{4}-\d\d-\d\d [\w:-]{1,120} [\w-]{1,60}$/,
  answer: 'Notices',
  lines: 'notices',
});

/** The number of notices that one request may mark. */
export const seenAtOnceMax = 500;

/** Lists notices and marks them as seen. A notice appears once: a deadline is near, there is a gap, or a provider has answered. */
@ApiTags('notices')
@Controller('api/v1/notices')
export class NoticesController {
  constructor(
    private readonly access: FileAccess,
    private readonly lists: Lists,
    private readonly queries: QueryBus,
    @Inject(READ_DATABASE) private readonly db: ReadDatabase,
    @Inject(SEEN_NOTICES) private readonly seen: SeenNotices,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @List(NOTICES)
  list(@Visiting() visit: Visit, @Query() query: Readonly<Record<string, unknown>>) {
    return this.lists.answer(NOTICES, visit, query, async ({ on, show, limit, cursor }) => {
      const shown = await this.noticesOf(visit, on);
      const reviews = await this.reviewsFor(visit, on);
      const ids = [...shown, ...reviews].map(({ id }) => id);
      const seen = await this.seen.seenBy(visit.user.userId, ids);
      const news = shown.filter((one) => !seen.has(one.id) && !hasEnded(one, on));
      const wanted = (show === 'unseen' ? news : shown).filter(
        (one) => cursor === undefined || sortKeyOf(one) < cursor,
      );
      const page = wanted.slice(0, limit);
      const pageIds = page.map(({ id }) => id);
      const rows = await noticesById(this.db, pageIds, on);
      const last = wanted.length > page.length ? page.at(-1) : undefined;
      return {
        unseen: news.length + reviews.filter(({ id }) => !seen.has(id)).length,
        notices: this.db.madeOfRows(() =>
          rows.map((row) => noticeAnswer(row, { on, seen: seen.has(row.id) })),
        ),
        reviews: await this.reviewAnswers(
          show === 'unseen' ? reviews.filter(({ id }) => !seen.has(id)) : reviews,
          seen,
        ),
        ...(last && { next: sortKeyOf(last) }),
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
    // Ids of notices that are not for the user are ignored without an error: a notice may just have moved to another user with its file.
    const shown = await this.noticesOf(visit, this.access.today);
    const reviews = await this.reviewsFor(visit, this.access.today);
    const own = [...shown, ...reviews].flatMap(({ id }) => (given.has(id) ? [id] : []));
    await this.seen.mark(visit.user.userId, own, this.clock.now());
  }

  /** The notices of reviews for the user: for the manager of a unit, those of the reviews that reach it. */
  private async reviewsFor(visit: Visit, on: LocalDate): Promise<readonly ReviewNoticeRow[]> {
    const reach = noticeReachOf(visit.user, this.access.grantFor(visit).reach);
    return reach !== undefined && 'unit' in reach ? reviewNoticesShown(this.db, reach.unit, on) : [];
  }

  private reviewAnswers(rows: readonly ReviewNoticeRow[], seen: ReadonlySet<string>) {
    return Promise.all(
      rows.map(async (row) => {
        const { planned } = await this.queries.execute(new ReadReview(row.reviewId));
        return reviewNoticeAnswer(row, {
          reviewTitle: planned?.data.title ?? row.reviewId,
          seen: seen.has(row.id),
        });
      }),
    );
  }

  private async noticesOf(visit: Visit, on: LocalDate): Promise<readonly ShownNotice[]> {
    const reach = noticeReachOf(visit.user, this.access.grantFor(visit).reach);
    if (reach === undefined) throw await this.access.beyondReach(visit);
    const notices = await noticesShown(this.db, on, reach);
    const reminded = notices.flatMap(({ kind, fileId }) => (kind === 'reminder' ? [fileId] : []));
    const open = new Set(await readable(this.db, visit.user, on, [...new Set(reminded)]));
    return notices.filter(({ kind, fileId }) => kind !== 'reminder' || open.has(fileId));
  }
}

const hasEnded = ({ endsOn }: ShownNotice, on: LocalDate): boolean => endsOn !== null && endsOn <= on;

/** The place of a notice in the list, newest first. Comparing the texts gives the order of the list. */
const sortKeyOf = ({ appearsOn, id, fileId }: ShownNotice): string => `${appearsOn} ${id} ${fileId}`;

/** @throws Problem BAD_REQUEST */
const noticeIdsIn = (body: unknown): readonly string[] => {
  const { noticeIds } = (body ?? {}) as { readonly noticeIds?: unknown };
  if (Array.isArray(noticeIds) && noticeIds.length <= seenAtOnceMax && noticeIds.every(isUuid))
    return noticeIds;
  throw new Problem('BAD_REQUEST', [{ field: 'noticeIds', code: 'noticeIds' }]);
};
