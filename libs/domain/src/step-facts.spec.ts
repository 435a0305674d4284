import { on } from './calendar';
import { isClosedOn } from './case/case.facts';
import { courtsDecisionOn, decisionContentOn } from './decision/decision.facts';
import type { Recorded } from './event';
import { asHistory, exampleId, recorded } from './examples';
import { ageOn, birthDateOf, householdOn, minorsIn, personOn } from './file/file.facts';
import type { Person } from './file/file.events';
import { fileAt } from './history';
import { investigationVersionOn } from './investigation/investigation.facts';
import { cancelledOn, orderContentOn } from './order/order.facts';
import { partyOn } from './party/party.facts';
import type { PersonalFileEvent } from './vocabulary';

const fold = (...events: readonly Recorded<PersonalFileEvent>[]) => fileAt(asHistory(events));

describe('a person', () => {
  const identity = (kind: Person['identity']['kind'], value: string): Person => ({
    name: 'Elsa',
    identity: { kind, value },
    sex: 'female',
    protectedIdentity: false,
  });

  it('has a day of birth in each kind of number', () => {
    expect(birthDateOf(identity('birthDate', '1984-05-17'))).toBe('1984-05-17');
    expect(birthDateOf(identity('personalNumber', '198405170008'))).toBe('1984-05-17');
    expect(birthDateOf(identity('coordinationNumber', '198405770007'))).toBe('1984-05-17');
    expect(birthDateOf(identity('personalNumber', '8405170008'))).toBeUndefined();
  });

  it('is a year older on the birthday, born on a leap day on 1 March', () => {
    const elsa = identity('birthDate', '2008-05-17');
    expect([ageOn(elsa, on('2026-05-16')), ageOn(elsa, on('2026-05-17'))]).toEqual([17, 18]);
    const leap = identity('birthDate', '2008-02-29');
    expect([ageOn(leap, on('2026-02-28')), ageOn(leap, on('2026-03-01'))]).toEqual([17, 18]);
  });

  it('counts as a minor, if only the year of birth is known, until everyone born that year is 18', () => {
    const minors = (day: string, ...birthYears: readonly number[]) =>
      minorsIn({ minorChildren: birthYears.map((birthYear) => ({ birthYear, partyId: null })) }, on(day));
    expect(minors('2022-06-01', 2003, 2004).map(({ birthYear }) => birthYear)).toEqual([2004]);
    expect(minors('2022-12-30', 2004)).toHaveLength(1);
    expect(minors('2022-12-31', 2004)).toEqual([]);
  });

  it('and the household are described as of a day', () => {
    const file = fold(
      recorded('PersonalFileOpened', '2026-01-02'),
      recorded('PersonDetailsChanged', '2026-03-01'),
      recorded('HouseholdRecorded', '2026-01-10', { from: on('2020-01-01'), cohabits: [exampleId('party')] }),
      recorded('HouseholdRecorded', '2026-02-10', { from: on('2026-03-01'), cohabits: [] }),
    );
    expect(personOn(file, on('2026-02-28'))?.name).toBe('Elsa Exempelsson');
    expect(personOn(file, on('2026-03-01'))?.name).toBe('Elsa Exempel');
    expect(householdOn(file, on('2026-01-09'))).toBeUndefined();
    expect(householdOn(file, on('2026-02-28'))?.cohabits).toHaveLength(1);
    expect(householdOn(file, on('2026-03-01'))?.cohabits).toHaveLength(0);
  });
});

