import type { Words } from '../read-model';

/** What states a last day, what renews it, and what ends the need of it. */
export const expiriesWords: Words = {
  PersonalFileOpened: 'counts',
  PersonDetailsChanged: 'ignored',
  HouseholdRecorded: 'ignored',
  NoteWritten: 'ignored',
  CorrectionClaimNoted: 'ignored',
  FormatNeedRecorded: 'ignored',
  LongTermPlanRecorded: 'ignored',
  RelativeSupportInformed: 'ignored',

  EntryCorrected: 'counts',
  EntryRetracted: 'counts',
  EntryRedacted: 'counts',

  PartyRecorded: 'ignored',
  PartyChanged: 'ignored',

  CaseWorkerAssigned: 'counts',
  CaseWorkerUnassigned: 'counts',
  HandoverAcknowledged: 'ignored',

  RepresentativeRegistered: 'ignored',
  RepresentativeEnded: 'ignored',
  RegisterExtractReceived: 'ignored',

  ConsentGiven: 'counts',
  ConsentRenewed: 'counts',
  ConsentWithdrawn: 'counts',

  ContactMade: 'ignored',
  ContactGroundRecorded: 'ignored',

  CaseOpened: 'counts',
  CaseClosed: 'counts',
  CaseReopened: 'counts',
  FilePreserved: 'ignored',
  ErasurePaused: 'ignored',
  ErasureResumed: 'ignored',

  ApplicationReceived: 'ignored',
  ApplicationWithdrawn: 'ignored',
  InformationReceived: 'ignored',
  DelayNoticeSent: 'ignored',
  RequestToDecideReceived: 'ignored',
  RequestToDecideRejected: 'ignored',

  InvestigationOpened: 'ignored',
  InvestigationCompleted: 'ignored',
  InvestigationRevised: 'ignored',
  CommunicationSent: 'ignored',
  CommunicationAnswered: 'ignored',
  ChildImpactAssessed: 'ignored',

  DecisionMade: 'counts',
  DecisionServed: 'ignored',
  DecisionChanged: 'counts',
  DecisionCorrected: 'counts',
  AppealReceived: 'ignored',
  AppealTimelinessChecked: 'ignored',
  AppealForwarded: 'ignored',
  AppealDecided: 'ignored',
  ExpenseAllowanceDecided: 'ignored',
  ExpenseAllowanceNotRelevant: 'ignored',
  AdvanceDecisionMade: 'ignored',
  AdvanceServiceAvailable: 'ignored',
  AdvanceDecisionUsed: 'ignored',
  AdvanceDecisionLapsed: 'ignored',

  OrderSent: 'counts',
  OrderRevised: 'ignored',
  OrderCancelled: 'counts',

  PlanReceived: 'counts',
  PlanReturned: 'counts',
  PlanApproved: 'ignored',

  ExecutionStarted: 'counts',
  ExecutionInterrupted: 'ignored',
  ExecutionResumed: 'ignored',
  ExecutionEnded: 'counts',
  ExecutionPostponedByPerson: 'ignored',
  UnexecutedReported: 'ignored',
  ExecutionDateReported: 'ignored',
  NonPerformanceLearned: 'ignored',
  DeviationReported: 'ignored',
  DeviationHandled: 'ignored',
  PerformerRecorded: 'ignored',
  PerformerEnded: 'ignored',
  RegisterCheckNoted: 'ignored',
  RelativeEmploymentAsked: 'ignored',
  RelativeEmploymentAnswered: 'ignored',
  IndividualRiskAssessed: 'ignored',

  FollowUpDocumented: 'ignored',
  ProviderFollowUpReceived: 'ignored',
  ProviderDataRequested: 'ignored',
  ProviderDataReceived: 'ignored',

  IndividualPlanOffered: 'ignored',
  IndividualPlanRequested: 'ignored',
  IndividualPlanMade: 'ignored',
  IndividualPlanReviewed: 'ignored',

  CoordinatedPlanNeeded: 'ignored',
  CoordinatedPlanConsented: 'ignored',
  CoordinatedPlanStarted: 'ignored',
  CoordinatedPlanMade: 'ignored',

  ViolenceQuestionsAsked: 'ignored',
  ViolenceQuestionsNotSuitable: 'ignored',

  MalpracticeReported: 'ignored',
  MalpracticeInvestigationStarted: 'ignored',
  MalpracticeInvestigated: 'ignored',
  MalpracticeJudgedSerious: 'ignored',
  IvoNotified: 'ignored',

  GapAcknowledged: 'ignored',
  GapAcknowledgementWithdrawn: 'ignored',
  JudgementRecorded: 'ignored',
};
