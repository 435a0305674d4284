/** Whether a rule is paused. A rule that rests on law never is: a municipality may not choose whether the law is followed up. */
import type { LocalDate } from '@rt/domain';
import type { Rule } from './rule';
import { isSuspended, type Ruleset, type Where } from './ruleset';

/** Whether the law sets the duty of a rule, now or in an earlier version. */
export const restsOnLaw = ({ versions }: Pick<Rule, 'versions'>): boolean =>
  versions.some(({ authority }) => authority === 'law');

/** Whether a rule is paused somewhere on a day. A stored pause of a rule that rests on law does not count. */
export const isPaused = (rule: Rule, ruleset: Ruleset, where: Where, day: LocalDate): boolean =>
  !restsOnLaw(rule) && isSuspended(ruleset, rule.id, where, day);
