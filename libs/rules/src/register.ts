import { planDue15Days } from './plan-due-15-days.rule';
import type { Rule } from './rule';

/** Every rule there is, in the order of the thread. A rule retires by its last day; it never leaves the list. */
export const RULES: readonly Rule[] = [planDue15Days];
