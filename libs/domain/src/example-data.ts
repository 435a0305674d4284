/** The payload of every event type in a well-kept case: the defaults of `recorded`. All persons are invented. */
import { on } from './calendar';
import type { Extent, Law } from './codes';
import type { DecisionContent } from './decision/decision.events';
import { exampleId } from './example-ids';
import type { BoardId, EventId, ProviderId, UserId } from './ids';
import type { InvestigationContent } from './investigation/investigation.events';
import { DEFAULT_LIFE_AREAS } from './measures';
import type { OrderContent } from './order/order.events';
import type { Party } from './party/party.events';
import type { EventOf, PersonalFileEventType } from './vocabulary';

const law: Law = { statute: '1993:387', section: '9 § 3' };
const measure = 'ledsagarservice';
const extent: Extent = { amount: 20, unit: 'hours', per: 'month', activities: ['promenader', 'simhall'] };
const anna = 'anna' as UserId;

const person = {
  name: 'Elsa Exempelsson',
  identity: { kind: 'birthDate', value: '1984-05-17' },
  sex: 'female',
  protectedIdentity: false,
} as const;

const brother: Party = { kind: 'relative', name: 'Bo Exempelsson', relation: 'sibling', helps: false };

const decision: DecisionContent = {
  law,
  measure,
  outcome: 'approval',
  requestedExtent: extent,
  grantedExtent: extent,
  from: on('2026-03-02'),
  to: on('2028-02-29'),
  reasons: 'Behovet av ledsagning i vardagen tillgodoses inte på annat sätt.',
  decisiveFacts: ['Kan inte färdas på egen hand'],
  provisions: [law],
  decidedBy: anna,
  tookPart: [],
  howToAppeal: true,
};

const order: OrderContent = {
  measure,
  task: 'Ledsaga till simhall och promenader två gånger i veckan.',
  purpose: 'Att kunna delta i fritidsaktiviteter utanför hemmet.',
  goals: [
    {
      goalId: exampleId('goal', 1),
      level: 'overall',
      parentGoalId: null,
      lifeArea: 'communityLife',
      text: 'Elsa deltar i fritidsaktiviteter utanför hemmet',
      measuredBy: 'Antal aktiviteter per månad',
      direction: 'improve',
      byThePerson: true,
    },
  ],
  extent,
  from: on('2026-03-02'),
};

const investigation: InvestigationContent = {
  areas: DEFAULT_LIFE_AREAS.map((area) => ({ area, state: 'answered', text: 'Beskrivet i samtal.' })),
  interests: 'Simning och promenader.',
  resources: 'Klarar sin vardag i hemmet.',
  wishes: 'Önskar komma ut två gånger i veckan.',
  expressesNoWishes: false,
  relativesPerspective: 'Brodern beskriver samma behov.',
  alternativesTried: 'Färdtjänst räcker inte.',
  healthCareInvolved: false,
  coordinatedPlanConsidered: true,
  assessment: 'Behovet bedöms kvarstå under överskådlig tid.',
};

