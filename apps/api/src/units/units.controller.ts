import { Controller, Get, Inject, Param, Query, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { UnitId } from '@rt/domain';
import { unitStatusOn, type ReadDatabase } from '@rt/read-models';
import { Door } from '../access/door';
import { Access } from '../access/route-access';
import { Visiting, type Visit } from '../access/visit';
import { day, directoryId, parametersOf } from '../http/parameters';
import { Problem } from '../http/problem';
import { ReadAfter } from '../http/read-after.interceptor';
import { READ_AFTER_HEADER } from '../openapi/headers';
import { Operation } from '../openapi/operation';
import { READ_DATABASE } from '../ports';

const UNIT = { unitId: directoryId('Id of the unit') };
const STATUS = { on: day('The day; left out: today') };

/** How a unit stands: counts by rule, handling step and case worker. */
@ApiTags('units')
@Controller('api/v1/units')
@UseInterceptors(ReadAfter)
export class UnitsController {
  constructor(
    private readonly door: Door,
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
  ) {
    const { on = this.door.today } = parametersOf(query, STATUS);
    const guest = this.door.guestOf(visit);
    if (unitId !== visit.user.unitId) throw new Problem('NOT_ALLOWED', [{ field: '', code: 'BEYOND_REACH' }]);
    const rows = await this.door.list(visit, guest, `status unit=${unitId} on=${on}`, () =>
      unitStatusOn(this.db, { unit: unitId as UnitId, on }),
    );
    return { unitId, on, rows };
  }
}
