/** The states of a case's thread through time, for lists that are asked for any day. */
import {
  addDays,
  caseTurns,
  decisionVersions,
  diedOn,
  END_OF_TIME,
  type LocalDate,
  type PersonalFileEvent,
  type Recorded,
} from '@rt/domain';
import { breaksThread, nodesOn, type ThreadOf } from './case-thread';
import type { Finding } from './rule';
import { openUntil } from './status';
import { threadCode, type ThreadCode } from './thread-states';

/** From this day the thread has these states. */
export interface ThreadChange {
  readonly from: LocalDate;
  readonly states: ThreadCode;
}

/** The days on which the states of a thread change, oldest first, according to all that is recorded. */
export const threadChanges = (of: ThreadOf): readonly ThreadChange[] => {
  const changes: ThreadChange[] = [];
  for (const from of daysOf(of)) {
    const states = threadCode(nodesOn(of, from).map(({ state }) => state));
    if (changes.at(-1)?.states !== states) changes.push({ from, states });
  }
  return changes;
};

/** Every day on which a state may change: those of the entries that take a step or undo one, and those of the findings. */
const daysOf = ({ file, theCase, things, told, findings }: ThreadOf): readonly LocalDate[] => {
  const days = new Set<LocalDate>([theCase.created.occurredOn]);
  const take = (events: readonly Recorded<PersonalFileEvent>[]): void => {
    for (const { occurredOn } of events) days.add(occurredOn);
  };
  const { applications, orders, investigations, decisions, plans, executions, followUps } = things;
  take(caseTurns(theCase));
  take(told.map(({ created }) => created));
  for (const one of applications) take([one.created, ...one.since('ApplicationWithdrawn')]);
  for (const one of orders) take([one.created, ...one.since('OrderCancelled')]);
  for (const one of investigations) take([one.created, ...one.since('InvestigationCompleted')]);
  for (const one of decisions) take(decisionVersions(one));
  for (const one of plans) take([one.created, ...one.since('PlanReturned')]);
  for (const one of executions) take([one.created, ...one.since('ExecutionEnded')]);
  for (const one of followUps) take([one.created]);
  const died = diedOn(file);
  if (died !== undefined) days.add(died);
  for (const finding of Object.values(findings).flat())
    for (const day of daysOfFinding(finding)) days.add(day);
  days.delete(END_OF_TIME);
  return [...days].sort();
};

/** The days on which a finding begins or ends to be a gap, or to be awaited. What was done in time and breaks nothing has none. */
const daysOfFinding = (finding: Finding): readonly LocalDate[] => {
  const until = openUntil(finding);
  const gapFrom = finding.kind === 'violation' ? finding.arisesOn : addDays(finding.dueOn, 1);
  return [
    ...(breaksThread(finding) ? [finding.arisesOn, until] : []),
    ...(gapFrom < until ? [gapFrom, until] : []),
  ];
};
