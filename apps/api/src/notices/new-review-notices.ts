import type { Instant } from '@rt/domain';
import type { Clock } from '@rt/event-store';
import { decideAccess, type User } from '@rt/identity';
import { reviewNoticesLearnt, type ReadDatabase, type ReviewNoticeRow } from '@rt/read-models';
import { noticeReachOf } from './notice-reach';

/** Selects the ids of the notices that are for a user. */
export type NewReviewNotices = (user: User) => readonly string[];

const NONE: NewReviewNotices = () => [];

/** Finds the notices of reviews that the managers have not been sent, each once per run of the process. */
export class NewReviewNoticesFinder {
  private readonly announced = new Set<string>();
  private readonly began: Instant;

  constructor(
    private readonly db: ReadDatabase,
    clock: Clock,
  ) {
    this.began = clock.now() as Instant;
  }

  /** @param listeners without a manager among them, nothing is read */
  async justNow(listeners: readonly User[]): Promise<NewReviewNotices> {
    if (!listeners.some(({ roles }) => roles.includes('unitManager'))) return NONE;
    const learnt = await reviewNoticesLearnt(this.db, this.began);
    const rows = learnt.filter((row) => !this.announced.has(keyOf(row)));
    for (const row of rows) this.announced.add(keyOf(row));
    return rows.length === 0 ? NONE : (user) => theirs(user, rows);
  }
}

const keyOf = ({ id, unitId }: ReviewNoticeRow): string => `${id} ${unitId}`;

const theirs = (user: User, rows: readonly ReviewNoticeRow[]): readonly string[] => {
  const answer = decideAccess(user, { permission: 'notices.read' });
  const reach = answer.allowed ? noticeReachOf(user, answer.reach) : undefined;
  return reach !== undefined && 'unit' in reach
    ? rows.flatMap(({ id, unitId }) => (unitId === reach.unit ? [id] : []))
    : [];
};
