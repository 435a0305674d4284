/** Whether something is carried out on a day. What has ended and is begun anew is carried out again. */
import { latest, type LocalDate, type PersonalFileEvent, type Recorded, type Thing } from '@rt/domain';

/** One execution, from its beginning to its end. */
export interface ExecutionRun {
  readonly started: Recorded<PersonalFileEvent>;
  readonly from: LocalDate;
  readonly endedOn: LocalDate | undefined;
}

export const runOf = (execution: Thing<'execution'>, notBefore: LocalDate): ExecutionRun => {
  const from = latest(notBefore, execution.created.occurredOn);
  const ended = execution.since('ExecutionEnded')[0];
  return { started: execution.created, from, endedOn: ended && latest(from, ended.occurredOn) };
};

/**
 * Whether what was carried out has ended on a day, and nothing is carried out in its place.
 * @param grantedOn the day from which it was granted anew: an earlier end does not end what was granted then
 */
export const isOverOn = (runs: readonly ExecutionRun[], day: LocalDate, grantedOn?: LocalDate): boolean => {
  const begun = runs.filter(
    ({ from, endedOn }) =>
      from <= day && !(grantedOn !== undefined && endedOn !== undefined && endedOn < grantedOn),
  );
  return begun.length > 0 && begun.every(({ endedOn }) => endedOn !== undefined && endedOn <= day);
};

/** The days on which something begins or ends. */
export const turnsOfRuns = (runs: readonly ExecutionRun[]): readonly LocalDate[] =>
  runs.flatMap(({ from, endedOn }) => (endedOn === undefined ? [from] : [from, endedOn]));
