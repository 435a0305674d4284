import {
  cancelledOn,
  householdOn,
  type HouseholdRecorded,
  type LocalDate,
  type PersonalFile,
  type Thing,
} from '@rt/domain';
import { statusOn, type Finding, type Status } from '@rt/rules';
import type { DecisionFacts } from './population';

/** A drawn decision, with its file as it was on the measuring day and the findings in that file. */
export interface SampledCase extends DecisionFacts {
  readonly measuringDay: LocalDate;
  readonly file: PersonalFile;
  readonly decision: Thing<'decision'>;
  readonly findings: readonly Finding[];
  /** Rules that were paused in the file on the day of the decision or on the measuring day, so that their findings cannot be used. */
  readonly pausedRules: ReadonlySet<string>;
}

/**
 * The last finding of a rule about a thing that had arisen by a day; undefined if it was met. A finding that no longer applies, because the case was
 * closed or the order ended, still counts: it says what the document lacked.
 */
export const gapIn = (
  { findings }: SampledCase,
  rule: string,
  subject: string,
  day: LocalDate,
): Finding | undefined => {
  let last: Finding | undefined;
  for (const finding of findings)
    if (finding.rule === rule && finding.subject === subject && finding.arisesOn <= day)
      if (!last || last.arisesOn <= finding.arisesOn) last = finding;
  return last && MET.includes(statusOn(last, day)) ? undefined : last;
};

const MET: readonly Status[] = ['fulfilled', 'fulfilledLate'];

/** True if the rule has a finding about one of the things that is overdue on the day. */
export const isOverdue = (
  { findings }: SampledCase,
  rule: string,
  subjects: readonly string[],
  day: LocalDate,
): boolean =>
  findings.some(
    (finding) =>
      finding.rule === rule && subjects.includes(finding.subject) && statusOn(finding, day) === 'overdue',
  );

/** The orders that were sent on the decision and not cancelled by the measuring day, in the order of sending. */
export const ordersOn = ({ decision, measuringDay }: SampledCase): readonly Thing<'order'>[] =>
  decision.linked('order').filter((order) => {
    const cancelled = cancelledOn(order);
    return cancelled === undefined || cancelled > measuringDay;
  });

export const householdOf = ({ file, measuringDay }: SampledCase): HouseholdRecorded['data'] | undefined =>
  householdOn(file, measuringDay);
