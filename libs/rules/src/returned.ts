/** That the plan a finding is about has been returned to the provider already. It is told with the finding, and changes nothing of it. */
import type { PersonalFile, PlanId } from '@rt/domain';
import { unreturnedTimes } from './plan-over';
import { ruleOf } from './register';
import type { Finding, Rule } from './rule';

/** Whether a rule judges the content of plans, so that the case worker can return the plan for it. */
export const judgesPlans = ({ kind, step }: Pick<Rule, 'kind' | 'step'>): boolean =>
  kind === 'quality' && step === 'plan';

/** The day on which the plan of a finding was returned, unless it was approved after that. */
export const returnOf = (file: PersonalFile, finding: Finding): Pick<Finding, 'returnedOn'> => {
  if (!judgesPlans(ruleOf(finding))) return {};
  const plan = file.get('plan', finding.subject as PlanId);
  const returnedOn = plan && unreturnedTimes(plan).at(-1)?.to;
  return returnedOn === undefined ? {} : { returnedOn };
};
