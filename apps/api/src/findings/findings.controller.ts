import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ruleIdNow, type UnitId, type UserId } from '@rt/domain';
import { findingsOn, type FindingsQuestion, type ReadDatabase } from '@rt/read-models';
import { RULES, SHOWN_STATUSES } from '@rt/rules';
import { FileAccess } from '../access/file-access';
import { withinReach } from '../access/reach';
import { Access } from '../access/route-access';
import { scopeOf } from '../access/scope';
import { ShownNames } from '../access/shown-names';
import { Visiting, type Visit } from '../access/visit';
import { decodeCursor, encodeCursor } from '../http/cursor';
import {
  cursor,
  day,
  directoryId,
  parametersOf,
  whole,
  word,
  words,
  type Parameter,
} from '../http/parameters';
import { Problem } from '../http/problem';
import { READ_AFTER_HEADER } from '../openapi/headers';
import { Operation } from '../openapi/operation';
import { READ_DATABASE } from '../ports';

/** A day and two ids. */
const PLACE = /^\d{4}-\d\d-\d\d [\w:-]{1,120} [\w-]{1,60}$/;

/** The ids of some rules. The ids they had before are understood too. */
const rules = (description: string): Parameter<readonly string[]> => {
  const asked = words(
    description,
    RULES.map(({ id }) => id),
  );
  return { ...asked, read: (given) => asked.read(given.split(',').map(ruleIdNow).join(',')) };
};

const FINDINGS = {
  on: day('The day the statuses are asked for; left out: today'),
  unit: directoryId('Findings in the files of this unit'),
  worker: directoryId('Findings in the files of this case worker, files stood in for included'),
  rule: rules('Findings of these rules'),
  status: words('Findings with these statuses on the day', SHOWN_STATUSES),
  order: word('By the day they are due; left out: oldestFirst', ['oldestFirst', 'newestFirst']),
  limit: whole('Findings at most; left out: 100', 1, 500),
  cursor: cursor('`next` of the answer before, to the same question'),
};

/** What the rules find, within what the visitor reaches: own files, the unit's, the sample's. */
@ApiTags('findings')
@Controller('api/v1/findings')
export class FindingsController {
  constructor(
    private readonly access: FileAccess,
    private readonly names: ShownNames,
    @Inject(READ_DATABASE) private readonly db: ReadDatabase,
  ) {}

  @Get()
  @Access('findings.read')
  @Operation({
    id: 'listFindings',
    sv: 'Vad reglerna finner, efter förfallodag: en dags lägen, så som de är kända nu.',
    en: 'What the rules find, by due day: the statuses of a day, by what is known now',
    query: FINDINGS,
    headers: [READ_AFTER_HEADER],
    answer: { of: 'Findings' },
    problems: ['NOT_ALLOWED', 'INVALID_QUERY', 'ACCESS_NOT_LOGGED'],
  })
  async list(@Visiting() visit: Visit, @Query() query: Readonly<Record<string, unknown>>) {
    const { today } = this.access;
    const { on = today, limit = 100, cursor: after, ...asked } = parametersOf(query, FINDINGS);
    const grant = this.access.grantFor(visit);
    const narrowed = withinReach(visit.user, grant.reach, {
      unit: asked.unit as UnitId | undefined,
      worker: asked.worker as UserId | undefined,
    });
    if (narrowed === undefined) throw new Problem('NOT_ALLOWED', [{ field: '', code: 'BEYOND_REACH' }]);
    const { sample, ...place } = narrowed;
    const question: FindingsQuestion = {
      on,
      heldOn: today,
      ...place,
      ...(sample && { sampled: sample }),
      ...(asked.rule && { rule: asked.rule }),
      ...(asked.status && { status: asked.status }),
      ...(asked.order && { order: asked.order }),
      limit,
      ...(after !== undefined && { cursor: decodeCursor(after, PLACE) }),
    };
    const { unit, worker, rule, status } = question;
    const scope = scopeOf({ findings: grant.reach, on, unit, worker, rule, status });
    const { findings, persons, next } = await this.access.list(visit, grant, scope, async () => {
      const found = await findingsOn(this.db, question);
      return { ...found, persons: await this.names.of(visit.user, found.findings) };
    });
    return { on, findings, persons, next: next === undefined ? null : encodeCursor(next) };
  }
}
