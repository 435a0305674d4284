import { addDays, startOfDay, type Instant, type LocalDate, type UnitId } from '@rt/domain';
import { actorOf, FARSTA } from './city';
import type { DemoActor } from './script';
import { workdayBefore } from './course/workday';

/** What the manager of a unit records about the absence of a case worker. */
export interface ScriptedAbsence {
  readonly key: string;
  readonly recordedAt: Instant;
  readonly actor: DemoActor;
  readonly unitId: UnitId;
  readonly input: object;
}

/** Who is away on the day of the demo: a case worker of the first unit, with a stand-in, from some days before. */
export const demoAbsences = (day: LocalDate): readonly ScriptedAbsence[] => {
  const [, userId, substituteId] = FARSTA.workers;
  const recordedOn = workdayBefore(addDays(day, -6));
  return [
    {
      key: `absence/${day}`,
      recordedAt: new Date(Date.parse(startOfDay(recordedOn)) + 9 * 3_600_000).toISOString() as Instant,
      actor: actorOf(FARSTA, FARSTA.unitManager),
      unitId: FARSTA.unitId,
      input: {
        type: 'WorkerAbsent',
        data: { userId, substituteId, from: addDays(day, -4), to: addDays(day, 9) },
      },
    },
  ];
};
