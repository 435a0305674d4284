import { Controller, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { STEPS, type ReviewId, type Step } from '@rt/domain';
import { CASE_SORTS, CASE_STATES, casesOn, type ReadDatabase } from '@rt/read-models';
import { FileAccess } from '../access/file-access';
import { Visiting, type Visit } from '../access/visit';
import { code, day, designation, directoryId, word, words } from '../http/parameters';
import { List, listRoute } from '../lists/list-route';
import { Lists } from '../lists/lists';
import { READ_DATABASE } from '../ports';

const CASES = listRoute({
  id: 'listCases',
  sv: 'Ärendena: hur långt de har kommit, när varje steg togs, vilket steg som väntas och hur mycket som är öppet.',
  en: 'The cases: how far they have come, when each step was taken, which step is expected, and how much stands open',
  permission: 'cases.read',
  log: 'cases',
  filters: {
    on: day('The day the open findings are counted on; left out: today'),
    unit: directoryId('Cases of this unit'),
    worker: directoryId('Cases of this case worker, files stood in for included'),
    state: words('Cases that have come so far', CASE_STATES),
    nextStep: words('Cases that expect these handling steps next', Object.keys(STEPS) as readonly Step[]),
    measure: code('Cases about this measure'),
    review: designation('Cases in the sample of this review; for inspectors'),
    sort: word('The day they are sorted by; left out: stateOn', CASE_SORTS),
    order: word('By that day; left out: oldestFirst', ['oldestFirst', 'newestFirst']),
  },
  logged: ['state', 'nextStep', 'measure', 'review'],
  limit: ['Cases', 100],
  // The place is a day and two ids.
  place: /^\d{4}-\d\d-\d\d [\w-]{1,60} [\w-]{1,60}$/,
  answer: 'Cases',
  lines: 'cases',
});

/** Lists cases with their states: a case worker's own, those of a manager's unit, or those of an inspector's sample. */
@ApiTags('cases')
@Controller('api/v1/cases')
export class CasesController {
  constructor(
    private readonly access: FileAccess,
    private readonly lists: Lists,
    @Inject(READ_DATABASE) private readonly db: ReadDatabase,
  ) {}

  @List(CASES)
  list(@Visiting() visit: Visit, @Query() query: Readonly<Record<string, unknown>>) {
    return this.lists.answer(CASES, visit, query, async ({ review, ...asked }, grant) => {
      // Others than inspectors do not learn which files a review drew.
      if (review !== undefined && grant.reach !== 'sample') throw await this.access.beyondReach(visit);
      return casesOn(this.db, { ...asked, ...(review !== undefined && { review: review as ReviewId }) });
    });
  }
}
