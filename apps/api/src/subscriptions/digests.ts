import { dayOf, hourOf, isFreeDay, type Instant, type Language, type LocalDate } from '@rt/domain';
import type { Clock } from '@rt/event-store';
import type { Directory, Subscriptions, User } from '@rt/identity';
import type { Worklist } from '@rt/read-models';
import { isRefused, type Mailer } from '../mail/mailer';
import { faultOf, type Fault } from '../observing/fault';
import { digestMail } from './digest-mail';

/** Why a mail was not sent: a fault, or a code of the mail server's answer. Nothing in it is about the receiver. */
export type DigestOutcome =
  { readonly is: 'sent' | 'empty' | 'refused' } | { readonly is: 'failed'; readonly fault: Fault };

export interface DigestParts {
  readonly subscriptions: Pick<Subscriptions, 'digestsDue' | 'digestTold'>;
  readonly directory: Pick<Directory, 'find' | 'mailAddressOf'>;
  readonly clock: Clock;
  readonly mailer: Pick<Mailer, 'send'>;
  readonly address: string;
  /** Of the receivers, whose own language nobody knows here. */
  readonly language: Language;
  /** Undefined if the user has no worklist, or no longer. */
  worklistOf(user: User): Promise<Pick<Worklist, 'toDo'> | undefined>;
  tell(outcome: DigestOutcome): void;
}

const lookEveryMs = 60_000;
/** After a failure the mail server is left alone for a while. */
const retryAfterMs = 10 * 60_000;

/**
 * Sends the mail of the day to each user from the hour that the user chose, on working days. It is told after it was sent: if the process ends between
 * the two, it is sent again with the same id, and never left out.
 */
export class Digests {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private waitUntil = 0;

  constructor(private readonly parts: DigestParts) {}

  start(): void {
    const look = (): void => {
      this.looking = this.looking.then(() => this.look());
    };
    this.timer = setInterval(look, lookEveryMs);
    this.timer.unref();
    look();
  }

  /** Waits for the mail that is being sent. */
  async end(): Promise<void> {
    clearInterval(this.timer);
    this.waitUntil = Infinity;
    await this.looking;
  }

  /** Sends what is due. Never throws: what fails is tried again later on the same day. */
  async look(): Promise<void> {
    const now = this.parts.clock.now() as Instant;
    const day = dayOf(now);
    if (isFreeDay(day) || this.isWaiting) return;
    for (const userId of await this.dueOn(day, hourOf(now))) {
      if (this.isWaiting) return;
      await this.tell(userId, day);
    }
  }

  private get isWaiting(): boolean {
    return performance.now() < this.waitUntil;
  }

  private async dueOn(day: LocalDate, hour: number): Promise<readonly string[]> {
    try {
      return await this.parts.subscriptions.digestsDue(day, hour);
    } catch (error) {
      this.failed(error);
      return [];
    }
  }

  private async tell(userId: string, day: LocalDate): Promise<void> {
    try {
      const outcome = await this.send(userId, day);
      if (outcome === undefined) return;
      await this.parts.subscriptions.digestTold(userId, day);
      this.parts.tell({ is: outcome });
    } catch (error) {
      // One user's list cannot be read: the others get theirs.
      this.parts.tell({ is: 'failed', fault: faultOf(error) });
    }
  }

  /** @returns undefined if the mail server takes no mail now */
  private async send(userId: string, day: LocalDate): Promise<'sent' | 'empty' | 'refused' | undefined> {
    const { directory, mailer, worklistOf, address, language } = this.parts;
    const user = await directory.find(userId);
    const to = await directory.mailAddressOf(userId);
    // Whoever has left the municipality, has another role now or has no address there is told nothing.
    const worklist = user && to !== undefined ? await worklistOf(user) : undefined;
    if (to === undefined || worklist === undefined || worklist.toDo.count === 0) return 'empty';
    try {
      await mailer.send(digestMail({ userId, to }, worklist, { day, address, language }));
      return 'sent';
    } catch (error) {
      if (isRefused(error)) return 'refused';
      this.failed(error);
      return undefined;
    }
  }

  private failed(error: unknown): void {
    this.waitUntil = Math.max(this.waitUntil, performance.now() + retryAfterMs);
    this.parts.tell({ is: 'failed', fault: faultOf(error) });
  }
}
