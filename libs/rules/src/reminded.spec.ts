import {
  asHistory,
  DEFAULT_CONFIGURATION,
  exampleId,
  fileAt,
  on,
  recorded,
  type ExampleEvent,
} from '@rt/domain';
import { DEFAULT_RULESET, findingsOf, remindedText } from './index';

const found = (...events: readonly ExampleEvent[]) =>
  findingsOf(fileAt(asHistory(events)), DEFAULT_RULESET, DEFAULT_CONFIGURATION);
const order = recorded('OrderSent', '2026-03-02');
const remindedOf = (events: readonly ExampleEvent[], rule: string) =>
  found(order, ...events).find((finding) => finding.rule === rule)?.remindedOn;

describe('a reminder to the provider', () => {
  it('is told with what it is about, by its last day', () => {
    expect(remindedOf([recorded('ProviderReminded', '2026-03-18')], 'plan-due')).toBe('2026-03-18');
    const again = [recorded('ProviderReminded', '2026-03-18'), recorded('ProviderReminded', '2026-03-25')];
    expect(remindedOf(again, 'plan-due')).toBe('2026-03-25');
    expect(
      remindedOf([recorded('ProviderReminded', '2026-03-18', { of: 'other' })], 'plan-due'),
    ).toBeUndefined();
    const ofAnother = recorded('ProviderReminded', '2026-03-18', { orderId: exampleId('order', 2) });
    expect(remindedOf([ofAnother], 'plan-due')).toBeUndefined();
  });

  it('of the revised plan is told with the plan that was returned', () => {
    const events = [
      recorded('PlanReceived', '2026-03-10'),
      recorded('PlanReturned', '2026-03-16'),
      recorded('ProviderReminded', '2026-04-01', { of: 'revisedPlan' }),
    ];
    expect(remindedOf(events, 'plan-resubmission-due')).toBe('2026-04-01');
  });

  it('changes nothing else of any finding', () => {
    const events = [
      order,
      recorded('DecisionMade', '2026-02-20'),
      recorded('ExecutionStarted', '2026-03-09'),
    ];
    const without = ({ remindedOn: _, ...finding }: ReturnType<typeof found>[number]) => finding;
    const reminded = found(...events, recorded('ProviderReminded', '2026-03-18'));
    expect(reminded.some(({ remindedOn }) => remindedOn !== undefined)).toBe(true);
    expect(reminded.map(without)).toEqual(found(...events).map(without));
  });

  it('is told with its day in words', () => {
    expect(remindedText(on('2026-11-16'), on('2026-11-28')).sv).toBe('påmind 16 november');
    expect(remindedText(on('2025-12-01'), on('2026-01-03')).sv).toBe('påmind 1 december 2025');
  });
});
