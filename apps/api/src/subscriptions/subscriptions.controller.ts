import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { dayOf, hourOf, type Instant } from '@rt/domain';
import type { Clock } from '@rt/event-store';
import type { Directory, Subscriptions, User } from '@rt/identity';
import { Access } from '../access/route-access';
import { Visiting, type Visit } from '../access/visit';
import { Problem } from '../http/problem';
import type { Mailer } from '../mail/mailer';
import type { Answer } from '../openapi/answers';
import { Operation } from '../openapi/operation';
import { CLOCK, DIRECTORY, MAILER, SUBSCRIPTIONS } from '../ports';

const WRITE_PROBLEMS = ['NOT_ALLOWED', 'FOREIGN_ORIGIN'] as const;

/** What a user is told outside the pages: the mail of the day, and the calendar. */
@ApiTags('subscriptions')
@Controller('api/v1/subscriptions')
export class SubscriptionsController {
  constructor(
    @Inject(SUBSCRIPTIONS) private readonly subscriptions: Subscriptions,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(MAILER) private readonly mailer: Mailer | undefined,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Access('subscriptions.own')
  @Operation({
    id: 'getSubscriptions',
    sv: 'Vad man själv har valt att få utanför sidorna: dagens mejl och kalendern.',
    en: 'What one has chosen to get outside the pages: the mail of the day and the calendar',
    answer: { of: 'Subscriptions' },
    problems: ['NOT_ALLOWED'],
  })
  read(@Visiting() { user }: Visit): Promise<Answer<'Subscriptions'>> {
    return this.answerFor(user);
  }

  @Put('digest')
  @Access('subscriptions.own')
  @Operation({
    id: 'chooseDigest',
    sv: 'Väljer från vilken timme dagens mejl kommer på arbetsdagar, eller inget mejl. Mejlet säger hur mycket som ska göras, inget om någon akt.',
    en: 'Chooses the hour from which the mail of the day comes on working days, or no mail. It says how much is to be done, and nothing of any file',
    body: 'DigestChoice',
    answer: { of: 'Subscriptions' },
    problems: [...WRITE_PROBLEMS, 'NO_MAIL', 'NOT_JSON', 'TOO_LARGE', 'NOT_JSON_TYPE'],
  })
  async chooseDigest(@Visiting() { user }: Visit, @Body() body: unknown): Promise<Answer<'Subscriptions'>> {
    const hour = hourIn(body);
    if (hour !== undefined && (await this.mailAddressOf(user)) === undefined) throw new Problem('NO_MAIL');
    const now = this.clock.now() as Instant;
    const choice = hour !== undefined && { hour, ...(hour <= hourOf(now) && { told: dayOf(now) }) };
    await this.subscriptions.chooseDigest(user.userId, choice || undefined);
    return this.answerFor(user);
  }

  @Post('calendar')
  @HttpCode(201)
  @Access('subscriptions.own')
  @Operation({
    id: 'openCalendar',
    sv: 'Ger kalendern en ny hemlig adress. Den visas bara nu; en tidigare adress slutar gälla.',
    en: 'Gives the calendar a new secret address. It is shown now alone; a former address ends',
    answer: { status: 201, of: 'CalendarAddress' },
    problems: [...WRITE_PROBLEMS, 'NOT_JSON', 'TOO_LARGE', 'NOT_JSON_TYPE'],
  })
  async openCalendar(@Visiting() { user }: Visit): Promise<Answer<'CalendarAddress'>> {
    const since = this.clock.now();
    const secret = await this.subscriptions.openCalendar(user.userId, since);
    return { path: `/api/v1/calendar/${secret}`, since };
  }

  @Delete('calendar')
  @HttpCode(204)
  @Access('subscriptions.own')
  @Operation({
    id: 'closeCalendar',
    sv: 'Stänger kalenderns adress. Om igen ändrar ingenting.',
    en: 'Closes the address of the calendar. Again changes nothing',
    answer: { status: 204 },
    problems: WRITE_PROBLEMS,
  })
  closeCalendar(@Visiting() { user }: Visit): Promise<void> {
    return this.subscriptions.closeCalendar(user.userId);
  }

  private async answerFor(user: User): Promise<Answer<'Subscriptions'>> {
    const { digestHour, calendarSince } = await this.subscriptions.of(user.userId);
    return {
      digest: { hour: digestHour ?? null, to: (await this.mailAddressOf(user)) ?? null },
      calendar: { since: calendarSince ?? null },
    };
  }

  /** Undefined where no mail can be sent. */
  private async mailAddressOf({ userId }: User): Promise<string | undefined> {
    return this.mailer && this.directory.mailAddressOf(userId);
  }
}

/** The hour of a choice; undefined: no mail. @throws Problem BAD_REQUEST */
const hourIn = (body: unknown): number | undefined => {
  const { hour } = (body ?? {}) as { readonly hour?: unknown };
  if (hour === null) return undefined;
  if (typeof hour === 'number' && Number.isInteger(hour) && hour >= 0 && hour <= 23) return hour;
  throw new Problem('BAD_REQUEST', [{ field: 'hour', code: 'hour' }]);
};
