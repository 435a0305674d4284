/**
 * Rules that were renamed. Stored events keep the ids that rules had when the events were recorded, so an old id is accepted wherever
 * an id is read or given. The id of a finding begins with the id of its rule: `<rule>:<subject>:<trigger>`.
 */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['plan-due-15-days', 'plan-due'],
  ['decision-six-months', 'decision-delayed'],
  ['request-to-decide-four-weeks', 'request-to-decide-unanswered'],
  ['unexecuted-three-months', 'decision-unexecuted'],
  ['interrupted-three-months', 'execution-interrupted'],
]);
const FORMER: ReadonlyMap<string, string> = new Map([...RENAMED].map(([former, now]) => [now, former]));

/** The current id of a rule, from any id that it ever had. An id that was never renamed is returned unchanged. */
export const ruleIdNow = (ruleId: string): string => RENAMED.get(ruleId) ?? ruleId;

/** The id that a rule had before it was renamed. */
export const formerRuleId = (ruleId: string): string | undefined => FORMER.get(ruleId);

/** The current id of a finding, from any id that it ever had. */
export const findingIdNow = (findingId: string): string => withRule(findingId, ruleIdNow);

/** The id that a finding had before its rule was renamed. Ids that were derived from it, such as that of a notice, are still derived from it. */
export const firstFindingId = (findingId: string): string =>
  withRule(findingId, (ruleId) => formerRuleId(ruleId) ?? ruleId);

const withRule = (findingId: string, renamed: (ruleId: string) => string): string => {
  const end = findingId.indexOf(':');
  const ruleId = end < 0 ? findingId : findingId.slice(0, end);
  const now = renamed(ruleId);
  return now === ruleId ? findingId : `${now}${findingId.slice(ruleId.length)}`;
};
