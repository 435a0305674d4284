import {
  NON_PERFORMANCE_SOURCES,
  PERFORMER_KINDS,
  REPORT_RECEIVERS,
  type DecisionId,
  type DeviationId,
  type ExecutionId,
  type LocalDate,
  type OrderId,
  type PartyId,
  type PerformerId,
  type QuestionId,
} from '@rt/domain';
import { Code, Codes, Day, Flag, Id, NewId, PlainText, Quarter, Reference } from '../fields';

type Receivers = (typeof REPORT_RECEIVERS)[number][];

export class ExecutionStartedDto {
  @NewId() executionId?: ExecutionId;
  @Reference() decisionId: DecisionId | null = null;
  @Reference() orderId: OrderId | null = null;
}

/** Of an interruption or an end. */
export class ExecutionStoppedDto {
  @Id() executionId!: ExecutionId;
  @PlainText() reason!: string;
}

export class ExecutionResumedDto {
  @Id() executionId!: ExecutionId;
}

export class ExecutionPostponedByPersonDto {
  @Id() decisionId!: DecisionId;
  @Day('optional') until?: LocalDate;
}

export class UnexecutedReportedDto {
  @Id() decisionId!: DecisionId;
  @Reference() executionId: ExecutionId | null = null;
  @Quarter() quarter!: string;
  @Codes(REPORT_RECEIVERS) to!: Receivers;
}

export class ExecutionDateReportedDto {
  @Id() decisionId!: DecisionId;
  @Codes(REPORT_RECEIVERS) to!: Receivers;
}

export class NonPerformanceLearnedDto {
  @Id() orderId!: OrderId;
  @Day() firstMissedOn!: LocalDate;
  @Code(NON_PERFORMANCE_SOURCES) source!: (typeof NON_PERFORMANCE_SOURCES)[number];
}

export class DeviationReportedDto {
  @NewId() deviationId?: DeviationId;
  @Id() orderId!: OrderId;
  @Day() firstMissedOn!: LocalDate;
  @PlainText('optional') text?: string;
}

export class DeviationHandledDto {
  @Id() deviationId!: DeviationId;
  @PlainText() action!: string;
}

export class PerformerRecordedDto {
  @NewId() performerId?: PerformerId;
  @Reference() orderId: OrderId | null = null;
  @Id() partyId!: PartyId;
  @Code(PERFORMER_KINDS) kind!: (typeof PERFORMER_KINDS)[number];
  @Day('optional') learnedOn?: LocalDate;
}

export class PerformerEndedDto {
  @Id() performerId!: PerformerId;
  @PlainText('optional') reason?: string;
}

export class RegisterCheckNotedDto {
  @Id() performerId!: PerformerId;
  @Flag() shown!: boolean;
}

export class RelativeEmploymentAskedDto {
  @NewId() questionId?: QuestionId;
  @Reference() orderId: OrderId | null = null;
  @Id() partyId!: PartyId;
  @Day('optional') plannedFrom?: LocalDate;
}

export class RelativeEmploymentAnsweredDto {
  @Id() questionId!: QuestionId;
  @Code(['yes', 'no']) answer!: 'yes' | 'no';
  @PlainText() assessment!: string;
}

export class IndividualRiskAssessedDto {
  @Id() performerId!: PerformerId;
  @PlainText() assessment!: string;
}
