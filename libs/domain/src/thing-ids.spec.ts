import { exampleId, recorded } from './examples';
import { caseOf, createdIn, referencesIn, withIds, withIdsOfEntry } from './thing-ids';

const [orderId, goal1, goal2] = [exampleId('order'), exampleId('goal', 1), exampleId('goal', 2)];
const mint = (path: string): string => `new ${path}`;

describe('the ids in a payload', () => {
  it('are of the things it brings into being', () => {
    const { data } = recorded('OrderSent', '2026-02-01');
    expect(createdIn('OrderSent', data)).toEqual([
      { path: 'orderId', kind: 'order', id: orderId },
      { path: 'goals[0].goalId', kind: 'goal', id: goal1, partOf: orderId },
    ]);
    expect(createdIn('ConsentWithdrawn', { consentId: exampleId('consent') })).toEqual([]);
    expect(createdIn('OrderRevised', { orderId, goals: [{ goalId: goal2 }] })).toEqual([
      { path: 'goals[0].goalId', kind: 'goal', id: goal2, partOf: orderId },
    ]);
  });

  it('are of the things it is about or refers to', () => {
    const { data } = recorded('PlanReceived', '2026-02-01');
    expect(referencesIn('PlanReceived', data)).toEqual([
      { path: 'orderId', kind: 'order', id: orderId },
      { path: 'goals[0].orderGoalId', kind: 'goal', id: goal1 },
      { path: 'activities[0].goalId', kind: 'goal', id: exampleId('goal', 101) },
    ]);
    expect(referencesIn('PlanReceived', { ...data, orderId: null, goals: [], activities: [] })).toEqual([]);
    expect(
      referencesIn('HouseholdRecorded', { cohabits: ['a', 'b'], minorChildren: [{ partyId: 'c' }] }),
    ).toEqual([
      { path: 'cohabits[0]', kind: 'party', id: 'a' },
      { path: 'cohabits[1]', kind: 'party', id: 'b' },
      { path: 'minorChildren[0].partyId', kind: 'party', id: 'c' },
    ]);
    expect(referencesIn('ContactMade', { partyIds: ['p'], ground: { consentId: 'c' } })).toEqual([
      { path: 'partyIds[0]', kind: 'party', id: 'p' },
      { path: 'ground.consentId', kind: 'consent', id: 'c' },
    ]);
    expect(referencesIn('AppealReceived', { appealId: 'a', decisionId: 'd' })).toEqual([
      { path: 'decisionId', kind: 'decision', id: 'd' },
    ]);
  });
});

describe('minting', () => {
  it('fills in what was left out, and leaves what was given', () => {
    const given = { goals: [{ text: 'a' }, { goalId: goal2, text: 'b' }] };
    expect(withIds('OrderSent', given, mint)).toEqual({
      orderId: 'new orderId',
      goals: [
        { goalId: 'new goals[0].goalId', text: 'a' },
        { goalId: goal2, text: 'b' },
      ],
    });
    expect(given).toEqual({ goals: [{ text: 'a' }, { goalId: goal2, text: 'b' }] });
    expect(withIds('OrderSent', { orderId, goals: [] }, mint)).toEqual({ orderId, goals: [] });
    expect(withIds('NoteWritten', { text: 'a' }, mint)).toEqual({ text: 'a' });
    expect(withIds('OrderSent', { goals: 'none' }, mint)).toEqual({ orderId: 'new orderId', goals: 'none' });
  });

  it('mints no id of a thing that an event is merely about', () => {
    expect(withIds('ConsentWithdrawn', {}, mint)).toEqual({});
  });

  it('of a correction takes the ids of the entry, goals by their place', () => {
    const { data } = recorded('OrderSent', '2026-02-01');
    const said = { goals: [{ text: 'a' }, { text: 'b' }] };
    expect(withIdsOfEntry('OrderSent', data, said, mint)).toEqual({
      orderId,
      goals: [
        { goalId: goal1, text: 'a' },
        { goalId: 'new goals[1].goalId', text: 'b' },
      ],
    });
    const moved = { goals: [{ text: 'new first' }, { goalId: goal1, text: 'a' }] };
    expect(withIdsOfEntry('OrderSent', data, moved, mint).goals).toEqual([
      { goalId: 'new goals[0].goalId', text: 'new first' },
      { goalId: goal1, text: 'a' },
    ]);
    expect(withIdsOfEntry('OrderCancelled', { orderId, reason: 'x' }, { reason: 'y' }, mint)).toEqual({
      orderId,
      reason: 'y',
    });
  });
});

it('an event about a case belongs to that case, any other to the case its envelope names', () => {
  const [one, two] = [exampleId('case', 1), exampleId('case', 2)];
  expect(caseOf('CaseClosed', undefined, { caseId: one })).toBe(one);
  expect(caseOf('OrderSent', two, {})).toBe(two);
  expect(caseOf('NoteWritten', undefined, {})).toBeUndefined();
});
