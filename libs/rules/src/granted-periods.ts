import {
  addDays,
  decisionContentOn,
  decisionVersions,
  END_OF_TIME,
  isApproval,
  latest,
  type DecisionContent,
  type LocalDate,
  type PersonalFileEvent,
  type Recorded,
  type Thing,
} from '@rt/domain';

/** A period in which a decision, as it read then, granted something. */
export interface GrantedPeriod {
  /** The decision or the change that granted it. */
  readonly event: Recorded<PersonalFileEvent>;
  readonly from: LocalDate;
  /** The first day after the period; left out: no such day is known. */
  readonly to?: LocalDate;
}

/**
 * The periods in which a decision granted something, oldest first: each until the decision is changed to something else, or until the day
 * after its last day. A change that grants the same goes on with the same period.
 */
export const grantedPeriods = (
  decision: Thing<'decision'>,
  counts: (content: DecisionContent) => boolean = ({ outcome }) => isApproval(outcome),
): readonly GrantedPeriod[] => {
  const periods: GrantedPeriod[] = [];
  let open: GrantedPeriod | undefined;
  const close = (to: LocalDate): void => {
    if (open) periods.push({ ...open, to });
    open = undefined;
  };
  const versions = decisionVersions(decision).map((event) => ({
    event,
    day: latest(decision.created.occurredOn, event.occurredOn),
  }));
  for (const [index, { event, day }] of versions.entries()) {
    const content = decisionContentOn(decision, day);
    const over = content.to === undefined || content.to >= END_OF_TIME ? undefined : addDays(content.to, 1);
    if (!counts(content) || (over !== undefined && over <= day)) {
      close(day);
      continue;
    }
    open ??= { event, from: day };
    const next = versions[index + 1];
    if (over !== undefined && (next === undefined || over <= next.day)) close(over);
  }
  return open ? [...periods, open] : periods;
};
