import { latest, type LocalDate, type PersonalFileEvent, type Recorded, type Thing } from '@rt/domain';
import { isOverOn, runOf, turnsOfRuns } from './carried-out';
import type { OrderPeriod } from './order-over';
import { executionsOfDecision } from './thread';

/**
 * The periods in which what a version of a decision grants is not over: from the version until it has ended, and from each day on which it is
 * carried out anew after that. The rules and the list of what expires ask this one function.
 */
export const decisionPeriods = (
  decision: Thing<'decision'>,
  version: Recorded<PersonalFileEvent>,
): readonly OrderPeriod[] => {
  const grantedOn: LocalDate = latest(decision.created.occurredOn, version.occurredOn);
  const runs = executionsOfDecision(decision).map(({ thing, from }) => runOf(thing, from));
  const periods: OrderPeriod[] = [];
  let open: OrderPeriod | undefined = { event: version, from: grantedOn, to: undefined };
  for (const day of [...new Set(turnsOfRuns(runs))].filter((turn) => turn >= grantedOn).sort()) {
    const isOver = isOverOn(runs, day, grantedOn);
    if (open && isOver) {
      periods.push({ ...open, to: day });
      open = undefined;
    } else if (!open && !isOver) {
      const begun = runs.find(({ from }) => from === day);
      if (begun) open = { event: begun.started, from: day, to: undefined };
    }
  }
  return open ? [...periods, open] : periods;
};
