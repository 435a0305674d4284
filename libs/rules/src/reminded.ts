/** Reminders to providers. They are told with the finding that they are about, and change nothing of it. */
import {
  yearOf,
  type LocalDate,
  type PersonalFile,
  type Text,
  type OrderId,
  type PlanId,
  type DecisionId,
  type ExecutionId,
} from '@rt/domain';
import { ruleOf } from './register';
import { judgesPlans } from './returned';
import type { Finding } from './rule';

/** The last reminder of each finding that its rule has the provider reminded of, since the finding arose. */
export const remindersIn = (file: PersonalFile): ((finding: Finding) => Pick<Finding, 'remindedOn'>) => {
  const said = file.events('ProviderReminded');
  if (said.length === 0) return () => ({});
  return (finding) => {
    const rule = ruleOf(finding);
    // A plan that was returned for what it lacks is reminded of as the revised plan.
    const remindsOf = rule.remindsOf ?? (judgesPlans(rule) ? 'revisedPlan' : undefined);
    if (remindsOf === undefined) return {};
    const orders = ordersOf(file, finding.subject);
    const last = said.findLast(
      ({ occurredOn, data }) =>
        data.of === remindsOf && orders.includes(data.orderId) && occurredOn >= finding.arisesOn,
    );
    return last === undefined ? {} : { remindedOn: last.occurredOn };
  };
};

/** The orders that the subject of a finding belongs to: itself, or those of the plan, the execution or the decision. */
const ordersOf = (file: PersonalFile, subject: string): readonly OrderId[] => {
  const { orderId: ofPlan } = file.get('plan', subject as PlanId)?.created.data ?? {};
  const { orderId: ofExecution } = file.get('execution', subject as ExecutionId)?.created.data ?? {};
  const ofDecision = file.get('decision', subject as DecisionId)?.linked('order') ?? [];
  return [subject as OrderId, ofPlan, ofExecution, ...ofDecision.map(({ id }) => id)].filter(
    (id) => id !== undefined && id !== null,
  );
};

/** `påmind 16 november`, with the year if it is another than the year of the day that is asked about. */
export const remindedText = (day: LocalDate, on: LocalDate): Text => {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))];
  const year = yearOf(day) === yearOf(on) ? '' : ` ${yearOf(day)}`;
  const [sv, en] = MONTHS[month - 1] as readonly [string, string];
  return { sv: `påmind ${date} ${sv}${year}`, en: `reminded on ${date} ${en}${year}` };
};

const MONTHS: readonly (readonly [sv: string, en: string])[] = [
  ['januari', 'January'],
  ['februari', 'February'],
  ['mars', 'March'],
  ['april', 'April'],
  ['maj', 'May'],
  ['juni', 'June'],
  ['juli', 'July'],
  ['augusti', 'August'],
  ['september', 'September'],
  ['oktober', 'October'],
  ['november', 'November'],
  ['december', 'December'],
];
