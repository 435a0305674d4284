import type { Words } from '../read-model';

/** A rule may read any step of a file, and what none reads today one may read tomorrow. */
export const findingsWords: Words = {
  PersonalFileOpened: 'counts',
  PersonDetailsChanged: 'counts',
  HouseholdRecorded: 'counts',
  NoteWritten: 'counts',
  CorrectionClaimNoted: 'counts',
  FormatNeedRecorded: 'counts',
  LongTermPlanRecorded: 'counts',
  RelativeSupportInformed: 'counts',

  EntryCorrected: 'counts',
  EntryRetracted: 'counts',
  EntryRedacted: 'counts',

  PartyRecorded: 'counts',
  PartyChanged: 'counts',

  CaseWorkerAssigned: 'counts',
  CaseWorkerUnassigned: 'counts',
  HandoverAcknowledged: 'counts',

  RepresentativeRegistered: 'counts',
  RepresentativeEnded: 'counts',
  RegisterExtractReceived: 'counts',

  ConsentGiven: 'counts',
  ConsentRenewed: 'counts',
  ConsentWithdrawn: 'counts',

  ContactMade: 'counts',
  ContactGroundRecorded: 'counts',

  CaseOpened: 'counts',
  CaseClosed: 'counts',
  CaseReopened: 'counts',
  FilePreserved: 'counts',
  ErasurePaused: 'counts',
  ErasureResumed: 'counts',

  ApplicationReceived: 'counts',
  ApplicationWithdrawn: 'counts',
  InformationReceived: 'counts',
  DelayNoticeSent: 'counts',
  RequestToDecideReceived: 'counts',
  RequestToDecideRejected: 'counts',

  InvestigationOpened: 'counts',
  InvestigationCompleted: 'counts',
  InvestigationRevised: 'counts',
  CommunicationSent: 'counts',
  CommunicationAnswered: 'counts',
  ChildImpactAssessed: 'counts',

  DecisionMade: 'counts',
  DecisionServed: 'counts',
  DecisionChanged: 'counts',
  DecisionCorrected: 'counts',
  AppealReceived: 'counts',
  AppealTimelinessChecked: 'counts',
  AppealForwarded: 'counts',
  AppealDecided: 'counts',
  ExpenseAllowanceDecided: 'counts',
  ExpenseAllowanceNotRelevant: 'counts',
  AdvanceDecisionMade: 'counts',
  AdvanceServiceAvailable: 'counts',
  AdvanceDecisionUsed: 'counts',
  AdvanceDecisionLapsed: 'counts',

  OrderSent: 'counts',
  OrderRevised: 'counts',
  OrderCancelled: 'counts',

  PlanReceived: 'counts',
  PlanReturned: 'counts',
  PlanApproved: 'counts',

  ExecutionStarted: 'counts',
  ExecutionInterrupted: 'counts',
  ExecutionResumed: 'counts',
  ExecutionEnded: 'counts',
  ExecutionPostponedByPerson: 'counts',
  UnexecutedReported: 'counts',
  ExecutionDateReported: 'counts',
  NonPerformanceLearned: 'counts',
  DeviationReported: 'counts',
  DeviationHandled: 'counts',
  PerformerRecorded: 'counts',
  PerformerEnded: 'counts',
  RegisterCheckNoted: 'counts',
  RelativeEmploymentAsked: 'counts',
  RelativeEmploymentAnswered: 'counts',
  IndividualRiskAssessed: 'counts',

  FollowUpDocumented: 'counts',
  ProviderFollowUpReceived: 'counts',
  ProviderDataRequested: 'counts',
  ProviderDataReceived: 'counts',

  IndividualPlanOffered: 'counts',
  IndividualPlanRequested: 'counts',
  IndividualPlanMade: 'counts',
  IndividualPlanReviewed: 'counts',

  CoordinatedPlanNeeded: 'counts',
  CoordinatedPlanConsented: 'counts',
  CoordinatedPlanStarted: 'counts',
  CoordinatedPlanMade: 'counts',

  ViolenceQuestionsAsked: 'counts',
  ViolenceQuestionsNotSuitable: 'counts',

  MalpracticeReported: 'counts',
  MalpracticeInvestigationStarted: 'counts',
  MalpracticeInvestigated: 'counts',
  MalpracticeJudgedSerious: 'counts',
  IvoNotified: 'counts',

  GapAcknowledged: 'counts',
  GapAcknowledgementWithdrawn: 'counts',
  JudgementRecorded: 'counts',
};