export const EXAMPLE_DATA: { readonly [T in PersonalFileEventType]: EventOf<T>['data'] } = {
  PersonalFileOpened: { boardId: 'norr' as BoardId, person },
  PersonDetailsChanged: { person: { ...person, name: 'Elsa Exempel' } },
  HouseholdRecorded: { from: on('2020-01-01'), cohabits: [], minorChildren: [] },
  NoteWritten: { text: 'Elsa ringde och berättade om sin vecka.' },
  DocumentReceived: { what: 'Läkarintyg', partyId: null, dated: on('2026-01-12') },
  DeathRecorded: { source: 'Folkbokföringen' },
  CorrectionClaimNoted: { claim: 'Elsa menar att antalet timmar är fel angivet.' },
  FormatNeedRecorded: { format: 'easyRead' },
  LongTermPlanRecorded: { text: 'Elsa vill på sikt arbeta i butik.' },
  RelativeSupportInformed: { partyId: exampleId('party') },

  EntryCorrected: {
    eventId: exampleId('order') as string as EventId,
    reason: 'Fel dag',
    schemaVersion: 1,
    data: {},
  },
  EntryRetracted: { eventId: exampleId('order') as string as EventId, reason: 'Hör till en annan akt' },
  EntryRedacted: { eventId: exampleId('order') as string as EventId, ground: 'Uppgifter om annan person' },

  PartyRecorded: { partyId: exampleId('party'), ...brother },
  PartyChanged: { partyId: exampleId('party'), ...brother, helps: true },

  CaseWorkerAssigned: {
    assignmentId: exampleId('assignment'),
    userId: anna,
    role: 'responsible',
    from: on('2020-01-01'),
  },
  CaseWorkerUnassigned: { assignmentId: exampleId('assignment') },
  HandoverAcknowledged: { assignmentId: exampleId('assignment') },

  RepresentativeRegistered: {
    representativeId: exampleId('representative'),
    partyId: exampleId('party'),
    kind: 'guardian',
    scope: ['all'],
    validFrom: on('2020-01-01'),
  },
  RepresentativeEnded: { representativeId: exampleId('representative') },
  RegisterExtractReceived: { representativeId: exampleId('representative'), dated: on('2026-01-15') },

  ConsentGiven: {
    consentId: exampleId('consent'),
    with: { partyId: exampleId('party') },
    subjects: ['all'],
    form: 'written',
    validFrom: on('2020-01-01'),
    representativeId: null,
  },
  ConsentRenewed: { consentId: exampleId('consent') },
  ConsentWithdrawn: { consentId: exampleId('consent') },

  ContactMade: {
    contactId: exampleId('contact'),
    withPerson: false,
    partyIds: [exampleId('party')],
    direction: 'out',
    channel: 'phone',
    subjects: ['measure'],
    purpose: 'Stämma av hur insatsen fungerar.',
    disclosed: true,
    ground: null,
  },
  ContactGroundRecorded: {
    contactId: exampleId('contact'),
    ground: {
      law: { statute: '2009:400', section: '10:2' },
      reason: 'Nödvändigt för att fullgöra uppgiften',
    },
  },

  CaseOpened: { caseId: exampleId('case'), caseNumber: '2026-00017', measure },
  CaseClosed: { caseId: exampleId('case'), reason: 'measureEnded' },
  CaseReopened: { caseId: exampleId('case'), reason: 'Ny ansökan' },
  FilePreserved: { ground: 'Född den 5 i månaden' },
  ErasurePaused: { ground: 'Pågående skadeståndsmål' },
  ErasureResumed: { ground: 'Målet är avgjort' },

  ApplicationReceived: {
    applicationId: exampleId('application'),
    law,
    measure,
    requestedExtent: extent,
    applicant: { kind: 'person', representativeId: null, partyId: null },
    channel: 'letter',
  },
  ApplicationWithdrawn: { applicationId: exampleId('application') },
  InformationReceived: { informationId: exampleId('information'), partyId: null, about: 'Behov av stöd' },
  DelayNoticeSent: { applicationId: exampleId('application'), reason: 'Läkarintyg inväntas' },
  RequestToDecideReceived: { applicationId: exampleId('application') },
  RequestToDecideRejected: { applicationId: exampleId('application'), reason: 'Utredningen är inte klar' },

  InvestigationOpened: {
    investigationId: exampleId('investigation'),
    applicationId: exampleId('application'),
    informationId: null,
    renewsDecisionId: null,
  },
  InvestigationCompleted: { investigationId: exampleId('investigation'), ...investigation },
  InvestigationRevised: { investigationId: exampleId('investigation'), ...investigation },
  CommunicationSent: { investigationId: exampleId('investigation'), channel: 'letter' },
  CommunicationAnswered: { investigationId: exampleId('investigation') },
  ChildImpactAssessed: { followUpId: null, text: 'Barnets behov är tillgodosedda.' },

  DecisionMade: {
    decisionId: exampleId('decision'),
    applicationId: exampleId('application'),
    investigationId: exampleId('investigation'),
    previousDecisionId: null,
    ...decision,
  },
  DecisionServed: { decisionId: exampleId('decision'), how: 'letter' },
  DecisionChanged: {
    decisionId: exampleId('decision'),
    ground: { statute: '2017:900', section: '37 §' },
    ...decision,
  },
  DecisionCorrected: { decisionId: exampleId('decision'), ...decision },
  AppealReceived: { appealId: exampleId('appeal'), decisionId: exampleId('decision') },
  AppealTimelinessChecked: { appealId: exampleId('appeal'), inTime: true },
  AppealForwarded: { appealId: exampleId('appeal') },
  AppealDecided: { appealId: exampleId('appeal'), outcome: 'upheld' },
  ExpenseAllowanceDecided: { decisionId: exampleId('decision'), granted: true },
  ExpenseAllowanceNotRelevant: { decisionId: exampleId('decision'), reason: 'Önskas inte' },
  AdvanceDecisionMade: {
    advanceDecisionId: exampleId('advanceDecision'),
    law: { statute: '1993:387', section: '16 §' },
    measure: 'bostadMedSarskildService',
    outcome: 'approval',
  },
  AdvanceServiceAvailable: { advanceDecisionId: exampleId('advanceDecision') },
  AdvanceDecisionUsed: { advanceDecisionId: exampleId('advanceDecision') },
  AdvanceDecisionLapsed: { advanceDecisionId: exampleId('advanceDecision') },

  OrderSent: {
    orderId: exampleId('order'),
    decisionId: exampleId('decision'),
    providerId: 'utforaren' as ProviderId,
    form: 'lov',
    ...order,
  },
  OrderRevised: { orderId: exampleId('order'), ...order },
  ProviderReminded: { orderId: exampleId('order'), of: 'plan', channel: 'phone' },
  OrderCancelled: { orderId: exampleId('order'), reason: 'Elsa byter utförare' },

  PlanReceived: {
    planId: exampleId('plan'),
    orderId: exampleId('order'),
    task: 'Ledsaga till simhall och promenader två gånger i veckan.',
    purpose: 'Att kunna delta i fritidsaktiviteter utanför hemmet.',
    goals: [
      {
        goalId: exampleId('goal', 101),
        orderGoalId: exampleId('goal', 1),
        text: 'Elsa deltar i fritidsaktiviteter utanför hemmet',
      },
    ],
    activities: [
      {
        goalId: exampleId('goal', 101),
        what: 'Simhall',
        when: 'Tisdagar och torsdagar',
        how: 'Ledsagaren möter upp i hemmet',
        responsible: 'Gruppledaren',
      },
    ],
    extent,
    cooperation: 'Avstämning med brodern en gång i månaden.',
    followUpWhen: 'Var tredje månad',
    followUpHow: 'Hembesök',
    personTookPart: true,
  },
  PlanReturned: { planId: exampleId('plan'), reasons: ['Mål saknas'] },
  PlanApproved: { planId: exampleId('plan'), approvedBy: anna },

  ExecutionStarted: {
    executionId: exampleId('execution'),
    decisionId: exampleId('decision'),
    orderId: exampleId('order'),
  },
  ExecutionInterrupted: { executionId: exampleId('execution'), reason: 'Sjukhusvistelse' },
  ExecutionResumed: { executionId: exampleId('execution') },
  ExecutionEnded: { executionId: exampleId('execution'), reason: 'Insatsen har upphört' },
  ExecutionPostponedByPerson: { decisionId: exampleId('decision') },
  UnexecutedReported: {
    decisionId: exampleId('decision'),
    executionId: null,
    quarter: '2026-Q2',
    to: ['ivo', 'auditors'],
  },
  ExecutionDateReported: { decisionId: exampleId('decision'), to: ['ivo'] },
  NonPerformanceLearned: { orderId: exampleId('order'), firstMissedOn: on('2026-01-15'), source: 'person' },
  DeviationReported: {
    deviationId: exampleId('deviation'),
    orderId: exampleId('order'),
    firstMissedOn: on('2026-01-15'),
  },
  DeviationHandled: { deviationId: exampleId('deviation'), action: 'Vikarie insatt' },
  PerformerRecorded: {
    performerId: exampleId('performer'),
    orderId: exampleId('order'),
    partyId: exampleId('party'),
    kind: 'external',
  },
  PerformerEnded: { performerId: exampleId('performer') },
  RegisterCheckNoted: { performerId: exampleId('performer'), shown: true },
  RelativeEmploymentAsked: {
    questionId: exampleId('question'),
    orderId: exampleId('order'),
    partyId: exampleId('party'),
  },
  RelativeEmploymentAnswered: {
    questionId: exampleId('question'),
    answer: 'yes',
    assessment: 'Brodern känner behoven väl och Elsa önskar det själv.',
  },
  IndividualRiskAssessed: { performerId: exampleId('performer'), assessment: 'Inga särskilda risker.' },

  FollowUpDocumented: {
    followUpId: exampleId('followUp'),
    decisionId: exampleId('decision'),
    orderId: exampleId('order'),
    planId: exampleId('plan'),
    how: 'homeVisit',
    personsView: 'Elsa är nöjd och vill fortsätta.',
    performedAsDecided: 'yes',
    presentSituation: 'Oförändrad.',
    furtherNeeds: 'Inga nya behov.',
    goals: [{ goalId: exampleId('goal', 1), attainment: 'partlyMet' }],
    performerId: null,
    activitiesDone: ['Simhall', 'Promenader'],
  },
  ProviderFollowUpReceived: { orderId: exampleId('order'), givenAsOrdered: 'yes' },
  ProviderDataRequested: {
    requestId: exampleId('request'),
    orderId: exampleId('order'),
    what: 'Utförda timmar',
  },
  ProviderDataReceived: { requestId: exampleId('request') },

  IndividualPlanOffered: { decisionId: exampleId('decision'), accepted: true },
  IndividualPlanRequested: { requestId: exampleId('request', 2) },
  IndividualPlanMade: { individualPlanId: exampleId('individualPlan'), requestId: exampleId('request', 2) },
  IndividualPlanReviewed: { individualPlanId: exampleId('individualPlan') },

  CoordinatedPlanNeeded: { coordinatedPlanId: exampleId('coordinatedPlan') },
  CoordinatedPlanConsented: {
    coordinatedPlanId: exampleId('coordinatedPlan'),
    consentId: exampleId('consent'),
  },
  CoordinatedPlanStarted: { coordinatedPlanId: exampleId('coordinatedPlan') },
  CoordinatedPlanMade: {
    coordinatedPlanId: exampleId('coordinatedPlan'),
    services: ['Ledsagarservice', 'Arbetsterapi'],
    responsible: ['Kommunen', 'Regionen'],
    measuresByOthers: [],
    leads: 'Kommunen',
  },

  ViolenceQuestionsAsked: {},
  ViolenceQuestionsNotSuitable: { reason: 'notAlone' },

  MalpracticeReported: {
    malpracticeId: exampleId('malpractice'),
    text: 'Insatsen uteblev vid upprepade tillfällen.',
  },
  MalpracticeInvestigationStarted: { malpracticeId: exampleId('malpractice') },
  MalpracticeInvestigated: { malpracticeId: exampleId('malpractice'), remedy: 'Ny rutin för vikarier' },
  MalpracticeJudgedSerious: { malpracticeId: exampleId('malpractice') },
  IvoNotified: { malpracticeId: exampleId('malpractice') },

  GapAcknowledged: { obligationId: 'plan-due-15-days:order', reason: 'Utföraren bytte system' },
  GapAcknowledgementWithdrawn: { obligationId: 'plan-due-15-days:order', reason: 'Kvitterad av misstag' },
  JudgementRecorded: {
    ruleId: 'decision-without-current-investigation',
    subject: exampleId('decision'),
    judgement: 'met',
    reason: 'Underlaget är aktuellt',
  },
  ReminderSet: {
    reminderId: exampleId('reminder'),
    on: on('2026-12-18'),
    text: 'Ring utföraren om planen',
    userId: undefined,
  },
  ReminderMoved: { reminderId: exampleId('reminder'), on: on('2026-12-21') },
  ReminderDone: { reminderId: exampleId('reminder') },
  ReminderDropped: { reminderId: exampleId('reminder'), reason: 'Planen har kommit' },
};
