/** Random facts about what the board owes: applications, appeals, unexecuted decisions, performers in two roles, workers and questions. */
import fc from 'fast-check';
import { exampleId, type EventOf } from '@rt/domain';
import {
  orNull,
  id,
  denseDay as day,
  denseEvent as event,
  decidedTo,
  denseDecision as decision,
} from './dense-event.fixture';

export const applications = [
  event('ApplicationReceived', {
    applicationId: id('application'),
    applicant: fc.constantFrom<EventOf<'ApplicationReceived'>['data']['applicant']>(
      { kind: 'person', representativeId: null, partyId: null },
      { kind: 'representative', representativeId: exampleId('representative'), partyId: null },
      { kind: 'representative', representativeId: null, partyId: null },
      { kind: 'party', representativeId: null, partyId: exampleId('party') },
    ),
    measure: fc.constantFrom('ledsagarservice', 'ledsagarservice', 'kontaktperson'),
  }),
  event('ApplicationWithdrawn', { applicationId: id('application') }),
  event('InformationReceived', { informationId: id('information') }),
  event('RequestToDecideReceived', { applicationId: id('application') }),
  event('RequestToDecideRejected', { applicationId: id('application') }),
  event('AdvanceDecisionMade', { advanceDecisionId: id('advanceDecision') }),
  event('InvestigationOpened', {
    investigationId: id('investigation'),
    applicationId: orNull(id('application')),
    informationId: orNull(id('information')),
    renewsDecisionId: orNull(id('decision')),
  }),
  event('DecisionMade', {
    ...decision,
    applicationId: orNull(id('application')),
    previousDecisionId: orNull(id('decision')),
    to: decidedTo,
  }),
  event('DecisionChanged', { ...decision, to: decidedTo }),
  event('RepresentativeRegistered', {
    kind: fc.constantFrom('guardian', 'powerOfAttorney', 'custodian'),
    validFrom: day,
    validTo: fc.option(day, { nil: undefined }),
  }),
  event('RepresentativeEnded', {}),
];
export const appeals = [
  event('DecisionMade', { ...decision, to: decidedTo }),
  event('DecisionChanged', decision),
  event('DecisionServed', { decisionId: id('decision') }),
  event('AppealReceived', { appealId: id('appeal'), decisionId: id('decision') }),
  event('AppealTimelinessChecked', { appealId: id('appeal'), inTime: fc.boolean() }),
  event('AppealForwarded', { appealId: id('appeal') }),
  event('AppealDecided', { appealId: id('appeal') }),
  event('CommunicationSent', {
    investigationId: id('investigation'),
    answerBy: fc.option(day, { nil: undefined }),
    exemption: fc.constantFrom(undefined, undefined, 'Uppenbart obehövligt'),
  }),
  event('CommunicationAnswered', { investigationId: id('investigation') }),
  event('InvestigationOpened', {
    investigationId: id('investigation'),
    applicationId: orNull(id('application')),
  }),
];
export const unexecuted = [
  event('DecisionMade', { ...decision, previousDecisionId: orNull(id('decision')), to: decidedTo }),
  event('DecisionChanged', { ...decision, to: decidedTo }),
  event('OrderSent', { orderId: id('order'), decisionId: orNull(id('decision')) }),
  event('ExecutionStarted', {
    executionId: id('execution'),
    decisionId: orNull(id('decision')),
    orderId: orNull(id('order')),
  }),
  event('ExecutionInterrupted', { executionId: id('execution') }),
  event('ExecutionInterrupted', { executionId: id('execution') }),
  event('ExecutionResumed', { executionId: id('execution') }),
  event('ExecutionEnded', { executionId: id('execution') }),
  event('ExecutionPostponedByPerson', {
    decisionId: id('decision'),
    until: fc.option(day, { nil: undefined }),
  }),
  event('UnexecutedReported', {
    decisionId: id('decision'),
    executionId: orNull(id('execution')),
    to: fc.constantFrom<EventOf<'UnexecutedReported'>['data']['to'][]>(['ivo', 'auditors'], ['ivo']),
  }),
];
export const roles = [
  event('HouseholdRecorded', {
    from: day,
    cohabits: fc.constantFrom([], [exampleId('party')], [exampleId('party', 2)]),
  }),
  event('RepresentativeRegistered', {
    representativeId: id('representative'),
    partyId: id('party'),
    validFrom: day,
    validTo: fc.option(day, { nil: undefined }),
  }),
  event('RepresentativeEnded', { representativeId: id('representative') }),
  event('PerformerEnded', { performerId: id('performer') }),
  event('IndividualRiskAssessed', { performerId: id('performer') }),
];
export const care = [
  event('CaseWorkerAssigned', {
    assignmentId: id('assignment'),
    from: day,
    to: fc.option(day, { nil: undefined }),
    role: fc.constantFrom('responsible', 'responsible', 'substitute'),
  }),
  event('CaseWorkerUnassigned', { assignmentId: id('assignment') }),
  event('HandoverAcknowledged', { assignmentId: id('assignment') }),
  event('ViolenceQuestionsAsked', {}),
  event('ViolenceQuestionsNotSuitable', {}),
  event('IndividualPlanOffered', { decisionId: id('decision') }),
  event('IndividualPlanMade', { individualPlanId: id('individualPlan') }),
];

/** Case workers who come and go in one open case, and read the handover. */
export const handovers = [
  event('CaseOpened', { caseId: fc.constant(exampleId('case')) }),
  event('CaseOpened', { caseId: fc.constant(exampleId('case')) }),
  event('CaseWorkerAssigned', { assignmentId: id('assignment') }),
  event('CaseWorkerAssigned', { assignmentId: id('assignment') }),
  event('CaseWorkerUnassigned', { assignmentId: fc.constant(exampleId('assignment')) }),
  event('HandoverAcknowledged', { assignmentId: fc.constant(exampleId('assignment', 2)) }),
  event('CaseClosed', { caseId: fc.constant(exampleId('case')) }),
];

/** Decisions that are reported as unexecuted, again and again. */
export const reports = [
  event('DecisionMade', { decisionId: fc.constant(exampleId('decision')), to: fc.constant(undefined) }),
  event('UnexecutedReported', { decisionId: fc.constant(exampleId('decision')) }),
  event('UnexecutedReported', { decisionId: fc.constant(exampleId('decision')) }),
  event('ExecutionStarted', { decisionId: fc.constant(exampleId('decision')) }),
];
