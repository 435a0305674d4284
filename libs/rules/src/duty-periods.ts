/**
 * The periods in which a duty applies. It applies from its trigger until its case closes or the thing it is about is over. When the
 * case is reopened it applies again, and its time counts from the day of the reopening.
 */
import {
  caseTurns,
  earliest,
  latest,
  type EventId,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEvent,
  type Recorded,
  type Thing,
} from '@rt/domain';

/** One period in which a duty applies. */
export interface DutyPeriod {
  /** The event that opens the period. */
  readonly trigger: EventId;
  /** First day of the period. */
  readonly arisesOn: LocalDate;
  /** The day from which the duty no longer applies; left out: no such day is known. */
  readonly voidedOn?: LocalDate;
}

/**
 * The periods of a duty that `trigger` starts on `arisesOn`, oldest first.
 * @param overOn the day from which the thing itself is over: cancelled, ended or replaced
 */
export const dutyPeriodsOf = (
  file: PersonalFile,
  trigger: Recorded<PersonalFileEvent>,
  arisesOn: LocalDate,
  overOn?: LocalDate,
): readonly DutyPeriod[] => {
  const theCase = file.get('case', trigger.caseId);
  const periods = theCase ? whileOpen(theCase, trigger.id, arisesOn) : [{ trigger: trigger.id, arisesOn }];
  if (overOn === undefined) return periods;
  return periods
    .filter((period, index) => index === 0 || period.arisesOn < overOn)
    .map((period) => ({
      ...period,
      voidedOn: latest(period.arisesOn, earliest(overOn, period.voidedOn ?? overOn)),
    }));
};

const whileOpen = (theCase: Thing<'case'>, trigger: EventId, arisesOn: LocalDate): readonly DutyPeriod[] => {
  const periods: DutyPeriod[] = [];
  let open: DutyPeriod | undefined = { trigger, arisesOn };
  for (const turn of caseTurns(theCase)) {
    const day = latest(theCase.created.occurredOn, turn.occurredOn);
    if (turn.type === 'CaseReopened') open ??= { trigger: turn.id, arisesOn: day };
    else if (open && day >= open.arisesOn) {
      periods.push({ ...open, voidedOn: day });
      open = undefined;
    }
  }
  return open ? [...periods, open] : periods;
};
