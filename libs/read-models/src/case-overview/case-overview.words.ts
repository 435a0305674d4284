import type { Words } from '../read-model';

/** The steps that take a case further, and who has the file. */
export const caseOverviewWords: Words = {
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

  ConsentGiven: 'ignored',
  ConsentRenewed: 'ignored',
  ConsentWithdrawn: 'ignored',

  ContactMade: 'ignored',
  ContactGroundRecorded: 'ignored',

  CaseOpened: 'counts',
  CaseClosed: 'counts',
  CaseReopened: 'counts',
  FilePreserved: 'ignored',
  ErasurePaused: 'ignored',
  ErasureResumed: 'ignored',

  ApplicationReceived: 'counts',
  ApplicationWithdrawn: 'counts',
  InformationReceived: 'ignored',
  DelayNoticeSent: 'ignored',
  RequestToDecideReceived: 'ignored',
  RequestToDecideRejected: 'ignored',

  InvestigationOpened: 'counts',
  InvestigationCompleted: 'counts',
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
  PlanReturned: 'ignored',
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

  FollowUpDocumented: 'counts',
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
