import { on } from '../calendar';
import { given, said, when } from '../decide.fixture';
import { exampleId, recorded } from '../examples';
import type { OrderGoal } from './order.events';

const goal = (number: number, parent: number | null = null, special: Partial<OrderGoal> = {}): OrderGoal => ({
  goalId: exampleId('goal', number),
  level: 'overall',
  parentGoalId: parent === null ? null : exampleId('goal', parent),
  text: 'Simma',
  byThePerson: true,
  ...special,
});

const send = (goals: readonly OrderGoal[]) =>
  said(when('OrderSent', '2026-02-01', { decisionId: null, goals }), given());

const sent = recorded('OrderSent', '2026-02-01', { decisionId: null, goals: [goal(1)] });

describe('an order', () => {
  it('with no decision behind it is recorded: the rules speak of it', () => {
    expect(send([])).toBe('accepted');
  });

  it('does not end before it begins', () => {
    const until = (to: string) =>
      said(
        when('OrderSent', '2026-02-01', { decisionId: null, from: on('2026-03-01'), to: on(to) }),
        given(),
      );
    expect(until('2026-03-01')).toBe('accepted');
    expect(until('2026-02-28')).toBe('END_BEFORE_START data.to');
  });

  it('has goals with ids of their own, in life areas that the municipality has', () => {
    expect(send([goal(1), goal(2)])).toBe('accepted');
    expect(send([goal(1), goal(1)])).toBe('ID_TAKEN data.goals[1].goalId');
    expect(send([goal(1, null, { lifeArea: 'mobility' })])).toBe('accepted');
    expect(send([goal(1, null, { lifeArea: 'fotboll' })])).toBe('UNKNOWN_CODE data.goals[0].lifeArea');
  });

  it('has sub-goals under its own goals, and none under itself', () => {
    expect(send([goal(1), goal(2, 1), goal(3, 2)])).toBe('accepted');
    expect(send([goal(2, 1), goal(1)])).toBe('accepted');
    expect(send([goal(1, 7)])).toBe('UNKNOWN_ID data.goals[0].parentGoalId');
    expect(send([goal(1, 1)])).toBe('UNKNOWN_ID data.goals[0].parentGoalId');
    expect(send([goal(3), goal(1, 2), goal(2, 1)])).toBe('UNKNOWN_ID data.goals[1].parentGoalId');
    const second = { orderId: exampleId('order', 2), decisionId: null, goals: [goal(2, 1)] };
    expect(said(when('OrderSent', '2026-02-02', second), given(sent))).toBe(
      'UNKNOWN_ID data.goals[0].parentGoalId',
    );
  });

  it('is revised with its own goals and new ones, not with those of another', () => {
    const other = recorded('OrderSent', '2026-02-01', {
      orderId: exampleId('order', 2),
      decisionId: null,
      goals: [goal(2)],
    });
    const revise = (goals: readonly OrderGoal[]) =>
      said(when('OrderRevised', '2026-03-01', { goals }), given(sent, other));
    expect(revise([goal(1), goal(3)])).toBe('accepted');
    expect(revise([goal(2)])).toBe('ID_TAKEN data.goals[0].goalId');
    expect(revise([goal(1), goal(1)])).toBe('ID_TAKEN data.goals[1].goalId');
  });

  it('is not called off before it was sent', () => {
    expect(said(when('OrderCancelled', '2026-02-01'), given(sent))).toBe('accepted');
    expect(said(when('OrderCancelled', '2026-01-31'), given(sent))).toBe('END_BEFORE_START occurredOn');
  });
});
