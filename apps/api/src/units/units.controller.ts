import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { UnitId } from '@rt/domain';
import {
  POINTS_MAX,
  trendDays,
  unitStatusOn,
  unitTrendOn,
  workerLoadOn,
  type ReadDatabase,
} from '@rt/read-models';
import { FileAccess } from '../access/file-access';
import { Access } from '../access/route-access';
import { Visiting, type Visit } from '../access/visit';
import { day, directoryId, FROM_AFTER_TO, parametersOf } from '../http/parameters';
import { Problem } from '../http/problem';
import type { Answer } from '../openapi/answers';
import { READ_AFTER_HEADER } from '../openapi/headers';
import { Operation } from '../openapi/operation';
import { READ_DATABASE } from '../ports';

const UNIT = { unitId: directoryId('Id of the unit') };
const TREND = {
  from: day(
    'The first month end is the one of this day’s month; left out: twelve months before the last day',
  ),
  to: day(`The last day; left out: today. At most ${POINTS_MAX} points in all`),
};
const STATUS = { on: day('The day; left out: today') };

/** Answers with the counts of a unit by rule, handling step and case worker. */
@ApiTags('units')
@Controller('api/v1/units')
export class UnitsController {
  constructor(
    private readonly access: FileAccess,
    @Inject(READ_DATABASE) private readonly db: ReadDatabase,
  ) {}

  @Get(':unitId/status')
  @Access('unit.status.read')
  @Operation({
    id: 'getUnitStatus',
    sv: 'Hur enheten ligger till en dag: antal per regel, handläggningssteg och handläggare.',
    en: 'How the unit stands on a day: counts by rule, handling step and case worker',
    path: UNIT,
    query: STATUS,
    headers: [READ_AFTER_HEADER],
    answer: { of: 'UnitStatus' },
    problems: ['NOT_ALLOWED', 'INVALID_QUERY', 'ACCESS_NOT_LOGGED'],
  })
  async status(
    @Visiting() visit: Visit,
    @Param('unitId') unitId: string,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<Answer<'UnitStatus'>> {
    const { on = this.access.today } = parametersOf(query, STATUS);
    const grant = this.access.grantFor(visit);
    if (unitId !== visit.user.unitId) throw await this.access.beyondReach(visit);
    const asked = { unit: unitId as UnitId, heldOn: this.access.today, on };
    return this.access.list(visit, grant, `status unit=${unitId} on=${on}`, async () => {
      const rows = await unitStatusOn(this.db, asked);
      return { unitId, on, rows, workers: await workerLoadOn(this.db, asked) };
    });
  }

  @Get(':unitId/trend')
  @Access('unit.status.read')
  @Operation({
    id: 'getUnitTrend',
    sv: 'Vad som stod öppet i enheten vid varje månads slut och sista dagen: antal per regel, handläggningssteg och handläggare.',
    en: 'What stood open in the unit at the end of each month and on the last day: counts by rule, handling step and case worker',
    path: UNIT,
    query: TREND,
    headers: [READ_AFTER_HEADER],
    answer: { of: 'UnitTrend' },
    problems: ['NOT_ALLOWED', 'INVALID_QUERY', 'ACCESS_NOT_LOGGED'],
  })
  async trend(
    @Visiting() visit: Visit,
    @Param('unitId') unitId: string,
    @Query() query: Readonly<Record<string, unknown>>,
  ): Promise<Answer<'UnitTrend'>> {
    const { from, to = this.access.today } = parametersOf(query, TREND);
    const grant = this.access.grantFor(visit);
    if (unitId !== visit.user.unitId) throw await this.access.beyondReach(visit);
    const days = trendDays(to, from);
    if (days.length > POINTS_MAX || (from !== undefined && from > to))
      throw new Problem('INVALID_QUERY', [FROM_AFTER_TO]);
    const points = await this.access.list(visit, grant, `trend unit=${unitId} from=${days[0]} to=${to}`, () =>
      unitTrendOn(this.db, { unit: unitId as UnitId, heldOn: this.access.today, days }),
    );
    return { unitId, points };
  }
}
