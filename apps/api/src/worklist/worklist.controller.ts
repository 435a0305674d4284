import { Controller, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { STEPS, type Step, type UserId } from '@rt/domain';
import { HORIZON_DAYS, reminderNotesOf, SECTIONS, worklistOn, type ReadDatabase } from '@rt/read-models';
import type { EventStore } from '@rt/event-store';
import { openReminders } from '../access/open-reminders';
import { Visiting, type Visit } from '../access/visit';
import { day, directoryId, whole, words } from '../http/parameters';
import { List, listRoute } from '../lists/list-route';
import { Lists } from '../lists/lists';
import { readerOfActs } from '../lists/reader-of-acts';
import { EVENT_STORE, READ_DATABASE } from '../ports';
import { lineAnswer } from './line-answer';

const WORKLIST = listRoute({
  id: 'getWorklist',
  sv: 'Vad som ska göras, efter förfallodag: förfallet, brister, i dag, i veckan, senare och det som löper ut.',
  en: 'What is to be done, by due day: overdue, violations, today, this week, later, and what expires',
  permission: 'worklist.read',
  log: 'worklist',
  filters: {
    on: day('The day the list is asked for; left out: today'),
    worker: directoryId(
      'The list of this case worker, files stood in for included; left out: the own one, or a manager’s whole unit',
    ),
    step: words('What these handling steps are about', Object.keys(STEPS) as readonly Step[]),
    section: words('Lines of these sections; the counts are those of all', SECTIONS),
    horizon: whole(
      `Days before its last day that something is told to expire; left out: ${HORIZON_DAYS}`,
      1,
      365,
    ),
  },
  logged: ['step', 'section'],
  limit: ['Lines', 100],
  // The place is the number of a section, a day and two ids.
  place: /^\d \d{4}-\d\d-\d\d [\w:-]{1,120} [\w-]{1,60}$/,
  answer: 'Worklist',
  lines: 'lines',
});

/** Lists what has to be done, by due day (Min dag): a case worker's own, or that of a manager's unit or of one worker in it. */
@ApiTags('worklist')
@Controller('api/v1/worklist')
export class WorklistController {
  constructor(
    private readonly lists: Lists,
    @Inject(READ_DATABASE) private readonly db: ReadDatabase,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @List(WORKLIST)
  list(@Visiting() visit: Visit, @Query() query: Readonly<Record<string, unknown>>) {
    const { user } = visit;
    return this.lists.answer(WORKLIST, visit, query, async ({ horizon, ...asked }, grant) => {
      const reader = user.userId as UserId;
      const reminders = { reader, files: await openReminders(this.db, user, asked.heldOn) };
      const horizonDays = horizon ?? HORIZON_DAYS;
      const ports = { store: this.store, db: this.db };
      const { lines, ...rest } = await worklistOn(ports, { ...asked, horizonDays, reminders });
      const notes = await reminderNotesOf(ports, reader, asked.heldOn, lines);
      return {
        ...rest,
        lines: lines.map((line) => lineAnswer(line, notes, readerOfActs(user, grant, line))),
      };
    });
  }
}
