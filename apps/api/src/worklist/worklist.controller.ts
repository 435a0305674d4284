import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { STEPS, TITLES, type Step, type UserId } from '@rt/domain';
import {
  HORIZON_DAYS,
  reminderNotesOf,
  SECTIONS,
  worklistOn,
  type ReadDatabase,
  type WorklistLine,
  type WorklistQuestion,
} from '@rt/read-models';
import type { EventStore } from '@rt/event-store';
import { closedReminders } from '../access/closed-reminders';
import { FileAccess } from '../access/file-access';
import { withinReach } from '../access/reach';
import { Access } from '../access/route-access';
import { scopeOf } from '../access/scope';
import { ShownNames } from '../access/shown-names';
import { Visiting, type Visit } from '../access/visit';
import { decodeCursor, encodeCursor } from '../http/cursor';
import { cursor, dayToCountFrom, directoryId, parametersOf, whole, words } from '../http/parameters';
import { Problem } from '../http/problem';
import { READ_AFTER_HEADER } from '../openapi/headers';
import { Operation } from '../openapi/operation';
import { EVENT_STORE, READ_DATABASE } from '../ports';

/** The place of a section, a day and two ids. */
const PLACE = /^\d \d{4}-\d\d-\d\d [\w:-]{1,120} [\w-]{1,60}$/;

const WORKLIST = {
  on: dayToCountFrom('The day the list is asked for; left out: today'),
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
  limit: whole('Lines at most; left out: 100', 1, 500),
  cursor: cursor('`next` of the answer before, to the same question'),
};

/** What is to be done, by due day (Min dag): a case worker's own, a manager's unit or one of its workers. */
@ApiTags('worklist')
@Controller('api/v1/worklist')
export class WorklistController {
  constructor(
    private readonly access: FileAccess,
    private readonly names: ShownNames,
    @Inject(READ_DATABASE) private readonly db: ReadDatabase,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @Get()
  @Access('worklist.read')
  @Operation({
    id: 'getWorklist',
    sv: 'Vad som ska göras, efter förfallodag: förfallet, brister, i dag, i veckan, senare och det som löper ut.',
    en: 'What is to be done, by due day: overdue, violations, today, this week, later, and what expires',
    query: WORKLIST,
    headers: [READ_AFTER_HEADER],
    answer: { of: 'Worklist' },
    problems: ['NOT_ALLOWED', 'INVALID_QUERY', 'ACCESS_NOT_LOGGED'],
  })
  async list(@Visiting() visit: Visit, @Query() query: Readonly<Record<string, unknown>>) {
    const { today } = this.access;
    const { on = today, limit = 100, horizon, cursor: after, ...asked } = parametersOf(query, WORKLIST);
    const grant = this.access.grantFor(visit);
    const place = withinReach(visit.user, grant.reach, { worker: asked.worker as UserId | undefined });
    if (place === undefined || place.sample)
      throw new Problem('NOT_ALLOWED', [{ field: '', code: 'BEYOND_REACH' }]);
    const question: WorklistQuestion = {
      on,
      heldOn: today,
      ...place,
      ...(asked.step && { step: asked.step }),
      ...(asked.section && { section: asked.section }),
      ...(horizon !== undefined && { horizonDays: horizon }),
      limit,
      ...(after !== undefined && { cursor: decodeCursor(after, PLACE) }),
    };
    const { unit, worker, step, section } = question;
    const scope = scopeOf({ worklist: grant.reach, on, unit, worker, step, section });
    const { lines, next, notes, ...worklist } = await this.access.list(visit, grant, scope, async () => {
      const closedFiles = [...(await closedReminders(this.db, visit.user, today))];
      const found = await worklistOn(this.db, { ...question, closedFiles });
      const notes = await reminderNotesOf(
        { store: this.store, db: this.db },
        visit.user.userId as UserId,
        found.lines,
      );
      return { ...found, notes, persons: await this.names.of(visit.user, found.lines) };
    });
    return {
      on,
      ...worklist,
      lines: lines.map((line) => lineAnswer(line, notes)),
      next: next === undefined ? null : encodeCursor(next),
    };
  }
}

/** The one thing to do next, in the words of its event type, and all that would settle the line. */
const lineAnswer = ({ settledBy, ...line }: WorklistLine, notes: Readonly<Record<string, string>>) => ({
  ...line,
  note: notes[line.id] ?? null,
  action: { code: settledBy[0], title: TITLES[settledBy[0]], settledBy },
});
