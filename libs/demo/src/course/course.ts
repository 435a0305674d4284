import type {
  Act,
  ApplicationId,
  CaseId,
  DecisionId,
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

/** How one application is handled, from the day it arrives to the last follow-up. What is left out goes as it should. */
export interface Course {
  readonly measure: MeasureCode;
  readonly act: Act;
  readonly appliedOn: LocalDate;
  readonly decidedOn: LocalDate;
  /** Where it is settled before the file is written. */
  readonly decisionId?: DecisionId;
  readonly outcome: Outcome;
  /** In the measure's own unit. */
  readonly requested: number;
  readonly granted: number;
  /** Last day of what was granted; left out: indefinite. */
  readonly grantedTo?: LocalDate;
  /** The decision this one renews, in the same case. */
  readonly renews?: Handled;
  readonly representativeId?: RepresentativeId;
  /** `outdated`: the decision rests on the investigation of the one before; `afterwards`: written when it had been made. */
  readonly investigation?: 'current' | 'none' | 'outdated' | 'afterwards';
  readonly told?: 'all' | 'expressesNone' | 'noInterests' | 'noResources' | 'noWishes';
  readonly grounds?: 'whole' | 'noAssessment' | 'noReasons' | 'noFacts';
  readonly childrenAtHome?: boolean;
  readonly relativesAtHome?: boolean;
  /** `null`: no order is sent. */
  readonly order?: OrderCourse | null;
  readonly expenseAllowance?: 'decided' | 'notRelevant' | 'forgotten';
}

export interface OrderCourse {
  /** Days from the decision to the order: up to 6 where left out. */
  readonly afterDays?: number;
  /** The day itself, where a deadline hangs on it. */
  readonly sentOn?: LocalDate;
  /** `name`: the service's name and nothing more; `leisure`: the name and "till fritidsaktiviteter". */
  readonly task?: 'specified' | 'name' | 'leisure';
  readonly goals?: 'whole' | 'none';
  readonly purpose?: 'whole' | 'none';
  /** `null`: the provider never sends one. */
  readonly plan?: PlanCourse | null;
  /** Days from the order to the first time; `null`: it has not begun. */
  readonly beginsAfterDays?: number | null;
  readonly beganOn?: LocalDate;
  readonly followUps?: 'kept' | 'firstOnly' | 'late' | 'none';
}

export interface PlanCourse {
  /** Days from the order to the plan: up to 15 where left out. */
  readonly afterDays?: number;
  readonly receivedOn?: LocalDate;
  readonly likeOrder?:
    'same' | 'typingError' | 'goalChanged' | 'goalMissing' | 'goalAdded' | 'hoursChanged' | 'purposeChanged';
  readonly content?: 'whole' | 'noResponsible' | 'noTimes' | 'noFollowUp' | 'noParticipation';
  /** Days from the plan to the case worker's word; `null`: nobody has looked at it. */
  readonly reviewAfterDays?: number | null;
  /** Sent back once, and received anew. */
  readonly returnedFirst?: boolean;
  /** Whether the plan is renewed before it is a year old. */
  readonly renewed?: boolean;
}

/** What came of it: the things that later steps speak about. */
export interface Handled {
  readonly caseId: CaseId;
  readonly applicationId: ApplicationId;
  readonly investigationId: InvestigationId | null;
  readonly decisionId: DecisionId;
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
