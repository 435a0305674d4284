import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { STEPS, type Step, type UnitId, type UserId } from '@rt/domain';
import { CASE_SORTS, CASE_STATES, casesOn, type CasesQuestion, type ReadDatabase } from '@rt/read-models';
import { FileAccess } from '../access/file-access';
import { withinReach } from '../access/reach';
import { Access } from '../access/route-access';
import { scopeOf } from '../access/scope';
import { ShownNames } from '../access/shown-names';
import { Visiting, type Visit } from '../access/visit';
import { decodeCursor, encodeCursor } from '../http/cursor';
import { code, cursor, day, directoryId, parametersOf, whole, word, words } from '../http/parameters';
import { Problem } from '../http/problem';
import { READ_AFTER_HEADER } from '../openapi/headers';
import { Operation } from '../openapi/operation';
import { READ_DATABASE } from '../ports';

/** A day and two ids. */
const PLACE = /^\d{4}-\d\d-\d\d [\w-]{1,60} [\w-]{1,60}$/;

const CASES = {
  on: day('The day the open findings are counted on; left out: today'),
  unit: directoryId('Cases of this unit'),
  worker: directoryId('Cases of this case worker, files stood in for included'),
  state: words('Cases that have come so far', CASE_STATES),
  nextStep: words('Cases that expect these handling steps next', Object.keys(STEPS) as readonly Step[]),
  measure: code('Cases about this measure'),
  sort: word('The day they are sorted by; left out: stateOn', CASE_SORTS),
  order: word('By that day; left out: oldestFirst', ['oldestFirst', 'newestFirst']),
  limit: whole('Cases at most; left out: 100', 1, 500),
  cursor: cursor('`next` of the answer before, to the same question'),
};

/** The cases, and how far each has come: own ones, the unit's, the sample's. */
@ApiTags('cases')
@Controller('api/v1/cases')
export class CasesController {
  constructor(
    private readonly access: FileAccess,
    private readonly names: ShownNames,
    @Inject(READ_DATABASE) private readonly db: ReadDatabase,
  ) {}

  @Get()
  @Access('cases.read')
  @Operation({
    id: 'listCases',
    sv: 'Ärendena: hur långt de har kommit, när varje steg togs, vilket steg som väntas och hur mycket som är öppet.',
    en: 'The cases: how far they have come, when each step was taken, which step is expected, and how much stands open',
    query: CASES,
    headers: [READ_AFTER_HEADER],
    answer: { of: 'Cases' },
    problems: ['NOT_ALLOWED', 'INVALID_QUERY', 'ACCESS_NOT_LOGGED'],
  })
  async list(@Visiting() visit: Visit, @Query() query: Readonly<Record<string, unknown>>) {
    const { today } = this.access;
    const { on = today, limit = 100, cursor: after, unit, worker, ...asked } = parametersOf(query, CASES);
    const grant = this.access.grantFor(visit);
    const narrowed = withinReach(visit.user, grant.reach, {
      unit: unit as UnitId | undefined,
      worker: worker as UserId | undefined,
    });
    if (narrowed === undefined) throw new Problem('NOT_ALLOWED', [{ field: '', code: 'BEYOND_REACH' }]);
    const { sample, ...place } = narrowed;
    const question: CasesQuestion = {
      on,
      heldOn: today,
      ...place,
      ...(sample && { sampled: sample }),
      ...asked,
      limit,
      ...(after !== undefined && { cursor: decodeCursor(after, PLACE) }),
    };
    const { state, nextStep, measure } = asked;
    const scope = scopeOf({ cases: grant.reach, on, ...place, state, nextStep, measure });
    const { count, cases, persons, next } = await this.access.list(visit, grant, scope, async () => {
      const found = await casesOn(this.db, question);
      return { ...found, persons: await this.names.of(visit.user, found.cases) };
    });
    return { on, count, cases, persons, next: next === undefined ? null : encodeCursor(next) };
  }
}
