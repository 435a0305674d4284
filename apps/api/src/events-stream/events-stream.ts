import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { dayOf, type FileId, type Instant, type LocalDate } from '@rt/domain';
import type { HouseStore } from '@rt/composition';
import type { Clock, Position } from '@rt/event-store';
import { decideAccess, type Directory, type User } from '@rt/identity';
import type { ReadDatabase } from '@rt/read-models';
import type { Logger } from 'pino';
import { NewNoticesFinder, type NewNotices } from '../notices/new-notices';
import { NewReviewNoticesFinder, type NewReviewNotices } from '../notices/new-review-notices';
import { faultOf } from '../observing/fault';
import { Metrics } from '../observing/metrics';
import { CLOCK, DIRECTORY, EVENT_STORE, LOG, READ_DATABASE } from '../ports';
import { missedFiles } from '../projections/missed-files';
import type { Touched } from '../projections/projection.messages';
import { Projections } from '../projections/projections';
import { aliveText, itemText } from './items';
import { NewsSince } from './news-since';
import type { OpenStream } from './open-stream';
import { reachingOf, type Reaching, type ReachPorts } from './reached-files';

/** Some proxies close a connection on which nothing was sent for a minute. */
const beatEveryMs = 20_000;
/** Up to this number, files are announced one by one. A larger batch is an import; then the clients are asked to reload everything. */
const filesMax = 200;

/**
 * Sends to every open stream the news that its user may have, when the read models contain them, in the order in which they did. It depends only on
 * `Projections.onTouched`, and keeps no state that a restarted process would need.
 */
@Injectable()
export class EventsStream implements OnModuleInit, OnModuleDestroy {
  private readonly open = new Set<OpenStream>();
  private readonly ports: ReachPorts;
  private readonly notices: NewNoticesFinder;
  private readonly reviewNotices: NewReviewNoticesFinder;
  private readonly missed = new NewsSince((after, upTo) => this.readMissed(after, upTo));
  /** The news to send next. It is a set of files and the last position, however much has been recorded. */
  private next: { readonly fileIds: Set<FileId>; tooMany: boolean; position: Position } | undefined;
  private telling = false;
  private announcedTo: Position | undefined;
  private day: LocalDate;
  private unsubscribe: (() => void) | undefined;
  private beating: NodeJS.Timeout | undefined;
  private closing = false;

  constructor(
    @Inject(EVENT_STORE) private readonly store: HouseStore,
    @Inject(READ_DATABASE) db: ReadDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(LOG) private readonly log: Logger,
    private readonly projections: Projections,
    private readonly metrics: Metrics,
  ) {
    this.ports = { db, clock };
    this.notices = new NewNoticesFinder(db, clock);
    this.reviewNotices = new NewReviewNoticesFinder(db, clock);
    this.day = this.today;
  }

  async onModuleInit(): Promise<void> {
    this.unsubscribe = this.projections.onTouched((touched) => this.hear(touched));
    const last = await this.store.lastPosition();
    if (last !== undefined) await this.projections.reach(last);
    this.announcedTo ??= last;
    this.beating = setInterval(() => void this.beatOrCut(), beatEveryMs).unref();
    this.metrics.measureStreams(() => this.open.size);
  }

  onModuleDestroy(): void {
    this.end();
  }

  /** Ends every stream and accepts no more. A stream does not end by itself, so a closing server would wait for it. */
  end(): void {
    this.closing = true;
    clearInterval(this.beating);
    this.unsubscribe?.();
    for (const stream of this.open) stream.end();
  }

  /** False when the server is closing. */
  get takesMore(): boolean {
    return !this.closing;
  }

  /**
   * Adds a stream. It first gets the news that it missed.
   * @param after the last position that the client received before
   */
  async add(stream: OpenStream, after: Position | undefined): Promise<void> {
    this.open.add(stream);
    const upTo = this.announcedTo;
    stream.begin(after === undefined ? '' : await this.missedBy(stream, after, upTo), upTo);
    if (this.closing) stream.end();
  }

  remove(stream: OpenStream): void {
    this.open.delete(stream);
  }

