import type { Words } from '../read-model';

/** What one may search by, and the name that is shown. */
export const fileSearchWords: Words = {
  PersonalFileOpened: 'counts',
  PersonDetailsChanged: 'counts',
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

  CaseWorkerAssigned: 'ignored',
  CaseWorkerUnassigned: 'ignored',
  HandoverAcknowledged: 'ignored',

  RepresentativeRegistered: 'ignored',
  RepresentativeEnded: 'ignored',
  RegisterExtractReceived: 'ignored',

  ConsentGiven: 'ignored',
  ConsentRenewed: 'ignored',
  ConsentWithdrawn: 'ignored',

  ContactMade: 'ignored',
  ContactGroundRecorded: 'ignored',

  CaseOpened: 'counts',
  CaseClosed: 'ignored',
  CaseReopened: 'ignored',
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

  DecisionMade: 'ignored',
  DecisionServed: 'ignored',
  DecisionChanged: 'ignored',
  DecisionCorrected: 'ignored',
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

  OrderSent: 'ignored',
  OrderRevised: 'ignored',
  OrderCancelled: 'ignored',

  PlanReceived: 'ignored',
  PlanReturned: 'ignored',
  PlanApproved: 'ignored',

  ExecutionStarted: 'ignored',
  ExecutionInterrupted: 'ignored',
  ExecutionResumed: 'ignored',
  ExecutionEnded: 'ignored',
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
