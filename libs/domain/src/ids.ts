/** Branded strings: the compiler keeps an order's id from being taken for a plan's. All but the last four are UUIDs. */
declare const brand: unique symbol;
type Brand<Name extends string> = string & { readonly [brand]: Name };

export type FileId = Brand<'FileId'>;
export type EventId = Brand<'EventId'>;
export type PartyId = Brand<'PartyId'>;
export type AssignmentId = Brand<'AssignmentId'>;
export type RepresentativeId = Brand<'RepresentativeId'>;
export type ConsentId = Brand<'ConsentId'>;
export type ContactId = Brand<'ContactId'>;
export type CaseId = Brand<'CaseId'>;
export type ApplicationId = Brand<'ApplicationId'>;
export type InformationId = Brand<'InformationId'>;
export type InvestigationId = Brand<'InvestigationId'>;
export type DecisionId = Brand<'DecisionId'>;
export type AppealId = Brand<'AppealId'>;
export type AdvanceDecisionId = Brand<'AdvanceDecisionId'>;
export type OrderId = Brand<'OrderId'>;
export type GoalId = Brand<'GoalId'>;
export type PlanId = Brand<'PlanId'>;
export type ExecutionId = Brand<'ExecutionId'>;
export type DeviationId = Brand<'DeviationId'>;
export type PerformerId = Brand<'PerformerId'>;
export type QuestionId = Brand<'QuestionId'>;
export type FollowUpId = Brand<'FollowUpId'>;
export type RequestId = Brand<'RequestId'>;
export type IndividualPlanId = Brand<'IndividualPlanId'>;
export type CoordinatedPlanId = Brand<'CoordinatedPlanId'>;
export type MalpracticeId = Brand<'MalpracticeId'>;

/** An inspection, in a stream of its own. */
export type ReviewId = Brand<'ReviewId'>;

/** Given by the municipality's own directory: never a name. */
export type UserId = Brand<'UserId'>;
export type UnitId = Brand<'UnitId'>;
export type BoardId = Brand<'BoardId'>;
export type ProviderId = Brand<'ProviderId'>;

/** The things of a file that have an id of their own; the field that holds it is `<kind>Id`. */
export interface ThingIds {
  party: PartyId;
  assignment: AssignmentId;
  representative: RepresentativeId;
  consent: ConsentId;
  contact: ContactId;
  case: CaseId;
  application: ApplicationId;
  information: InformationId;
  investigation: InvestigationId;
  decision: DecisionId;
  appeal: AppealId;
  advanceDecision: AdvanceDecisionId;
  order: OrderId;
  goal: GoalId;
  plan: PlanId;
  execution: ExecutionId;
  deviation: DeviationId;
  performer: PerformerId;
  question: QuestionId;
  followUp: FollowUpId;
  request: RequestId;
  individualPlan: IndividualPlanId;
  coordinatedPlan: CoordinatedPlanId;
  malpractice: MalpracticeId;
}

export type ThingKind = keyof ThingIds;