  /** Called at regular intervals. Keeps the connections alive, ends the streams of users who may no longer listen, and announces a new day. */
  async beat(): Promise<void> {
    const { today } = this;
    const turned = today !== this.day;
    this.day = today;
    const text = turned ? itemText({ event: 'day', day: today }) : aliveText;
    for (const stream of this.open) {
      if (await this.mayStillHear(stream)) stream.send(text, this.announcedTo);
      else stream.end();
    }
  }

  private async beatOrCut(): Promise<void> {
    await this.beat().catch((error: unknown) => this.failed(error));
  }

  /** Cuts all streams. The clients reconnect with their last position, so no news is lost. */
  private failed(error: unknown): void {
    this.log.error({ fault: faultOf(error) }, 'the events stream failed');
    for (const stream of this.open) stream.cut();
  }

  private get today(): LocalDate {
    return dayOf(this.clock.now() as Instant);
  }

  private async mayStillHear(stream: OpenStream): Promise<boolean> {
    if (!(await stream.session.holds())) return false;
    const user = await this.directory.find(stream.user.userId);
    if (user === undefined) return false;
    stream.user = user;
    return decideAccess(user, { permission: 'events-stream.read' }).allowed;
  }

  private async missedBy(stream: OpenStream, after: Position, upTo: Position | undefined): Promise<string> {
    const news = upTo === undefined ? undefined : await this.missed.find(after, upTo, this.today);
    return news === undefined ? itemText({ event: 'resync' }) : newsMessage(stream.user, news);
  }

  private async readMissed(after: Position, upTo: Position): Promise<News | undefined> {
    const files = await missedFiles(this.store, after, upTo, true);
    if (files === undefined) return undefined;
    const reaching = await reachingOf(this.ports, [...files.keys()], true);
    // A review among what was missed makes the client reload everything, so none is announced here.
    return { reaching, notices: await this.notices.since(files), reviews: () => [], position: upTo };
  }

  private hear({ position, fileIds }: Touched): void {
    this.missed.forget();
    this.next ??= { fileIds: new Set(), tooMany: false, position };
    this.next.position = position;
    if (fileIds === 'tooMany') this.next.tooMany = true;
    else for (const fileId of fileIds) this.next.fileIds.add(fileId);
    if (this.next.fileIds.size > filesMax) this.next.tooMany = true;
    if (!this.telling) void this.tellAll();
  }

  /** Sends one batch after another. A client that reconnects relies on the order of the positions. */
  private async tellAll(): Promise<void> {
    this.telling = true;
    while (this.next !== undefined) {
      const { fileIds, tooMany, position } = this.next;
      this.next = undefined;
      await this.tell(tooMany ? 'tooMany' : [...fileIds], position).catch((error: unknown) =>
        this.failed(error),
      );
      this.announcedTo = position;
    }
    this.telling = false;
  }

  private async tell(fileIds: Touched['fileIds'], position: Position): Promise<void> {
    const news = fileIds === 'tooMany' ? undefined : await this.newsOf(fileIds, position);
    for (const stream of this.open) {
      const items = news ? newsMessage(stream.user, news) : itemText({ event: 'resync' });
      if (items === '') continue;
      if (await stream.session.holds()) stream.send(items, position);
      else stream.end();
    }
  }

  private async newsOf(fileIds: readonly FileId[], position: Position): Promise<News> {
    const isInspected = [...this.open].some(({ user }) => user.roles.includes('inspector'));
    const reaching = await reachingOf(this.ports, fileIds, isInspected);
    const reviews = await this.reviewNotices.justNow([...this.open].map(({ user }) => user));
    return { reaching, notices: await this.notices.justNow(fileIds), reviews, position };
  }
}

/** News, before it is selected for each user. */
interface News {
  readonly reaching: Reaching;
  readonly notices: NewNotices;
  readonly reviews: NewReviewNotices;
  readonly position: Position;
}

const newsMessage = (user: User, { reaching, notices, reviews, position }: News): string =>
  [
    ...reaching(user).map((fileId) => itemText({ event: 'file', fileId, position })),
    ...notices(user).map(({ id, fileId }) => itemText({ event: 'notice', noticeId: id, fileId })),
    ...reviews(user).map((noticeId) => itemText({ event: 'notice', noticeId })),
  ].join('');
