import { findingIdNow, firstFindingId, formerRuleId, ruleIdNow } from './rule-ids';

describe('the id of a rule that was renamed', () => {
  it.each([
    ['plan-due-15-days', 'plan-due'],
    ['decision-six-months', 'decision-delayed'],
    ['request-to-decide-four-weeks', 'request-to-decide-unanswered'],
    ['unexecuted-three-months', 'decision-unexecuted'],
    ['interrupted-three-months', 'execution-interrupted'],
  ])('%s is %s', (former, now) => {
    expect(ruleIdNow(former)).toBe(now);
    expect(ruleIdNow(now)).toBe(now);
    expect(formerRuleId(now)).toBe(former);
    expect(findingIdNow(`${former}:an-order:an-event`)).toBe(`${now}:an-order:an-event`);
    expect(findingIdNow(`${now}:an-order:an-event`)).toBe(`${now}:an-order:an-event`);
    expect(firstFindingId(`${now}:an-order:an-event`)).toBe(`${former}:an-order:an-event`);
  });

  it.each(['plan-review-due', 'plan-due-15-days-and-more', 'constructor', ''])('%s never was', (id) => {
    expect(ruleIdNow(id)).toBe(id);
    expect(formerRuleId(id)).toBeUndefined();
    expect(findingIdNow(`${id}:plan-due-15-days:x`)).toBe(`${id}:plan-due-15-days:x`);
    expect(firstFindingId(`${id}:plan-due:x`)).toBe(`${id}:plan-due:x`);
  });
});
