import {
  APPEAL_OUTCOMES,
  CHANNELS,
  FORMATS,
  OUTCOMES,
  REJECTION_GROUNDS,
  type AdvanceDecisionId,
  type AppealId,
  type ApplicationId,
  type Channel,
  type DecisionContent,
  type DecisionId,
  type Format,
  type InvestigationId,
  type LocalDate,
  type MeasureCode,
  type Outcome,
  type UserId,
} from '@rt/domain';
import {
  Code,
  CodeWord,
  Day,
  Flag,
  Id,
  LongText,
  Name,
  Names,
  NewId,
  Part,
  Parts,
  PlainText,
  Reference,
  Texts,
} from '../fields';
import { ExtentDto, LawDto } from '../shared.dto';

class DecisionContentDto implements DecisionContent {
  @Part(() => LawDto) law!: LawDto;
  @CodeWord() measure!: MeasureCode;
  @Code(OUTCOMES) outcome!: Outcome;
  @Part(() => ExtentDto, 'nullable') requestedExtent: ExtentDto | null = null;
  @Part(() => ExtentDto, 'nullable') grantedExtent: ExtentDto | null = null;
  @Day('optional') from?: LocalDate;
  @Day('optional') to?: LocalDate;
  @LongText('optional') reasons?: string;
  @Texts() decisiveFacts!: string[];
  @Parts(() => LawDto) provisions!: LawDto[];
  @Name('optional') decidedBy?: UserId;
  @Name('optional') presentedBy?: UserId;
  @Names() tookPart!: UserId[];
  @Flag() howToAppeal!: boolean;
  @LongText('optional') reductionAnalysis?: string;
  @Code(REJECTION_GROUNDS, 'optional') rejectionGround?: (typeof REJECTION_GROUNDS)[number];
}

export class DecisionMadeDto extends DecisionContentDto {
  @NewId() decisionId?: DecisionId;
  @Reference() applicationId: ApplicationId | null = null;
  @Reference() investigationId: InvestigationId | null = null;
  @Reference() previousDecisionId: DecisionId | null = null;
}

export class DecisionServedDto {
  @Id() decisionId!: DecisionId;
  @Code(CHANNELS) how!: Channel;
  @Day('optional') receivedOn?: LocalDate;
  @Code(FORMATS, 'optional') format?: Format;
}

export class DecisionChangedDto extends DecisionContentDto {
  @Id() decisionId!: DecisionId;
  @Part(() => LawDto, 'nullable') ground: LawDto | null = null;
}

export class DecisionCorrectedDto extends DecisionContentDto {
  @Id() decisionId!: DecisionId;
}

export class AppealReceivedDto {
  @NewId() appealId?: AppealId;
  @Id() decisionId!: DecisionId;
}

export class AppealTimelinessCheckedDto {
  @Id() appealId!: AppealId;
  @Flag() inTime!: boolean;
}

export class AppealForwardedDto {
  @Id() appealId!: AppealId;
}

export class AppealDecidedDto {
  @Id() appealId!: AppealId;
  @Code(APPEAL_OUTCOMES) outcome!: (typeof APPEAL_OUTCOMES)[number];
}

export class ExpenseAllowanceDecidedDto {
  @Id() decisionId!: DecisionId;
  @Flag() granted!: boolean;
}

export class ExpenseAllowanceNotRelevantDto {
  @Id() decisionId!: DecisionId;
  @PlainText() reason!: string;
}

export class AdvanceDecisionMadeDto {
  @NewId() advanceDecisionId?: AdvanceDecisionId;
  @Part(() => LawDto) law!: LawDto;
  @CodeWord() measure!: MeasureCode;
  @Code(OUTCOMES) outcome!: Outcome;
}

/** What happens to an advance decision says no more than which. */
export class AdvanceDecisionDto {
  @Id() advanceDecisionId!: AdvanceDecisionId;
}
