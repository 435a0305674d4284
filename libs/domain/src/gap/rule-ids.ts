/**
 * Rules that were renamed. Events name rules by the ids of their time, and those are stored for ever, so an old id is understood
 * wherever it is read or handed in. The id of a finding begins with the id of its rule: `<rule>:<subject>:<trigger>`.
 */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['plan-due-15-days', 'plan-due'],
  ['decision-six-months', 'decision-delayed'],
  ['request-to-decide-four-weeks', 'request-to-decide-unanswered'],
  ['unexecuted-three-months', 'decision-unexecuted'],
  ['interrupted-three-months', 'execution-interrupted'],
]);
const FORMER: ReadonlyMap<string, string> = new Map([...RENAMED].map(([former, now]) => [now, former]));

/** The id that a rule has now, of any id it ever had. An id that was never renamed stays as it is. */
export const ruleIdNow = (ruleId: string): string => RENAMED.get(ruleId) ?? ruleId;

/** The id that a rule had before it was renamed. */
export const formerRuleId = (ruleId: string): string | undefined => FORMER.get(ruleId);

/** The id that a finding has now, of any id it ever had. */
export const findingIdNow = (findingId: string): string => withRule(findingId, ruleIdNow);

/** The id that a finding had before any rule was renamed. What was made of it then, such as the id of a notice, is made of it still. */
export const firstFindingId = (findingId: string): string =>
  withRule(findingId, (ruleId) => formerRuleId(ruleId) ?? ruleId);

const withRule = (findingId: string, renamed: (ruleId: string) => string): string => {
  const [ruleId = '', ...rest] = findingId.split(':');
  return [renamed(ruleId), ...rest].join(':');
};
