import type {
  Act,
  ApplicationId,
  CaseId,
  DecisionId,
  DecisionMade,
  ExecutionId,
  InvestigationId,
  LocalDate,
  MeasureCode,
  OrderContent,
  OrderId,
  Outcome,
  PlanId,
  RepresentativeId,
} from '@rt/domain';
import type { Entry } from '../file-writer';

/** How one application is handled, from its arrival to the last follow-up. For an absent field everything is done as the rules require. */
export interface Course {
  readonly measure: MeasureCode;
  readonly act: Act;
  readonly appliedOn: LocalDate;
  readonly decidedOn: LocalDate;
  /** Set if the id is chosen before the file is written. */
  readonly decisionId?: DecisionId;
  readonly outcome: Outcome;
  /** The requested amount, in the measure's unit. */
  readonly requested: number;
  readonly granted: number;
  /** The last day of the granted measure; if absent, it has no end. */
  readonly grantedTo?: LocalDate;
  /** The previous decision in the same case, which this one renews. */
  readonly renews?: Handled;
  readonly representativeId?: RepresentativeId;
  /** `outdated`: the decision rests on the investigation of the previous decision; `afterwards`: the investigation was written after the decision. */
  readonly investigation?: 'current' | 'none' | 'outdated' | 'afterwards';
  /** Weekdays from the application to the investigation; if absent, 1 to 3. */
  readonly investigationAfter?: number;
  /** When the decision is sent to the person; if absent, within five weekdays. */
  readonly notice?: 'late' | 'never';
  /** `never`: a rejection is decided without the person having seen the material. */
  readonly communication?: 'never';
  /** `somebodyElse`: not by the person or a representative. */
  readonly requestedBy?: 'somebodyElse';
  /** `never`: no individual plan is offered when a measure under LSS is granted. */
  readonly individualPlan?: 'never';
  /** `onceOnly`: the violence questions are asked at the beginning and never again. */
  readonly violenceQuestions?: 'onceOnly';
  readonly told?: 'all' | 'expressesNone' | 'noInterests' | 'noResources' | 'noWishes';
  readonly grounds?: 'whole' | 'noAssessment' | 'noReasons' | 'noFacts';
  readonly childrenAtHome?: boolean;
  readonly relativesAtHome?: boolean;
  /** `null`: no order is sent. */
  readonly order?: OrderCourse | null;
  readonly expenseAllowance?: 'decided' | 'notRelevant' | 'forgotten';
}

export interface OrderCourse {
  /** Days from the decision to the order; if absent, 0 to 6. */
  readonly afterDays?: number;
  /** The day of the order; set if a deadline depends on it. */
  readonly sentOn?: LocalDate;
  /** `name`: only the service's name; `leisure`: the name and "till fritidsaktiviteter". */
  readonly task?: 'specified' | 'name' | 'leisure';
  readonly goals?: 'whole' | 'none';
  /** How much more is ordered than was granted. */
  readonly moreThanGranted?: number;
  readonly purpose?: 'whole' | 'none';
  /** `null`: the provider never sends a plan. */
  readonly plan?: PlanCourse | null;
  /** Days from the order to the start of the measure; `null`: it has not started. */
  readonly beginsAfterDays?: number | null;
  readonly beganOn?: LocalDate;
  readonly followUps?: 'kept' | 'firstOnly' | 'late' | 'none';
}

export interface PlanCourse {
  /** Days from the order to the plan; if absent, 5 to 15. */
  readonly afterDays?: number;
  readonly receivedOn?: LocalDate;
  readonly likeOrder?:
    'same' | 'typingError' | 'goalChanged' | 'goalMissing' | 'goalAdded' | 'hoursChanged' | 'purposeChanged';
  readonly content?: 'whole' | 'noResponsible' | 'noTimes' | 'noFollowUp' | 'noParticipation';
  /** Days from the plan to the case worker's review; `null`: it has not been reviewed. */
  readonly reviewAfterDays?: number | null;
  /** True: the plan is returned once and received again. `forGood`: it is returned and never comes back. */
  readonly returnedFirst?: boolean | 'forGood';
  /** True: the plan is renewed before it is a year old. */
  readonly renewed?: boolean;
}

/** The result of a course: the ids and days that later steps refer to. */
export interface Handled {
  readonly caseId: CaseId;
  readonly applicationId: ApplicationId;
  readonly investigationId: InvestigationId | null;
  readonly decisionId: DecisionId;
  readonly decision: { readonly entry: Entry; readonly data: DecisionMade['data'] };
  readonly decidedOn: LocalDate;
  readonly ordered?: Ordered;
}

export interface Ordered {
  readonly orderId: OrderId;
  readonly orderedOn: LocalDate;
  readonly content: OrderContent;
  readonly planId?: PlanId;
  readonly approvedOn?: LocalDate;
  readonly executionId?: ExecutionId;
  readonly beganOn?: LocalDate;
}
