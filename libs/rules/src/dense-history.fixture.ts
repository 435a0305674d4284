/**
 * Random histories of the facts that rules read: few things, many facts about each, on few days, in any order, with anything missing.
 * They need not be possible: a plan may come before its order, a case may close before it opens. A check must answer for all of them.
 */
import fc from 'fast-check';
import { asHistory, createdIn, exampleId, SPECS, type Party } from '@rt/domain';
import { applications, appeals, unexecuted, roles, care, handovers, reports } from './dense-duties.fixture';
import {
  perhaps,
  orNull,
  id,
  denseExtent as extent,
  subjects,
  denseDay as day,
  denseEvent as event,
  denseDecision as decision,
  investigation,
  task,
  purpose,
  order,
  type Event,
} from './dense-event.fixture';

/** The facts that rules read, grouped by subject. */
const frame = [
  event('PersonalFileOpened', {}),
  event('CaseWorkerAssigned', { assignmentId: id('assignment') }),
  event('CaseOpened', { caseId: id('case') }),
  event('CaseClosed', { caseId: id('case') }),
  event('CaseReopened', { caseId: id('case') }),
  event('DeathRecorded', {}),
];
const relation = fc.constantFrom('none', 'none', 'sibling') as fc.Arbitrary<Party['relation']>;
const contacts = [
  event('PartyRecorded', {
    partyId: id('party'),
    kind: fc.constantFrom('relative', 'professional', 'authority', 'provider', 'other'),
    relation,
  }),
  event('PartyChanged', {
    partyId: id('party'),
    kind: fc.constantFrom('relative', 'professional'),
    relation,
  }),
  event('PersonDetailsChanged', {
    person: fc.constantFrom('1984-05-17', '2007-01-05').map((value) => ({
      name: 'Elsa Exempelsson',
      identity: { kind: 'birthDate', value },
      sex: 'female',
      protectedIdentity: false,
    })),
  }),
  event('RepresentativeRegistered', {
    partyId: id('party'),
    kind: fc.constantFrom('guardian', 'custodian'),
    scope: subjects,
    validFrom: day,
    validTo: fc.option(day, { nil: undefined }),
  }),
  event('RepresentativeEnded', {}),
  event('ConsentGiven', {
    consentId: id('consent'),
    with: fc.constantFrom(
      { partyId: exampleId('party', 1) },
      { partyId: exampleId('party', 2) },
      { category: 'relatives' },
    ),
    subjects,
    validFrom: day,
    validTo: fc.option(day, { nil: undefined }),
    representativeId: fc.constantFrom(null, null, exampleId('representative')),
    reservations: fc.constantFrom(undefined, undefined, 'Inte ekonomi', 'Inte till min bror'),
  }),
  event('ConsentRenewed', { consentId: id('consent'), validTo: fc.option(day, { nil: undefined }) }),
  event('ConsentWithdrawn', { consentId: id('consent') }),
  event('ContactMade', {
    contactId: id('contact'),
    withPerson: fc.constantFrom(false, false, true),
    partyIds: fc.uniqueArray(id('party'), { maxLength: 2 }),
    direction: fc.constantFrom('in', 'out'),
    disclosed: fc.boolean(),
    subjects,
    ground: fc.constantFrom(null, null, { consentId: exampleId('consent') }),
  }),
  event('JudgementRecorded', {
    ruleId: fc.constant('contact-relative-without-consent'),
    subject: id('contact'),
    judgement: fc.constantFrom('met', 'notMet'),
  }),
  event('ContactGroundRecorded', {
    contactId: id('contact'),
    ground: fc.constantFrom(
      { consentId: exampleId('consent') },
      { law: { statute: '2009:400', section: '10 kap. 2 §' }, reason: 'Nödvändigt' },
    ),
  }),
];
/** Consents of one party that are given, withdrawn and renewed, and contacts with that party. */
const withdrawals = [
  event('PartyRecorded', { kind: fc.constantFrom('relative', 'relative', 'professional') }),
  event('ConsentGiven', { consentId: id('consent'), subjects, validTo: fc.constant(undefined) }),
  event('ConsentWithdrawn', { consentId: id('consent') }),
  event('ConsentRenewed', { consentId: id('consent'), validTo: fc.constant(undefined) }),
  event('ContactMade', { contactId: id('contact'), direction: fc.constant('out'), subjects }),
  event('ContactGroundRecorded', { contactId: id('contact') }),
];
const decisions = [
  event('ApplicationReceived', {
    applicationId: id('application'),
    measure: fc.constantFrom('ledsagning', 'kontaktperson'),
  }),
  event('InvestigationOpened', {
    investigationId: id('investigation'),
    applicationId: orNull(id('application')),
  }),
  event('InvestigationCompleted', investigation),
  event('InvestigationRevised', investigation),
  event('DecisionMade', {
    ...decision,
    applicationId: orNull(id('application')),
    investigationId: orNull(id('investigation')),
    previousDecisionId: orNull(id('decision')),
  }),
  event('DecisionChanged', decision),
  event('DecisionCorrected', decision),
];
const judgments = [
  event('AppealReceived', { appealId: id('appeal'), decisionId: id('decision') }),
  event('AppealDecided', {
    appealId: id('appeal'),
    outcome: fc.constantFrom('changed', 'changed', 'upheld'),
    grants: fc.constantFrom(undefined, {
      law: { statute: '1993:387', section: '9 § 3' },
      measure: 'ledsagning',
      outcome: 'approval' as const,
      grantedExtent: null,
    }),
  }),
];
const orders = [
  event('OrderSent', { ...order, decisionId: orNull(id('decision')) }),
  event('OrderRevised', order),
  event('OrderRevised', order),
  event('OrderCancelled', { orderId: id('order') }),
  ...([1, 2, 3, 4] as const).map((number) =>
    event('PlanReceived', {
      planId: fc.constant(exampleId('plan', number)),
      orderId: orNull(id('order')),
      task,
      purpose,
      goals: fc.constantFrom(
        [],
        [
          {
            goalId: exampleId('goal', 10 + number),
            orderGoalId: exampleId('goal', 1),
            text: 'Simma varje vecka',
          },
        ],
        [
          {
            goalId: exampleId('goal', 10 + number),
            orderGoalId: exampleId('goal', 1),
            text: 'Komma ut och simma varje tisdag',
          },
        ],
      ),
      extent,
      activities: fc.constantFrom(
        [],
        [
          {
            goalId: exampleId('goal', 10 + number),
            what: 'Simhall',
            when: 'Tisdagar',
            how: 'Till fots',
            responsible: 'Ledaren',
          },
        ],
      ),
      cooperation: perhaps('Ingen'),
    }),
  ),
  event('PlanApproved', { planId: id('plan') }),
  event('JudgementRecorded', {
    ruleId: fc.constant('plan-mismatch-order'),
    subject: id('plan'),
    judgement: fc.constantFrom('met', 'notMet', 'notApplicable'),
  }),
  event('PlanReturned', { planId: id('plan') }),
];
const executions = [
  event('ExecutionStarted', {
    executionId: id('execution'),
    decisionId: orNull(id('decision')),
    orderId: orNull(id('order')),
  }),
  event('ExecutionEnded', { executionId: id('execution') }),
  event('FollowUpDocumented', {
    decisionId: orNull(id('decision')),
    orderId: orNull(id('order')),
    planId: orNull(id('plan')),
  }),
];
const performers = [
  event('PerformerRecorded', {
    performerId: id('performer'),
    partyId: id('party'),
    orderId: orNull(id('order')),
    kind: fc.constantFrom('relative', 'relative', 'external'),
  }),
  event('PerformerEnded', { performerId: id('performer') }),
  event('PartyRecorded', { partyId: id('party'), kind: fc.constantFrom('relative', 'provider'), relation }),
  event('PartyChanged', { partyId: id('party'), kind: fc.constantFrom('relative', 'provider'), relation }),
  event('RelativeEmploymentAsked', {
    questionId: id('question'),
    partyId: id('party'),
    orderId: orNull(id('order')),
  }),
  event('RelativeEmploymentAnswered', {
    questionId: id('question'),
    answer: fc.constantFrom('yes', 'no', 'no'),
  }),
];

