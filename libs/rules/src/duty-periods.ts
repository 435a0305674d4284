/**
 * The periods in which a duty applies. A closing of the case is no eraser. What is overdue when the case closes rests, overdue, until it is
 * met. What is pending is voided, and a reopening opens it again with the days that it had left.
 */
import {
  addDays,
  caseTurns,
  daysBetween,
  latest,
  type EventId,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEvent,
  type Recorded,
} from '@rt/domain';

/** One period in which a duty applies. */
export interface DutyPeriod {
  /** The event that opens the period. */
  readonly trigger: EventId;
  /** First day of the period. */
  readonly arisesOn: LocalDate;
  /** Last day on which the duty is met in time. */
  readonly dueOn: LocalDate;
  /** The day from which the duty no longer applies; left out: no such day is known. */
  readonly voidedOn?: LocalDate;
  /** In a period that a reopening opens: the days that were left when the case closed. */
  readonly daysLeft?: number;
}

/**
 * The periods of a duty, oldest first.
 * @param duty the first period, as if the case never closed; its `voidedOn` is the day from which the thing itself is over
 * @param inCaseOf an event of the case that the duty belongs to; without a case the duty goes on whatever closes
 */
export const dutyPeriodsOf = (
  file: PersonalFile,
  inCaseOf: CaseOf,
  duty: DutyPeriod,
): readonly DutyPeriod[] => {
  const overOn = duty.voidedOn && latest(duty.arisesOn, duty.voidedOn);
  const periods: DutyPeriod[] = [];
  let open: DutyPeriod = overOn === undefined ? duty : { ...duty, voidedOn: overOn };
  for (const { on, reopened } of closingsIn(file, inCaseOf)) {
    if (on < open.arisesOn) continue;
    if (open.dueOn < on || (overOn !== undefined && overOn <= on)) break;
    periods.push({ ...open, voidedOn: on });
    if (!reopened || (overOn !== undefined && overOn <= reopened.on)) return periods;
    const daysLeft = daysBetween(on, open.dueOn);
    open = {
      ...open,
      trigger: reopened.event,
      arisesOn: reopened.on,
      dueOn: addDays(reopened.on, daysLeft),
      daysLeft,
    };
  }
  return [...periods, open];
};

type CaseOf = Pick<Recorded<PersonalFileEvent>, 'caseId'>;

interface Closing {
  readonly on: LocalDate;
  readonly reopened?: { readonly event: EventId; readonly on: LocalDate };
}

/** The closings of the case of an event, each with the reopening that ended it. None if the file does not have the case. */
const closingsIn = (file: PersonalFile, { caseId }: CaseOf): readonly Closing[] => {
  const theCase = file.get('case', caseId);
  if (!theCase) return [];
  const closings: Closing[] = [];
  let closed: LocalDate | undefined;
  for (const { id, type, occurredOn } of caseTurns(theCase)) {
    const on = latest(theCase.created.occurredOn, occurredOn);
    if (type === 'CaseClosed') closed ??= on;
    else if (closed !== undefined) {
      closings.push({ on: closed, reopened: { event: id, on } });
      closed = undefined;
    }
  }
  return closed === undefined ? closings : [...closings, { on: closed }];
};
