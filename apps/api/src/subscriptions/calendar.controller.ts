import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Instant, Language } from '@rt/domain';
import type { Clock } from '@rt/event-store';
import type { Directory, Subscriptions } from '@rt/identity';
import type { Request, Response } from 'express';
import { Access } from '../access/route-access';
import { inLanguage, languageOf } from '../http/language';
import { CALENDAR_TYPE } from '../http/media-types';
import { calendarSecret } from '../http/parameters';
import { Problem } from '../http/problem';
import { Operation } from '../openapi/operation';
import { CLOCK, DIRECTORY, LANGUAGE, SUBSCRIPTIONS } from '../ports';
import { calendarText } from './calendar-text';
import { OwnWorklist } from './own-worklist';

const SECRET = calendarSecret('The secret of the address, as it was shown once');
/** The most events of a calendar, in the order of the worklist. */
const eventsMax = 500;

/** The worklist of a user as a calendar, for whoever has its secret address. */
@ApiTags('subscriptions')
@Controller('api/v1/calendar')
export class CalendarController {
  constructor(
    private readonly own: OwnWorklist,
    @Inject(SUBSCRIPTIONS) private readonly subscriptions: Subscriptions,
    @Inject(DIRECTORY) private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LANGUAGE) private readonly language: Language,
  ) {}

  @Get(':secret')
  @Access('calendar.read')
  @Operation({
    id: 'getCalendar',
    sv: 'Min dag som kalender (iCalendar): vad som ska göras och när. Inga namn, inga ärendenummer.',
    en: 'My day as a calendar (iCalendar): what is to be done and when. No names, no case numbers',
    path: { secret: SECRET },
    answer: { calendar: true },
    problems: ['NOT_ALLOWED', 'NOT_FOUND', 'ACCESS_NOT_LOGGED'],
  })
  async read(
    @Param('secret') given: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const secret = SECRET.read(given);
    const userId = secret && (await this.subscriptions.userOfCalendar(secret));
    const user = userId === undefined ? undefined : await this.directory.find(userId);
    if (user === undefined) throw new Problem('NOT_FOUND');
    const { lines } = await this.own.of(user, 'calendar', eventsMax);
    const language = languageOf(request, this.language);
    const text = calendarText(lines, {
      // The guard of the host lets nothing through but this server's own names.
      address: `${request.protocol}://${String(request.headers.host)}`,
      language,
      now: this.clock.now() as Instant,
    });
    inLanguage(response, language).type(`${CALENDAR_TYPE}; charset=utf-8`).send(text);
  }
}