/** The facts that one rule combines. A history has few kinds of facts, so that they concern the same things. */
const MEETINGS = [
  withdrawals,
  contacts,
  decisions,
  [...decisions, ...orders],
  orders,
  [...orders, ...frame],
  [...executions, ...frame],
  [...executions, ...decisions],
  [...executions, ...decisions, ...orders],
  [...decisions, ...orders, ...frame],
  [...decisions, ...judgments, ...orders],
  performers,
  applications,
  [...applications, ...frame],
  appeals,
  unexecuted,
  [...unexecuted, ...frame],
  [...performers, ...roles],
  handovers,
  reports,
  [...frame, ...care],
  [...frame, ...care, ...decisions],
  [
    ...frame,
    ...contacts,
    ...decisions,
    ...orders,
    ...executions,
    ...performers,
    ...applications,
    ...appeals,
    ...unexecuted,
    ...roles,
    ...care,
  ],
];

/** Removes a second event that creates the same thing: a store would have refused it. */
const distinct = (events: readonly Event[]): readonly Event[] => {
  const taken = new Set<string>();
  return events.filter(({ id: eventId, type, data }) => {
    const own = SPECS[type].creates && `${type} ${createdIn(type, data)[0]?.id}`;
    const key = own ?? eventId;
    return taken.has(key) ? false : taken.add(key);
  });
};

/** Random histories. Each event is recorded in the order given, on its own day or later. */
export const arbitraryDenseHistory = (): fc.Arbitrary<readonly Event[]> =>
  fc
    .oneof(
      ...MEETINGS.map((facts) => fc.array(fc.oneof(...facts), { minLength: 3, maxLength: 30, size: 'max' })),
    )
    .map((events) => asHistory(distinct(events)));
