import { Body, Controller, Get, Headers, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { UnitId } from '@rt/domain';
import { Handling } from '@rt/handling';
import { absencesOfUnit, type ReadDatabase } from '@rt/read-models';
import { actorFor } from '../access/authorise';
import { FileAccess } from '../access/file-access';
import { Access } from '../access/route-access';
import { Visiting, type Visit } from '../access/visit';
import { idempotencyKeyOf } from '../http/headers';
import { directoryId } from '../http/parameters';
import { PROBLEMS_OF_A_WRITE } from '../http/problem';
import type { Answer } from '../openapi/answers';
import { IDEMPOTENCY_KEY, READ_AFTER_HEADER } from '../openapi/headers';
import { Operation } from '../openapi/operation';
import { READ_DATABASE } from '../ports';

const UNIT = { unitId: directoryId('Id of the unit') };

/** Records and lists what concerns the work of a unit: who is absent, and who stands in. */
@ApiTags('units')
@Controller('api/v1/units')
export class UnitWorkController {
  constructor(
    private readonly access: FileAccess,
    private readonly handling: Handling,
    @Inject(READ_DATABASE) private readonly db: ReadDatabase,
  ) {}

  @Post(':unitId/events')
  @Access('unit.record')
  @Operation({
    id: 'recordUnitEvents',
    sv: 'Antecknar frånvaro i enheten, ändrar eller återkallar den. Ersättaren har akterna under de dagarna.',
    en: 'Records absences in the unit, changes or withdraws them. The stand-in has the files on those days',
    path: UNIT,
    headers: [IDEMPOTENCY_KEY],
    body: 'UnitEvents',
    answer: { status: 201, of: 'Recorded' },
    problems: PROBLEMS_OF_A_WRITE,
  })
  async record(
    @Visiting() visit: Visit,
    @Param('unitId') unitId: string,
    @Headers() headers: Record<string, string>,
    @Body() body: unknown,
  ): Promise<Answer<'Recorded'>> {
    const key = idempotencyKeyOf(headers);
    if (unitId !== visit.user.unitId) throw await this.access.beyondReach(visit);
    return this.handling.recordInUnit(actorFor(visit.user), unitId, key, body);
  }

  @Get(':unitId/absences')
  @Access('unit.status.read')
  @Operation({
    id: 'listAbsences',
    sv: 'Enhetens frånvaro, pågående och kommande, med ersättare.',
    en: 'The absences of the unit, present and coming, with their stand-ins',
    path: UNIT,
    headers: [READ_AFTER_HEADER],
    answer: { of: 'Absences' },
    problems: ['NOT_ALLOWED', 'ACCESS_NOT_LOGGED'],
  })
  async absences(@Visiting() visit: Visit, @Param('unitId') unitId: string): Promise<Answer<'Absences'>> {
    const grant = this.access.grantFor(visit);
    if (unitId !== visit.user.unitId) throw await this.access.beyondReach(visit);
    const { today } = this.access;
    const absences = await this.access.list(visit, grant, `absences unit=${unitId} on=${today}`, () =>
      absencesOfUnit(this.db, unitId as UnitId, today),
    );
    return { unitId, on: today, absences };
  }
}
