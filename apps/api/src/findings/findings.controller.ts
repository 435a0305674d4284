import { Controller, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ruleIdNow, STEPS, type ReviewId, type Step } from '@rt/domain';
import type { EventStore } from '@rt/event-store';
import { CASE_SIDES, findingsOn, type FindingOn, type ReadDatabase } from '@rt/read-models';
import { actsOn, imperativeFor, isOpenStatus, LISTED_STATUSES, RULES, ruleOf } from '@rt/rules';
import { FileAccess } from '../access/file-access';
import { Visiting, type Visit } from '../access/visit';
import { day, designation, directoryId, word, words, type Parameter } from '../http/parameters';
import { List, listRoute } from '../lists/list-route';
import { Lists } from '../lists/lists';
import { readerOfActs } from '../lists/reader-of-acts';
import { EVENT_STORE, READ_DATABASE } from '../ports';

/** The ids of rules. Former ids are accepted too. */
const rules = (description: string): Parameter<readonly string[]> => {
  const asked = words(
    description,
    RULES.map(({ id }) => id),
  );
  return { ...asked, read: (given) => asked.read(given.split(',').map(ruleIdNow).join(',')) };
};

const FINDINGS = listRoute({
  id: 'listFindings',
  sv: 'Vad reglerna finner, efter förfallodag: en dags lägen, så som de är kända nu.',
  en: 'What the rules find, by due day: the statuses of a day, by what is known now',
  permission: 'findings.read',
  log: 'findings',
  filters: {
    on: day('The day the statuses are asked for; left out: today'),
    unit: directoryId('Findings in the files of this unit'),
    worker: directoryId('Findings in the files of this case worker, files stood in for included'),
    rule: rules('Findings of these rules'),
    status: words('Findings with these statuses on the day', LISTED_STATUSES),
    step: words('Findings about these handling steps', Object.keys(STEPS) as readonly Step[]),
    inCase: word('Findings of cases that are open, or closed, on the day', CASE_SIDES),
    review: designation('Findings in the sample of this review; for inspectors'),
    order: word('By the day they are due; left out: oldestFirst', ['oldestFirst', 'newestFirst']),
  },
  logged: ['rule', 'status', 'step', 'inCase', 'review'],
  limit: ['Findings', 100],
  // The place is a day and two ids.
  place: /^\d{4}-\d\d-\d\d [\w:-]{1,120} [\w-]{1,60}$/,
  answer: 'Findings',
  lines: 'findings',
});

/** Lists findings of the rules: in a case worker's own files, a manager's unit or an inspector's sample. */
@ApiTags('findings')
@Controller('api/v1/findings')
export class FindingsController {
  constructor(
    private readonly access: FileAccess,
    private readonly lists: Lists,
    @Inject(READ_DATABASE) private readonly db: ReadDatabase,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @List(FINDINGS)
  list(@Visiting() visit: Visit, @Query() query: Readonly<Record<string, unknown>>) {
    return this.lists.answer(FINDINGS, visit, query, async ({ review, ...asked }, grant) => {
      // Others than inspectors do not learn which files a review drew.
      if (review !== undefined && grant.reach !== 'sample') throw await this.access.beyondReach(visit);
      const question = { ...asked, ...(review !== undefined && { review: review as ReviewId }) };
      const { findings, ...rest } = await findingsOn({ store: this.store, db: this.db }, question);
      const withActs = (finding: FindingOn) => {
        const acts = actsOn(finding, finding.status, readerOfActs(visit.user, grant, finding));
        const { rule, status } = finding;
        const isLeft = status !== 'acknowledged' && isOpenStatus(status);
        return {
          ...finding,
          acts,
          action: isLeft ? imperativeFor(rule, acts, ruleOf(finding).settledBy) : null,
        };
      };
      return { ...rest, findings: findings.map(withActs) };
    });
  }
}
