import { given, said, when } from '../decide.fixture';
import { exampleId, recorded, type Special } from '../examples';

const order = recorded('OrderSent', '2026-02-01', { decisionId: null });
const other = recorded('OrderSent', '2026-02-01', {
  orderId: exampleId('order', 2),
  decisionId: null,
  goals: [],
});

const receive = (special: Special<'PlanReceived'>) =>
  said(when('PlanReceived', '2026-05-01', special), given(order, other));

const goals = [{ goalId: exampleId('goal', 101), orderGoalId: exampleId('goal', 1), text: 'Simma' }];

describe('a plan', () => {
  it('late, before its order or for no order at all, is recorded: refusing would hide the gap', () => {
    expect(receive({})).toBe('accepted');
    expect(receive({ orderId: null })).toBe('accepted');
    expect(said(when('PlanReceived', '2026-01-20'), given(order))).toBe('accepted');
    expect(receive({ orderId: exampleId('order', 3) })).toBe('UNKNOWN_ID data.orderId');
  });

  it('has goals that serve goals of its order, or none of them', () => {
    expect(receive({ goals, activities: [] })).toBe('accepted');
    expect(receive({ goals: goals.map((goal) => ({ ...goal, orderGoalId: null })), activities: [] })).toBe(
      'accepted',
    );
    expect(receive({ orderId: exampleId('order', 2), goals, activities: [] })).toBe(
      'UNKNOWN_ID data.goals[0].orderGoalId',
    );
    expect(receive({ orderId: null, goals, activities: [] })).toBe('accepted');
  });

  it('has activities for its own goals, or for none of them', () => {
    const activity = (goalId: number | null) => ({
      goals,
      activities: [{ what: 'Simhall', goalId: goalId === null ? null : exampleId('goal', goalId) }],
    });
    expect(receive(activity(101))).toBe('accepted');
    expect(receive(activity(null))).toBe('accepted');
    expect(receive(activity(1))).toBe('UNKNOWN_ID data.activities[0].goalId');
    expect(receive(activity(102))).toBe('UNKNOWN_ID data.activities[0].goalId');
  });
});
