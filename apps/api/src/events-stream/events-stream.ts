import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { dayOf, type FileId, type Instant, type LocalDate } from '@rt/domain';
import type { Clock, EventStore, Position } from '@rt/event-store';
import { decideAccess, type Directory, type User } from '@rt/identity';
import type { ReadDatabase } from '@rt/read-models';
import type { Logger } from 'pino';
import { NewNoticesFinder, type NewNotices } from '../notices/new-notices';
import { faultOf } from '../observing/fault';
import { Metrics } from '../observing/metrics';
import { CLOCK, DIRECTORY, EVENT_STORE, LOG, READ_DATABASE } from '../ports';
import { missedFiles } from '../projections/missed-files';
import type { Touched } from '../projections/projection.messages';
import { Projections } from '../projections/projections';
import { aliveText, itemText } from './items';
import type { OpenStream } from './open-stream';
import { reachingOf, type Reaching, type ReachPorts } from './reached-files';

/** Proxies take a connection that says nothing for a minute for dead. */
const beatEveryMs = 20_000;
/** Files that are told one by one; a batch of more is an import, and everybody asks again. */
const filesMax = 200;

/**
 * Tells every open stream what its user may hear of, once the read models have it, in the order in which they had it. It rests on
 * `Projections.onTouched` alone, and holds nothing that a process started anew would miss.
 */
@Injectable()
export class EventsStream implements OnModuleInit, OnModuleDestroy {
  private readonly open = new Set<OpenStream>();
  private readonly ports: ReachPorts;
  private readonly notices: NewNoticesFinder;
  /** What is to be told next: however much comes at once, it is a set of files and the last position. */
  private next: { readonly fileIds: Set<FileId>; tooMany: boolean; position: Position } | undefined;
  private telling = false;
  private announcedTo: Position | undefined;
  private day: LocalDate;
  private unsubscribe: (() => void) | undefined;
  private beating: NodeJS.Timeout | undefined;
  private closing = false;

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_DATABASE) db: ReadDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(LOG) private readonly log: Logger,
    private readonly projections: Projections,
    private readonly metrics: Metrics,
  ) {
    this.ports = { db, clock };
    this.notices = new NewNoticesFinder(db, clock);
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

  /** Ends every stream, and takes no more: none ends by itself, and a server that closes would wait for it. */
  end(): void {
    this.closing = true;
    clearInterval(this.beating);
    this.unsubscribe?.();
    for (const stream of this.open) stream.end();
  }

  /** False once the server is closing. */
  get takesMore(): boolean {
    return !this.closing;
  }

  /**
   * Lets a stream hear from now on, beginning with what it missed.
   * @param after where it was when it was last here
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

  /** Now and then: keeps connections alive, ends those of whoever may no longer listen, says when another day has begun. */
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

  /** They come back and say where they were, so nothing is lost. */
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
    const files = upTo === undefined ? undefined : await missedFiles(this.store, after, upTo);
    if (files === undefined) return itemText({ event: 'resync' });
    const reaching = await reachingOf(this.ports, [...files.keys()], [stream.user]);
    const news = { reaching, notices: await this.notices.since(files), position: upTo as Position };
    return newsMessage(stream.user, news);
  }

  private hear({ position, fileIds }: Touched): void {
    this.next ??= { fileIds: new Set(), tooMany: false, position };
    this.next.position = position;
    if (fileIds === 'tooMany') this.next.tooMany = true;
    else for (const fileId of fileIds) this.next.fileIds.add(fileId);
    if (this.next.fileIds.size > filesMax) this.next.tooMany = true;
    if (!this.telling) void this.tellAll();
  }

  /** One batch after the other: the order in which positions are told is what a browser that comes back relies on. */
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
    if (fileIds.length === 0) return;
    const news = fileIds === 'tooMany' ? undefined : await this.newsOf(fileIds, position);
    for (const stream of this.open) {
      const items = news ? newsMessage(stream.user, news) : itemText({ event: 'resync' });
      if (items === '') continue;
      if (await stream.session.holds()) stream.send(items, position);
      else stream.end();
    }
  }

  private async newsOf(fileIds: readonly FileId[], position: Position): Promise<News> {
    const users = [...this.open].map(({ user }) => user);
    const reaching = await reachingOf(this.ports, fileIds, users);
    return { reaching, notices: await this.notices.justNow(fileIds), position };
  }
}

/** What there is to tell, for whoever listens. */
interface News {
  readonly reaching: Reaching;
  readonly notices: NewNotices;
  readonly position: Position;
}

const newsMessage = (user: User, { reaching, notices, position }: News): string =>
  [
    ...reaching(user).map((fileId) => itemText({ event: 'file', fileId, position })),
    ...notices(user).map(({ id, fileId }) => itemText({ event: 'notice', noticeId: id, fileId })),
  ].join('');