describe('a judgment on a decision', () => {
  const grants = {
    law: { statute: '1993:387', section: '9 § 3' },
    measure: 'ledsagarservice',
    outcome: 'approval',
    grantedExtent: null,
    from: on('2026-06-15'),
  } as const;
  const rejected = recorded('DecisionMade', '2026-02-20', {
    outcome: 'rejection',
    rejectionGround: 'needNotShown',
    to: undefined,
    reasons: 'Behovet är inte visat.',
  });
  const appealed = recorded('AppealReceived', '2026-03-02');
  const readOn = (day: string, ...events: readonly Recorded<PersonalFileEvent>[]) => {
    const decision = fold(rejected, appealed, ...events).things('decision')[0]!;
    return [decisionContentOn(decision, on(day)), courtsDecisionOn(decision, on(day))?.id] as const;
  };

  it('that grants is the content of the decision from its day, as the court’s, with the reasons of the board', () => {
    const judged = recorded('AppealDecided', '2026-06-15', { outcome: 'changed', grants });
    expect(readOn('2026-06-14', judged)).toEqual([rejected.data, undefined]);
    const [content, byCourt] = readOn('2026-06-15', judged);
    expect(content).toMatchObject({ ...grants, reasons: 'Behovet är inte visat.' });
    expect(content).not.toHaveProperty('rejectionGround');
    expect(byCourt).toBe(judged.id);
    const changed = recorded('DecisionChanged', '2026-09-01', { reasons: 'Ny prövning.' });
    expect(readOn('2026-09-01', judged, changed)).toEqual([
      expect.objectContaining({ reasons: 'Ny prövning.' }),
      undefined,
    ]);
  });

  it('that says no grant, or upholds, changes nothing', () => {
    for (const special of [{ outcome: 'changed' }, { outcome: 'upheld', grants }] as const)
      expect(readOn('2026-06-15', recorded('AppealDecided', '2026-06-15', special))).toEqual([
        rejected.data,
        undefined,
      ]);
  });
});

describe('what a thing says on a day', () => {
  it('is its last version up to that day', () => {
    const file = fold(
      recorded('PartyRecorded', '2026-01-05'),
      recorded('PartyChanged', '2026-02-05'),
      recorded('DecisionMade', '2026-01-05', { reasons: 'första' }),
      recorded('DecisionCorrected', '2026-02-05', { reasons: 'rättad' }),
      recorded('DecisionChanged', '2026-01-20', { reasons: 'ändrad' }),
      recorded('OrderSent', '2026-01-05', { purpose: 'första' }),
      recorded('OrderRevised', '2026-02-05', { purpose: 'ändrad' }),
      recorded('OrderCancelled', '2026-03-05'),
      recorded('InvestigationOpened', '2026-01-05'),
      recorded('InvestigationRevised', '2026-02-05', { wishes: 'kompletterad' }),
      recorded('InvestigationCompleted', '2026-01-20', { wishes: 'första' }),
    );
    const days = ['2026-01-19', '2026-01-20', '2026-02-04', '2026-02-05'].map(on);
    const said = <T, R>(thing: T | undefined, say: (thing: T, day: (typeof days)[number]) => R) =>
      thing && days.map((day) => say(thing, day));
    const [party] = file.things('party');
    const [decision] = file.things('decision');
    const [order] = file.things('order');
    const [investigation] = file.things('investigation');
    expect(said(party, partyOn)?.map(({ helps }) => helps)).toEqual([false, false, false, true]);
    expect(said(decision, decisionContentOn)?.map(({ reasons }) => reasons)).toEqual([
      'första',
      'ändrad',
      'ändrad',
      'rättad',
    ]);
    expect(said(order, orderContentOn)?.map(({ purpose }) => purpose)).toEqual([
      'första',
      'första',
      'första',
      'ändrad',
    ]);
    expect(said(investigation, investigationVersionOn)?.map((version) => version?.data.wishes)).toEqual([
      undefined,
      'första',
      'första',
      'kompletterad',
    ]);
    expect(order && cancelledOn(order)).toBe('2026-03-05');
  });

  it('a case is closed from the day after its closing to its reopening', () => {
    const [theCase] = fold(
      recorded('CaseOpened', '2026-01-05'),
      recorded('CaseClosed', '2026-02-01'),
      recorded('CaseReopened', '2026-03-01'),
      recorded('CaseClosed', '2026-03-01'),
    ).things('case');
    const closed = (day: string) => theCase && isClosedOn(theCase, on(day));
    expect(['2026-02-01', '2026-02-02', '2026-02-28', '2026-03-01', '2026-03-02'].map(closed)).toEqual([
      false,
      true,
      true,
      false,
      true,
    ]);
  });
});
