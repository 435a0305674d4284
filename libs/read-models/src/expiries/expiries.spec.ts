import {
  asHistory,
  DEFAULT_CONFIGURATION,
  exampleId,
  on,
  recorded,
  type ExampleEvent,
  type UnitId,
  type UserId,
} from '@rt/domain';
import { DEFAULT_RULESET } from '@rt/rules';
import { fileId } from '../history.fixture';
import { LoadedFile } from '@rt/files';
import { expiries } from './expiries.read-model';
import type { ExpiryRow } from './expiries.table';

const inForce = { ruleset: DEFAULT_RULESET, configuration: DEFAULT_CONFIGURATION, revision: -1 };

const rowsOf = (...events: readonly ExampleEvent[]): readonly ExpiryRow[] => {
  const rows: ExpiryRow[] = [];
  const reading = new LoadedFile(fileId(1), asHistory(events));
  expiries.rowsOf(reading, inForce, (_table, row) => rows.push(row as unknown as ExpiryRow));
  return rows;
};

/** For each statement: the day it was stated, its last day, and the day from which it is no longer open. */
const spansOf = (...events: readonly ExampleEvent[]) =>
  rowsOf(...events).map(({ statedOn, lastDay, openUntil }) => `${statedOn} ${lastDay} ${openUntil}`);

const opened = recorded('CaseOpened', '2026-01-02');
const consent = (day: string, to: string, some: object = {}) =>
  recorded('ConsentGiven', day, { validFrom: on(day), validTo: on(to), ...some });
const decision = (day: string, to: string, some: object = {}) =>
  recorded('DecisionMade', day, { from: on(day), to: on(to), ...some });
const plan = (day: string, to: string, some: object = {}) =>
  recorded('PlanReceived', day, { validTo: on(to), ...some });

describe('the last days of consents', () => {
  const given = consent('2026-01-10', '2026-06-30');
  const other = (to: string, some: object = {}) =>
    consent('2026-06-20', to, { consentId: exampleId('consent', 2), ...some });

  it('carry the unit and case worker that have the file', () => {
    const assigned = recorded('CaseWorkerAssigned', '2026-01-02', {
      userId: 'bo' as UserId,
      from: on('2026-01-02'),
    });
    expect(rowsOf({ ...assigned, unitId: 'soder' as UnitId }, given)).toMatchObject([
      { kind: 'consent', subject: exampleId('consent'), unitId: 'soder', workerId: 'bo', caseId: null },
    ]);
  });

  it.each<[name: string, events: readonly ExampleEvent[], spans: readonly string[]]>([
    ['neither renewed nor ended', [], ['2026-01-10 2026-06-30 9999-12-31']],
    [
      'renewed: the renewal has a last day of its own',
      [recorded('ConsentRenewed', '2026-06-20', { validTo: on('2027-06-30') })],
      ['2026-01-10 2026-06-30 2026-06-20', '2026-06-20 2027-06-30 9999-12-31'],
    ],
    [
      'renewed without a last day: nothing expires',
      [recorded('ConsentRenewed', '2026-06-20', { validTo: undefined })],
      ['2026-01-10 2026-06-30 2026-06-20'],
    ],
    ['withdrawn', [recorded('ConsentWithdrawn', '2026-03-04')], ['2026-01-10 2026-06-30 2026-03-04']],
    [
      'withdrawn and later renewed',
      [
        recorded('ConsentWithdrawn', '2026-03-04'),
        recorded('ConsentRenewed', '2026-04-01', { validTo: on('2026-12-31') }),
      ],
      ['2026-01-10 2026-06-30 2026-03-04', '2026-04-01 2026-12-31 9999-12-31'],
    ],
    [
      'another one with the same party, longer',
      [other('2027-06-30')],
      ['2026-01-10 2026-06-30 2026-06-20', '2026-06-20 2027-06-30 9999-12-31'],
    ],
    [
      'another one given before, without a last day',
      [consent('2026-01-05', '2026-12-31', { consentId: exampleId('consent', 2), validTo: undefined })],
      ['2026-01-10 2026-06-30 2026-01-10'],
    ],
    [
      'another one, longer, that was withdrawn',
      [
        other('2027-06-30'),
        recorded('ConsentWithdrawn', '2026-06-25', { consentId: exampleId('consent', 2) }),
      ],
      ['2026-01-10 2026-06-30 9999-12-31', '2026-06-20 2027-06-30 2026-06-25'],
    ],
    [
      'another one that ends sooner replaces nothing, and needs no renewal itself',
      [other('2026-06-25')],
      ['2026-01-10 2026-06-30 9999-12-31', '2026-06-20 2026-06-25 2026-06-20'],
    ],
    [
      'another one with another counterpart replaces nothing',
      [other('2027-06-30', { with: { category: 'authorities' } })],
      ['2026-01-10 2026-06-30 9999-12-31', '2026-06-20 2027-06-30 9999-12-31'],
    ],
    ['every case closed', [recorded('CaseClosed', '2026-05-01')], ['2026-01-10 2026-06-30 2026-05-01']],
    [
      'closed and reopened',
      [recorded('CaseClosed', '2026-05-01'), recorded('CaseReopened', '2026-05-20')],
      ['2026-01-10 2026-06-30 9999-12-31'],
    ],
  ])('%s', (_name, events, spans) => {
    expect(spansOf(opened, given, ...events)).toEqual(spans);
  });
});

