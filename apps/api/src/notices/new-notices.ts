import { dayOf, type FileId, type Instant } from '@rt/domain';
import type { Clock } from '@rt/event-store';
import { decideAccess, type User } from '@rt/identity';
import {
  fileHoldersOn,
  noticesLearnt,
  type FileHolder,
  type NoticeRow,
  type ReadDatabase,
} from '@rt/read-models';
import { factsOfRow, mayBeReminded } from '../access/access-facts';
import { isWithin, noticeReachOf } from './notice-reach';

/** Notices that are remembered as told; a file has some ten of them. */
const announcedMax = 10_000;

/** Says of a user which of some notices are theirs. */
export type NewNotices = (user: User) => readonly NoticeRow[];

/** Finds the notices that something just recorded has brought, each once as long as the process lives. Those of a new day come with the day. */
export class NewNoticesFinder {
  private readonly announced = new Set<string>();
  private readonly began: Instant;

  constructor(
    private readonly db: ReadDatabase,
    private readonly clock: Clock,
  ) {
    this.began = clock.now() as Instant;
  }

  /** In files that were touched just now. */
  async justNow(files: readonly FileId[]): Promise<NewNotices> {
    const { rows, holders } = await this.learnt(files, this.began);
    return theirs(
      rows.filter((row) => this.isNew(row)),
      holders,
    );
  }

  /** In files that were touched while somebody was away: what was learnt since. */
  async since(touched: ReadonlyMap<FileId, Instant>): Promise<NewNotices> {
    const [first] = [...touched.values()].sort();
    if (first === undefined) return () => [];
    const { rows, holders } = await this.learnt([...touched.keys()], first);
    return theirs(
      rows.filter(({ fileId, knownAt }) => knownAt >= (touched.get(fileId) as Instant)),
      holders,
    );
  }

  private async learnt(files: readonly FileId[], since: Instant): Promise<Learnt> {
    const on = dayOf(this.clock.now() as Instant);
    const rows = await noticesLearnt(this.db, files, { since, on });
    return {
      rows,
      holders: await fileHoldersOn(this.db, [...new Set(rows.map(({ fileId }) => fileId))], on),
    };
  }

  /** To whoever has the file now: a file that changes hands brings its notices along. */
  private isNew({ id, workerId, unitId }: NoticeRow): boolean {
    const key = `${id} ${workerId} ${unitId}`;
    if (this.announced.has(key)) return false;
    if (this.announced.size >= announcedMax)
      this.announced.delete(this.announced.values().next().value as string);
    this.announced.add(key);
    return true;
  }
}

/** Notices, and who has their files today. */
interface Learnt {
  readonly rows: readonly NoticeRow[];
  readonly holders: ReadonlyMap<FileId, FileHolder>;
}

const theirs =
  (rows: Learnt['rows'], holders: Learnt['holders']): NewNotices =>
  (user) => {
    const answer = decideAccess(user, { permission: 'notices.read' });
    const reach = answer.allowed ? noticeReachOf(user, answer.reach) : undefined;
    if (reach === undefined) return [];
    return rows.filter((row) => {
      const holder = holders.get(row.fileId);
      if (holder === undefined || !isWithin(row, holder, reach)) return false;
      const facts = factsOfRow(holder, []);
      return row.kind !== 'reminder' || mayBeReminded(user, { facts, openReviews: new Set() });
    });
  };
