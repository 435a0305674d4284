/** Rules about a duty with a last day: a plan is to arrive, an order to be sent, a measure to be followed up. */
import {
  latest,
  type EventId,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEvent,
  type Recorded,
  type Text,
} from '@rt/domain';
import { days } from './amounts';
import { dutyPeriodsOf, type DutyPeriod } from './duty-periods';
import type { Described, Found, Inputs, Parameters, Rule, RuleContext } from './rule';
import { untilDeath } from './until-death';
import { inputsOf, ruleFrom, type DescribedWith, type WrittenRule } from './written-rule';

/** One duty that a rule reads from a file. */
export interface Duty<F extends Inputs> {
  readonly subject: string;
  /** The event that brought the duty about. The duty belongs to its case. */
  readonly trigger: Recorded<PersonalFileEvent>;
  /** An event of the case that the duty belongs to. Left out: the trigger. */
  readonly inCaseOf?: Recorded<PersonalFileEvent>;
  /** Left out: the day of the trigger. */
  readonly arisesOn?: LocalDate;
  /** The day from which the duty no longer applies, whatever happens to the case. */
  readonly overOn?: LocalDate | undefined;
  /** True: the duty goes on when its case closes. */
  readonly outlastsCase?: true;
  /** True: the duty goes on when the person dies. */
  readonly outlastsDeath?: true;
  /** The event that meets the duty. */
  readonly metBy?: { readonly id: EventId; readonly occurredOn: LocalDate } | undefined;
  readonly facts: F;
}

/** What a finding says of a duty, in phrases that the texts of all its statuses are made of. */
interface DeadlinePhrases {
  /** A sentence on what brought the duty about, and the last day that it names. */
  readonly background: Text;
  readonly backgroundOn: LocalDate;
  /** How much time there is. */
  readonly within: Text;
  /** `Planen ska ha kommit in`, `Planen skulle ha kommit in`, `Planen kom in`. */
  readonly owed: Text;
  readonly missed: Text;
  readonly met: Text;
  /** Follows the words "from that day on": `behövs ingen plan`. */
  readonly over: Text;
}

interface WrittenDeadline<P extends Parameters, F extends Inputs> extends WrittenRule<P> {
  duties(file: PersonalFile, context: RuleContext<P>): readonly Duty<F>[];
  /** The last day in time, counted from the first day of the period. */
  dueOn(arisesOn: LocalDate, parameters: P, facts: F): LocalDate;
  phrases(found: DescribedWith<F, P>): DeadlinePhrases;
}

export const deadline = <P extends Parameters, F extends Inputs>({
  duties,
  dueOn,
  phrases,
  ...written
}: WrittenDeadline<P, F>): Rule<P> =>
  ruleFrom<P, F, DeadlineStatus>(written, {
    kind: 'deadline',
    statuses: DEADLINE_STATUSES,
    check: (file, context) =>
      duties(file, context).flatMap((duty) => {
        const { subject, trigger, inCaseOf = trigger, arisesOn = trigger.occurredOn, overOn, metBy } = duty;
        const parameters = context.parametersOn(arisesOn);
        const first: DutyPeriod = {
          trigger: trigger.id,
          arisesOn,
          dueOn: dueOn(arisesOn, parameters, duty.facts),
          ...(overOn !== undefined && { voidedOn: overOn }),
        };
        const periods = dutyPeriodsOf(file, duty.outlastsCase ? {} : inCaseOf, first);
        const found = unmetPeriods(periods, metBy?.occurredOn).map((period): Found => ({
          subject,
          trigger: period.trigger,
          caseId: inCaseOf.caseId,
          kind: 'deadline',
          arisesOn: period.arisesOn,
          dueOn: period.dueOn,
          ...endOf(period, metBy?.occurredOn),
          inputs: {
            ...inputsOf(duty.facts, parameters),
            ...(period.daysLeft !== undefined && { daysLeft: period.daysLeft }),
          },
          evidence: [...new Set([inCaseOf.id, trigger.id, period.trigger, ...(metBy ? [metBy.id] : [])])],
        }));
        return duty.outlastsDeath ? found : untilDeath(file, found);
      }),
    text: (found, status, since) => textFrom(phrases(found), found, status, since),
  });

const DEADLINE_STATUSES = ['pending', 'overdue', 'fulfilled', 'fulfilledLate', 'voided'] as const;
type DeadlineStatus = (typeof DEADLINE_STATUSES)[number];

const textFrom = (
  phrases: DeadlinePhrases,
  { arisesOn, dueOn, inputs: { daysLeft } }: Described,
  status: DeadlineStatus,
  since: LocalDate,
): Text => {
  const { background, backgroundOn, within, owed, missed, met, over } = phrases;
  const isResumed = typeof daysLeft === 'number';
  const from: Text = isResumed
    ? {
        sv: ` Ärendet återöppnades ${arisesOn}, med ${days(daysLeft).sv} kvar.`,
        en: ` The case was reopened on ${arisesOn}, with ${days(daysLeft).en} left.`,
      }
    : backgroundOn === arisesOn
      ? { sv: '', en: '' }
      : { sv: ` Tiden räknas från ${arisesOn}.`, en: ` The time counts from ${arisesOn}.` };
  const time: Text = isResumed
    ? { sv: '', en: '' }
    : { sv: ` inom ${within.sv},`, en: ` within ${within.en},` };
  const says = (sv: string, en: string): Text => ({
    sv: `${background.sv}${from.sv} ${sv}`,
    en: `${background.en}${from.en} ${en}`,
  });
  switch (status) {
    case 'pending':
      return says(`${owed.sv}${time.sv} senast ${dueOn}.`, `${owed.en}${time.en} by ${dueOn}.`);
    case 'overdue':
      return says(
        `${missed.sv}${time.sv} senast ${dueOn}. Det har inte skett.`,
        `${missed.en}${time.en} by ${dueOn}. It has not happened.`,
      );
    case 'fulfilled':
      return says(
        `${met.sv} ${since}, inom tid: sista dagen var ${dueOn}.`,
        `${met.en} on ${since}, in time: the last day was ${dueOn}.`,
      );
    case 'fulfilledLate':
      return says(
        `${met.sv} ${since}, för sent: sista dagen var ${dueOn}.`,
        `${met.en} on ${since}, too late: the last day was ${dueOn}.`,
      );
    case 'voided':
      return says(`Från ${since} ${over.sv}.`, `From ${since} on ${over.en}.`);
  }
};

/** The periods of a duty that began before it was met. The first one always counts: what was done before the trigger meets it. */
const unmetPeriods = (periods: readonly DutyPeriod[], metOn: LocalDate | undefined): readonly DutyPeriod[] =>
  periods.filter((period, index) => index === 0 || metOn === undefined || metOn > period.arisesOn);

/** How a period ends. What is done after it was voided does not meet it. */
const endOf = (
  { arisesOn, voidedOn }: DutyPeriod,
  metOn: LocalDate | undefined,
): { readonly fulfilledOn?: LocalDate; readonly voidedOn?: LocalDate } => {
  const fulfilledOn = metOn && latest(arisesOn, metOn);
  if (fulfilledOn !== undefined && (voidedOn === undefined || fulfilledOn <= voidedOn))
    return { fulfilledOn };
  return voidedOn === undefined ? {} : { voidedOn };
};
