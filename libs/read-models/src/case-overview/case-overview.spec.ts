import { asHistory, DEFAULT_CONFIGURATION, exampleId, recorded, type ExampleEvent } from '@rt/domain';
import { DEFAULT_RULESET } from '@rt/rules';
import { fileId, ordinaryThread } from '../history.fixture';
import { LoadedFile } from '@rt/files';
import { caseOverview } from './case-overview.read-model';
import type { CaseRow } from './case-overview.table';

const inForce = { ruleset: DEFAULT_RULESET, configuration: DEFAULT_CONFIGURATION, revision: -1 };

const rowsOf = (events: readonly ExampleEvent[]): readonly CaseRow[] => {
  const rows: CaseRow[] = [];
  caseOverview.rowsOf(new LoadedFile(fileId(1), asHistory(events)), inForce, (_table, row) =>
    rows.push(row as unknown as CaseRow),
  );
  return rows;
};

const standingOf = (events: readonly ExampleEvent[]) =>
  rowsOf(events).map(({ state, stateOn, nextStep }) => `${state} ${stateOn} ${nextStep}`);

describe('how far a case has come', () => {
  it.each<[events: number, standing: string]>([
    [4, 'opened 2026-01-02 application'],
    [5, 'applied 2026-01-05 investigation'],
    [6, 'investigating 2026-01-07 investigation'],
    [7, 'investigated 2026-02-10 decision'],
    [8, 'decided 2026-02-20 order'],
    [9, 'ordered 2026-03-02 plan'],
    [10, 'planned 2026-03-20 execution'],
  ])('after %i events of an ordinary thread: %s', (events, standing) => {
    expect(standingOf(ordinaryThread.slice(0, events))).toEqual([standing]);
  });

  const running = [...ordinaryThread.slice(0, 9), recorded('ExecutionStarted', '2026-03-10')];

  it.each<[name: string, events: readonly ExampleEvent[], standing: string]>([
    ['started', [], 'running 2026-03-10 follow-up'],
    [
      'the plan came after the start',
      [recorded('PlanReceived', '2026-03-20')],
      'running 2026-03-10 follow-up',
    ],
    ['followed up', [recorded('FollowUpDocumented', '2026-09-01')], 'followedUp 2026-09-01 follow-up'],
    ['ended', [recorded('ExecutionEnded', '2026-10-01')], 'ended 2026-10-01 case'],
    [
      'closed',
      [recorded('ExecutionEnded', '2026-10-01'), recorded('CaseClosed', '2026-10-05')],
      'closed 2026-10-05 null',
    ],
    [
      'closed and reopened',
      [recorded('CaseClosed', '2026-10-05'), recorded('CaseReopened', '2026-10-06')],
      'running 2026-03-10 follow-up',
    ],
    [
      'a new application: back to the beginning, although the old decision is still followed up',
      [
        recorded('ApplicationReceived', '2026-11-01', { applicationId: exampleId('application', 2) }),
        recorded('FollowUpDocumented', '2026-11-10'),
      ],
      'applied 2026-11-01 investigation',
    ],
    [
      'a new application that was withdrawn',
      [
        recorded('ApplicationReceived', '2026-11-01', { applicationId: exampleId('application', 2) }),
        recorded('ApplicationWithdrawn', '2026-11-03', { applicationId: exampleId('application', 2) }),
      ],
      'running 2026-03-10 follow-up',
    ],
    [
      'a new decision: steps that refer to the old decision belong to the previous round',
      [
        recorded('ApplicationReceived', '2026-11-01', { applicationId: exampleId('application', 2) }),
        recorded('DecisionMade', '2026-12-01', { decisionId: exampleId('decision', 2) }),
        recorded('FollowUpDocumented', '2026-12-05'),
      ],
      'decided 2026-12-01 order',
    ],
    ['the order was cancelled', [recorded('OrderCancelled', '2026-03-05')], 'running 2026-03-10 follow-up'],
  ])('%s', (_name, events, standing) => {
    expect(standingOf([...running, ...events])).toEqual([standing]);
  });

  it('a rejection expects the case to be closed', () => {
    const rejected = recorded('DecisionMade', '2026-02-20', { outcome: 'rejection' });
    expect(standingOf([...ordinaryThread.slice(0, 7), rejected])).toEqual(['decided 2026-02-20 case']);
  });

  it('has the day of the latest step of each kind', () => {
    const followedUp = recorded('FollowUpDocumented', '2026-09-01');
    expect(rowsOf([...running, recorded('PlanReceived', '2026-03-20'), followedUp])).toEqual([
      {
        fileId: fileId(1),
        caseId: exampleId('case'),
        unitId: 'norr',
        workerId: 'anna',
        heldFrom: '0000-01-01',
        heldUntil: '9999-12-31',
        measure: 'ledsagarservice',
        state: 'followedUp',
        stateOn: '2026-09-01',
        nextStep: 'follow-up',
        outcome: 'approval',
        openedOn: '2026-01-02',
        applicationOn: '2026-01-05',
        investigationOn: '2026-01-07',
        decisionCorrectedOn: null,
        decisionByCourt: null,
        decisionOn: '2026-02-20',
        orderOn: '2026-03-02',
        planOn: '2026-03-20',
        startedOn: '2026-03-10',
        lastFollowUpOn: '2026-09-01',
        closedOn: null,
      },
    ]);
  });
});
