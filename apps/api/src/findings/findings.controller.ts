import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ruleIdNow, STEPS, type ReviewId, type Step, type UnitId, type UserId } from '@rt/domain';
import type { EventStore } from '@rt/event-store';
import { CASE_SIDES, findingsOn, foundByRuleOn, type FindingOn, type ReadDatabase } from '@rt/read-models';
import { actsOn, imperativeFor, isOpenStatus, LISTED_STATUSES, RULES, ruleOf } from '@rt/rules';
import { FileAccess } from '../access/file-access';
import { withinReach } from '../access/reach';
import { Access } from '../access/route-access';
import { Visiting, type Visit } from '../access/visit';
import {
  day,
  designation,
  directoryId,
  instant,
  invalid,
  parametersOf,
  word,
  words,
  type Parameter,
} from '../http/parameters';
import { Problem } from '../http/problem';
import { List, listRoute } from '../lists/list-route';
import { Lists } from '../lists/lists';
import { readerOfActs } from '../lists/reader-of-acts';
import type { Answer } from '../openapi/answers';
import { READ_AFTER_HEADER } from '../openapi/headers';
import { Operation } from '../openapi/operation';
import { EVENT_STORE, READ_DATABASE } from '../ports';
import { pageOfFindings, ReviewFindings } from './review-findings';

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
  sv: 'Vad reglerna finner, efter förfallodag: en dags lägen, så som de är kända nu. Med en granskning: på mätdagen, så som de var kända vid dragningen, med läget enligt det som är känt nu bredvid.',
  en: 'What the rules find, by due day: the statuses of a day, by what is known now. With a review: on the measuring day, by what was known at the draw, with the status by what is known now beside it',
  permission: 'findings.read',
  log: 'findings',
  filters: {
    on: day('The day the statuses are asked for; left out: today, and with `review` its measuring day'),
    unit: directoryId('Findings in the files of this unit'),
    worker: directoryId('Findings in the files of this case worker, files stood in for included'),
    rule: rules('Findings of these rules'),
    status: words('Findings with these statuses on the day', LISTED_STATUSES),
    step: words('Findings about these handling steps', Object.keys(STEPS) as readonly Step[]),
    inCase: word('Findings of cases that are open, or closed, on the day', CASE_SIDES),
    dueBy: day('Findings that are due on this day or earlier'),
    each: word(
      'true: every finding has a line of its own, as findings are counted; left out: a contact that several rules found is one line',
      ['true'],
    ),
    review: designation('Findings in the sample of this review; for inspectors'),
    knownAt: instant('With `review`: by what was known then; left out: at the draw'),
    order: word('By the day they are due; left out: oldestFirst', ['oldestFirst', 'newestFirst']),
  },
  logged: ['rule', 'status', 'step', 'inCase', 'dueBy', 'review', 'knownAt'],
  limit: ['Findings', 100],
  // The place is a day and two ids.
  place: /^\d{4}-\d\d-\d\d [\w:-]{1,120} [\w-]{1,60}$/,
  answer: 'Findings',
  lines: 'findings',
});

const BY_RULE = {
  on: day('The day of the counts; left out: today'),
  unit: directoryId<UnitId>('Findings in the files of this unit'),
  worker: directoryId<UserId>('Findings in the files of this case worker, files stood in for included'),
};

/** Lists findings of the rules: in a case worker's own files, a manager's unit or an inspector's sample. */
@ApiTags('findings')
@Controller('api/v1/findings')
export class FindingsController {
  constructor(
    private readonly access: FileAccess,
    private readonly lists: Lists,
    private readonly ofReview: ReviewFindings,
    @Inject(READ_DATABASE) private readonly db: ReadDatabase,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  @List(FINDINGS)
  list(@Visiting() visit: Visit, @Query() query: Readonly<Record<string, unknown>>) {
    // A list as CSV asks for page after page of the same question.
    let read: ReturnType<ReviewFindings['read']> | undefined;
    return this.lists.answer(
      FINDINGS,
      visit,
      query,
      async ({ review, knownAt, each, ...others }, grant) => {
        const asked = { ...others, ...(each === 'true' && { each: true as const }) };
        const withActs = <F extends FindingOn>(findings: readonly F[]) =>
          findings.map((finding) => {
            const acts = actsOn(finding, finding.status, readerOfActs(visit.user, grant, finding));
            const { rule, status } = finding;
            const isLeft = status !== 'acknowledged' && isOpenStatus(status);
            const action = isLeft ? imperativeFor(rule, acts, ruleOf(finding).settledBy) : null;
            return { ...finding, acts, action };
          });
        if (review === undefined) {
          if (knownAt !== undefined) throw new Problem('INVALID_QUERY', [ONLY_WITH_REVIEW]);
          const { findings, ...rest } = await findingsOn({ store: this.store, db: this.db }, asked);
          return { ...rest, findings: withActs(findings) };
        }
        // Others than inspectors do not learn which files a review drew.
        if (grant.reach !== 'sample') throw await this.access.beyondReach(visit);
        const question = { ...asked, review: review as ReviewId, ...(knownAt && { knownAt }) };
        const { findings, ...rest } = pageOfFindings(await (read ??= this.ofReview.read(question)), asked);
        return { ...rest, findings: withActs(findings) };
      },
      async ({ review }) => (review === undefined ? undefined : this.ofReview.measuringDayOf(review)),
    );
  }

  @Get('by-rule')
  @Access('findings.read')
  @Operation({
    id: 'countFindings',
    sv: 'Vad varje regel finner i öppna ärenden till en dag: antal brister, den äldsta, och vad som väntar.',
    en: 'What each rule finds in open cases on a day: the number of gaps, the oldest, and what is pending',
    query: BY_RULE,
    headers: [READ_AFTER_HEADER],
    answer: { of: 'FindingsByRule' },
    problems: ['NOT_ALLOWED', 'INVALID_QUERY', 'ACCESS_NOT_LOGGED'],
  })
  async byRule(
    @Visiting() visit: Visit,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<Answer<'FindingsByRule'>> {
    const { on = this.access.today, ...asked } = parametersOf(query, BY_RULE);
    const grant = this.access.grantFor(visit);
    const place = withinReach(visit.user, grant.reach, asked);
    if (place === undefined) throw await this.access.beyondReach(visit);
    const { sample, ...narrowed } = place;
    const heldOn = this.access.today;
    const scope = Object.entries({ 'findings-by-rule': grant.reach, on, ...narrowed })
      .map(([name, value]) => `${name}=${value}`)
      .join(' ');
    const rules = await this.access.list(visit, grant, scope, () =>
      foundByRuleOn(this.db, { on, heldOn, ...narrowed, ...(sample && { sampled: sample }) }),
    );
    return { on, rules };
  }
}

const ONLY_WITH_REVIEW = invalid('knownAt', {
  wants: { sv: 'med bara tillsammans med en granskning', en: 'there only together with a review' },
});
