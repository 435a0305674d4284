import { Body, Controller, Get, Headers, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { UnitId } from '@rt/domain';
import type { EventStore } from '@rt/event-store';
import { Handling, inputOf } from '@rt/handling';
import { absencesOfUnit, sharedFilesOn, type ReadDatabase } from '@rt/read-models';
import { actorFor } from '../access/authorise';
import { FileAccess } from '../access/file-access';
import { filesShownTo } from '../access/shown-files';
import { Access } from '../access/route-access';
import { Visiting, type Visit } from '../access/visit';
import { idempotencyKeyOf } from '../http/headers';
import { directoryId } from '../http/parameters';
import { PROBLEMS_OF_A_WRITE } from '../http/problem';
import type { Answer } from '../openapi/answers';
import { IDEMPOTENCY_KEY, READ_AFTER_HEADER } from '../openapi/headers';
import { Operation } from '../openapi/operation';
import { EVENT_STORE, READ_DATABASE } from '../ports';
import { handOverFiles, HANDOVER_FIELDS } from './hand-over';

const UNIT = { unitId: directoryId('Id of the unit') };

/** Records and lists what concerns the work of a unit: who is absent, and who stands in. */
@ApiTags('units')
@Controller('api/v1/units')
export class UnitWorkController {
  constructor(
    private readonly access: FileAccess,
    private readonly handling: Handling,
    @Inject(READ_DATABASE) private readonly db: ReadDatabase,
    @Inject(EVENT_STORE) private readonly store: EventStore,
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

  @Post(':unitId/handovers')
  @Access('unit.record')
  @Operation({
    id: 'handOverFiles',
    sv: 'Fördelar många akter på en gång till handläggare i nämnden, från en dag. Svaret säger för varje akt om det gick; samma begäran kan sändas igen.',
    en: 'Hands over many files at once to case workers of the board, from a day. The answer says of each file whether it was done; the same request may be sent again',
    path: UNIT,
    headers: [IDEMPOTENCY_KEY],
    body: 'Handover',
    answer: { status: 201, of: 'HandedOver' },
    problems: PROBLEMS_OF_A_WRITE,
  })
  async handOver(
    @Visiting() visit: Visit,
    @Param('unitId') unitId: string,
    @Headers() headers: Record<string, string>,
    @Body() body: unknown,
  ): Promise<Answer<'HandedOver'>> {
    const key = idempotencyKeyOf(headers);
    if (unitId !== visit.user.unitId) throw await this.access.beyondReach(visit);
    const asked = inputOf(HANDOVER_FIELDS, body);
    const files = await handOverFiles(this.handling, actorFor(visit.user), key, asked);
    return { files, position: (await this.store.lastPosition()) ?? '0' };
  }

  @Get(':unitId/duplicates')
  @Access('unit.status.read')
  @Operation({
    id: 'listDuplicates',
    sv: 'Enhetens akter som delar personnummer eller ärendenummer med en annan akt hos nämnden.',
    en: 'The files of the unit that share a personal number or a case number with another file of the board',
    path: UNIT,
    headers: [READ_AFTER_HEADER],
    answer: { of: 'Duplicates' },
    problems: ['NOT_ALLOWED', 'ACCESS_NOT_LOGGED'],
  })
  async duplicates(@Visiting() visit: Visit, @Param('unitId') unitId: string): Promise<Answer<'Duplicates'>> {
    const grant = this.access.grantFor(visit);
    if (unitId !== visit.user.unitId) throw await this.access.beyondReach(visit);
    const { today } = this.access;
    const duplicates = await this.access.list(visit, grant, `duplicates unit=${unitId} on=${today}`, () =>
      this.sharedIn(visit, unitId as UnitId),
    );
    return { unitId, on: today, duplicates };
  }

  /** The other file of a protected identity is not named to a manager who has no relation to it. */
  private async sharedIn({ user }: Visit, unitId: UnitId): Promise<Answer<'Duplicates'>['duplicates']> {
    const { store, db } = this;
    const { today } = this.access;
    const shared = await sharedFilesOn(db, unitId, today);
    const others = [...new Set(shared.map(({ otherFileId }) => otherFileId))];
    const shown = new Set(await filesShownTo({ store, db }, user, today, others));
    return shared.map(({ otherFileId, ...row }) => ({
      ...row,
      otherFileId: shown.has(otherFileId) ? otherFileId : null,
    }));
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
