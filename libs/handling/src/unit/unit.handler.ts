import type { KeyObject } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { dayOf, unitStreamOf, type Instant, type Recorded, type UnitEvent, type UnitId } from '@rt/domain';
import type { Clock } from '@rt/event-store';
import { UnitRepository } from '@rt/files';
import { refuseStranger } from '../board-members';
import { checkedHead } from '../command-input';
import { RecordInUnit, recordAnswer, type RecordAnswer } from '../commands';
import { labelAt } from '../dto-fields';
import { authorOf, commandIdOf, requestHashOf } from '../ids';
import { plainJson } from '../plain-json';
import { AUTHORISE, CLOCK, REQUEST_KEY, USER_DIRECTORY, type Authorise, type UserDirectory } from '../ports';
import { inPlace, refusedFor } from '../refused';
import { refusedAppend } from '../refused-append';
import { bodyLabels, checkedEvents, stepPath } from '../step-input';
import { isUnitEvent, UnitEventDto, unitEventOf } from './unit.dto';

/** Records what concerns the work of a unit, such as an absence. The manager of the unit records it. */
@CommandHandler(RecordInUnit)
export class RecordInUnitHandler implements ICommandHandler<RecordInUnit> {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(AUTHORISE) private readonly authorise: Authorise,
    @Inject(REQUEST_KEY) private readonly requestKey: KeyObject,
    @Inject(USER_DIRECTORY) private readonly directory: UserDirectory,
    private readonly units: UnitRepository,
  ) {}

  /** @throws Refused: NOT_ALLOWED, NOT_OF_THE_UNIT, NOT_OF_THE_BOARD, NOT_A_CASE_WORKER, STANDS_IN_FOR_SELF, UNKNOWN_ABSENCE, END_BEFORE_START, and those of the store */
  async execute({ actor, unitId, idempotencyKey, input }: RecordInUnit): Promise<RecordAnswer> {
    checkedHead({ idempotencyKey });
    const body = plainJson(
      input,
      bodyLabels(input, UnitEventDto, (type) => (isUnitEvent(type) ? unitEventOf(type).dto : undefined)),
    );
    const events = checkedEvents(UnitEventDto, (type) => unitEventOf(type).dto, body) as readonly UnitEvent[];
    if (unitId !== actor.unitId || !(await this.authorise.allows({ actor, permission: 'unit.record' })))
      throw refusedFor('NOT_ALLOWED', 'type');
    const occurredOn = dayOf(this.clock.now() as Instant);
    const appending = this.units.append(unitId, {
      commandId: commandIdOf(actor.userId, unitStreamOf(unitId), idempotencyKey),
      requestHash: requestHashOf(body, this.requestKey),
      author: authorOf(actor),
      decide: async ({ recorded }) => {
        for (const [index, event] of events.entries())
          await inPlace(stepPath(index, events.length), async () => {
            refuseEndBeforeStart(event);
            refuseUnknownAbsence(event, recorded);
            await this.refuseStrangers(event, unitId, actor.boardId);
          });
        return events.map((event) => ({ ...event, schemaVersion: 1, occurredOn }));
      },
    });
    return recordAnswer(
      await appending.catch((error: unknown) => {
        throw refusedAppend(error);
      }),
    );
  }

  /** The absent worker works in the unit; the stand-in is another case worker of the board. */
  private async refuseStrangers(event: UnitEvent, unitId: UnitId, boardId: string): Promise<void> {
    const { type } = event;
    if (type === 'AbsenceWithdrawn') return;
    const label = (name: string) => labelAt(unitEventOf(type).dto, name);
    const refuse = (name: string, userId: string, place: { readonly unitId?: UnitId }) =>
      refuseStranger(this.directory, userId, { boardId, role: 'caseWorker', ...place }, () => [
        `data.${name}`,
        label(name),
      ]);
    const { substituteId } = event.data;
    await refuse('substituteId', substituteId, {});
    if (type !== 'WorkerAbsent') return;
    const { userId } = event.data;
    await refuse('userId', userId, { unitId });
    if (userId === substituteId)
      throw refusedFor('STANDS_IN_FOR_SELF', 'data.substituteId', {}, label('substituteId'));
  }
}

const refuseEndBeforeStart = ({ type, data }: UnitEvent): void => {
  if (type !== 'AbsenceWithdrawn' && data.to !== undefined && data.to < data.from)
    throw refusedFor('END_BEFORE_START', 'data.to', {}, labelAt(unitEventOf(type).dto, 'to'));
};

/** An absence of another unit is as unknown as one that never was. */
const refuseUnknownAbsence = (event: UnitEvent, recorded: readonly Recorded<UnitEvent>[]): void => {
  const { type, data } = event;
  if (type === 'WorkerAbsent') return;
  const label = (name: string) => labelAt(unitEventOf(type).dto, name);
  const absent = recorded.find(({ id }) => id === data.absenceId);
  if (absent?.type !== 'WorkerAbsent')
    throw refusedFor('UNKNOWN_ABSENCE', 'data.absenceId', {}, label('absenceId'));
  if (type === 'AbsenceChanged' && absent.data.userId === data.substituteId)
    throw refusedFor('STANDS_IN_FOR_SELF', 'data.substituteId', {}, label('substituteId'));
};
