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

/** The number of announced notices to remember; a file has about ten. */
const announcedMax = 10_000;

/** Selects the notices that are for a user. */
export type NewNotices = (user: User) => readonly NoticeRow[];

/**
 * Finds the notices that a new event has caused, each once per run of the process. Notices that appear with a new day are not found here; clients
 * reload on a new day.
 */
export class NewNoticesFinder {
  private readonly announced = new Set<string>();
  private readonly began: Instant;

  constructor(
    private readonly db: ReadDatabase,
    private readonly clock: Clock,
  ) {
    this.began = clock.now() as Instant;
  }

  /** New notices in files that have just been changed. */
  async justNow(files: readonly FileId[]): Promise<NewNotices> {
    const { rows, holders } = await this.learnt(files, this.began);
    return theirs(
      rows.filter((row) => this.isNew(row)),
      holders,
    );
  }

  /** Notices in files that changed while a client was disconnected, from the instant of the change. */
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

  /** True if the notice has not been announced to the present holder. When a file gets a new holder, its notices are announced again. */
  private isNew({ id, workerId, unitId }: NoticeRow): boolean {
    const key = `${id} ${workerId} ${unitId}`;
    if (this.announced.has(key)) return false;
    if (this.announced.size >= announcedMax)
      this.announced.delete(this.announced.values().next().value as string);
    this.announced.add(key);
    return true;
  }
}

/** Notices, with the present holders of their files. */
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
