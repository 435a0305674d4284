import { exampleId, recorded } from '@rt/domain';
import { blindSpot, type BlindSpot } from './blind-spot';

const decided = recorded('DecisionMade', '2026-02-20');
const sent = recorded('OrderSent', '2026-03-02');
const received = recorded('PlanReceived', '2026-03-10');
const secondPlan = { planId: exampleId('plan', 2), goals: [], activities: [] };

export const ORDERS_AND_EXECUTION: readonly BlindSpot[] = [
  blindSpot(
    'order-after-approval',
    'Whether all that was granted was ordered: an order of five hours for a decision of twenty meets it.',
    [
      decided,
      recorded('OrderSent', '2026-02-24', {
        extent: { amount: 5, unit: 'hours', per: 'month', activities: [] },
      }),
    ],
    '2026-04-01',
    ['fulfilled'],
  ),
  blindSpot(
    'order-without-decision',
    'Whether what is ordered is in substance what was granted.',
    [decided, recorded('OrderSent', '2026-03-02', { task: 'Städa varje fredag', goals: [] })],
    '2026-03-02',
    [],
  ),
  blindSpot(
    'order-unspecific',
    'Whether words that are not in the list say anything.',
    [recorded('OrderSent', '2026-03-02', { task: 'Något trevligt' })],
    '2026-04-01',
    [],
  ),
  blindSpot(
    'plan-due',
    'Whether the plan is a plan: an empty one meets the duty.',
    [sent, recorded('PlanReceived', '2026-03-10', { goals: [], activities: [], task: undefined })],
    '2026-04-01',
    ['fulfilled'],
  ),
  blindSpot(
    'plan-review-due',
    'Whether anybody read the plan before it was approved.',
    [received, recorded('PlanApproved', '2026-03-10')],
    '2026-04-01',
    ['fulfilled'],
  ),
  blindSpot(
    'plan-resubmission-due',
    'Whether the new plan puts right what the old one was returned for.',
    [
      sent,
      received,
      recorded('PlanReturned', '2026-03-16'),
      recorded('PlanReceived', '2026-03-20', secondPlan),
    ],
    '2026-05-01',
    ['fulfilled'],
  ),
  blindSpot(
    'plan-renewal-due',
    'Whether the updated plan was updated: the same text with a new id meets the duty.',
    [
      sent,
      received,
      recorded('PlanApproved', '2026-03-12'),
      recorded('PlanReceived', '2027-03-02', { planId: exampleId('plan', 2) }),
    ],
    '2027-04-01',
    ['fulfilled'],
  ),
  blindSpot(
    'plan-mismatch-order',
    'That two texts with different words mean the same: it calls this goal another one.',
    [
      recorded('OrderSent', '2026-03-02', {
        goals: [
          {
            goalId: exampleId('goal', 1),
            level: 'overall',
            parentGoalId: null,
            text: 'Simma varje vecka',
            byThePerson: true,
          },
        ],
      }),
      recorded('PlanReceived', '2026-03-10', {
        goals: [
          {
            goalId: exampleId('goal', 101),
            orderGoalId: exampleId('goal', 1),
            text: 'Besöka badhuset på tisdagar',
          },
        ],
      }),
    ],
    '2026-03-11',
    ['overdue'],
  ),
  blindSpot(
    'plan-content-incomplete',
    'Whether a part says anything that can be followed: any text counts.',
    [recorded('PlanReceived', '2026-03-10', { cooperation: 'Vid behov', followUpWhen: 'Senare' })],
    '2026-04-01',
    [],
  ),
  blindSpot(
    'decision-unexecuted',
    'Whether the whole of the measure is performed: a start on one day meets the duty.',
    [decided, recorded('ExecutionStarted', '2026-03-16')],
    '2026-09-01',
    ['fulfilled'],
  ),
  blindSpot(
    'execution-interrupted',
    'That the measure is performed in part, or that an interruption was never reported.',
    [
      decided,
      recorded('ExecutionStarted', '2026-03-02'),
      recorded('NonPerformanceLearned', '2026-04-01', { source: 'person' }),
    ],
    '2026-09-01',
    [],
  ),
  blindSpot(
    'unexecuted-report-due',
    'Whether the report was right: its content is not in the file.',
    [decided, recorded('UnexecutedReported', '2026-06-01', { to: ['ivo', 'auditors'] })],
    '2026-09-30',
    ['fulfilled', 'pending'],
  ),
  blindSpot(
    'relative-employed-without-asking',
    'That somebody is a relative whom nobody recorded as one.',
    [
      recorded('PartyRecorded', '2026-01-07', { kind: 'provider', relation: 'none', name: 'Bo Exempelsson' }),
      recorded('PerformerRecorded', '2026-03-16'),
    ],
    '2026-04-01',
    [],
  ),
  blindSpot(
    'relative-employed-despite-no',
    'That a relative who got a no performs the measure under another party.',
    [
      recorded('RelativeEmploymentAsked', '2026-03-02'),
      recorded('RelativeEmploymentAnswered', '2026-03-04', { answer: 'no' }),
      recorded('PerformerRecorded', '2026-03-16', { partyId: exampleId('party', 2), kind: 'relative' }),
    ],
    '2026-04-01',
    [],
  ),
  blindSpot(
    'relative-performer-and-representative',
    'That two parties of the file are one person.',
    [
      recorded('PartyRecorded', '2026-01-07'),
      recorded('PartyRecorded', '2026-01-07', { partyId: exampleId('party', 2) }),
      recorded('RepresentativeRegistered', '2026-01-07'),
      recorded('PerformerRecorded', '2026-03-16', { partyId: exampleId('party', 2), kind: 'relative' }),
    ],
    '2026-04-01',
    [],
  ),
  blindSpot(
    'performer-lives-with-person',
    'That somebody moved in after the household was recorded.',
    [
      recorded('HouseholdRecorded', '2026-01-07', { cohabits: [] }),
      recorded('PerformerRecorded', '2026-03-16', { kind: 'relative' }),
    ],
    '2026-09-01',
    [],
  ),
  blindSpot(
    'follow-up-due',
    'Whether the follow-up asked the person anything: one without content meets the duty.',
    [
      recorded('ExecutionStarted', '2025-09-01'),
      recorded('FollowUpDocumented', '2026-02-02', {
        how: undefined,
        personsView: undefined,
        presentSituation: undefined,
        furtherNeeds: undefined,
        goals: [],
        activitiesDone: [],
      }),
    ],
    '2026-03-02',
    ['fulfilled', 'pending'],
  ),
  blindSpot(
    'decision-corrected-after-service',
    'Whether a correction changed the meaning: a slip of the pen counts like anything else.',
    [
      recorded('DecisionMade', '2026-02-20'),
      recorded('DecisionServed', '2026-02-23'),
      recorded('DecisionCorrected', '2026-03-02'),
    ],
    '2026-03-02',
    [],
  ),
  blindSpot(
    'decision-corrected-after-service',
    'A correction on the very day the decision was sent: which came first does not show.',
    [
      recorded('DecisionMade', '2026-02-20'),
      recorded('DecisionServed', '2026-02-23'),
      recorded('EntryCorrected', '2026-02-23', {
        eventId: recorded('DecisionMade', '2026-02-20').id,
        data: { ...recorded('DecisionMade', '2026-02-20').data, outcome: 'rejection' },
      }),
    ],
    '2026-03-02',
    [],
  ),
  blindSpot(
    'judgment-to-carry-out',
    'Whether what was done is what the court granted: any order after the judgment counts, here one of an hour.',
    [
      recorded('DecisionMade', '2026-02-20', { outcome: 'rejection' }),
      recorded('AppealReceived', '2026-03-04'),
      recorded('AppealDecided', '2026-06-15', {
        outcome: 'changed',
        grants: {
          law: { statute: '1993:387', section: '9 § 3' },
          measure: 'ledsagarservice',
          outcome: 'approval',
          grantedExtent: { amount: 40, unit: 'hours', per: 'month', activities: [] },
        },
      }),
      recorded('OrderSent', '2026-06-17', {
        extent: { amount: 1, unit: 'hours', per: 'month', activities: [] },
      }),
    ],
    '2026-07-01',
    ['fulfilled'],
  ),
];