describe('the last days of decisions', () => {
  const made = decision('2026-01-10', '2026-12-31');

  it.each<[name: string, events: readonly ExampleEvent[], spans: readonly string[]]>([
    ['neither renewed nor ended', [], ['2026-01-10 2026-12-31 9999-12-31']],
    [
      'changed to another last day',
      [recorded('DecisionChanged', '2026-05-01', { to: on('2027-03-31') })],
      ['2026-01-10 2026-12-31 2026-05-01', '2026-05-01 2027-03-31 9999-12-31'],
    ],
    [
      'a new decision without a last day',
      [
        recorded('DecisionMade', '2026-12-01', {
          decisionId: exampleId('decision', 2),
          previousDecisionId: null,
          to: undefined,
        }),
      ],
      ['2026-01-10 2026-12-31 2026-12-01'],
    ],
    [
      'a new decision about another measure does not replace it',
      [
        recorded('DecisionMade', '2026-12-01', {
          decisionId: exampleId('decision', 2),
          previousDecisionId: null,
          measure: 'kontaktperson',
          to: undefined,
        }),
      ],
      ['2026-01-10 2026-12-31 9999-12-31'],
    ],
    [
      'its execution ended',
      [recorded('ExecutionStarted', '2026-02-01'), recorded('ExecutionEnded', '2026-09-01')],
      ['2026-01-10 2026-12-31 2026-09-01'],
    ],
    ['the case closed', [recorded('CaseClosed', '2026-10-01')], ['2026-01-10 2026-12-31 2026-10-01']],
  ])('%s', (_name, events, spans) => {
    expect(spansOf(opened, made, ...events)).toEqual(spans);
  });

  it('a rejection grants nothing that could expire', () => {
    expect(spansOf(opened, decision('2026-01-10', '2026-12-31', { outcome: 'rejection' }))).toEqual([]);
  });
});

describe('the last days of plans', () => {
  const before = [opened, recorded('OrderSent', '2026-02-01')];
  const received = plan('2026-02-10', '2026-08-31');

  it.each<[name: string, events: readonly ExampleEvent[], spans: readonly string[]]>([
    ['neither renewed nor ended', [], ['2026-02-10 2026-08-31 9999-12-31']],
    [
      'the next plan for the order',
      [recorded('PlanReceived', '2026-08-20', { planId: exampleId('plan', 2), validTo: undefined })],
      ['2026-02-10 2026-08-31 2026-08-20'],
    ],
    ['returned', [recorded('PlanReturned', '2026-02-20')], ['2026-02-10 2026-08-31 2026-02-20']],
    [
      'the order was cancelled',
      [recorded('OrderCancelled', '2026-05-01')],
      ['2026-02-10 2026-08-31 2026-05-01'],
    ],
  ])('%s', (_name, events, spans) => {
    expect(spansOf(...before, received, ...events)).toEqual(spans);
  });
});
