import {
  AREA_STATES,
  CHANNELS,
  type ApplicationId,
  type AreaAnswer,
  type Channel,
  type DecisionId,
  type FollowUpId,
  type InformationId,
  type InvestigationContent,
  type InvestigationId,
  type LifeAreaCode,
  type LocalDate,
} from '@rt/domain';
import { Code, CodeWord, Day, Flag, Id, LongText, NewId, Parts, PlainText, Reference } from '../fields';

export class InvestigationOpenedDto {
  @NewId() investigationId?: InvestigationId;
  @Reference() applicationId: ApplicationId | null = null;
  @Reference() informationId: InformationId | null = null;
  @Reference() renewsDecisionId: DecisionId | null = null;
}

class AreaAnswerDto implements AreaAnswer {
  @CodeWord() area!: LifeAreaCode;
  @Code(AREA_STATES) state!: AreaAnswer['state'];
  @LongText('optional') text?: string;
  @Day('optional') writtenOn?: LocalDate;
}

/** Of an investigation that is completed or revised: the whole of it. */
export class InvestigationContentDto implements InvestigationContent {
  @Id() investigationId!: InvestigationId;
  @Parts(() => AreaAnswerDto) areas!: AreaAnswerDto[];
  @LongText('optional') interests?: string;
  @LongText('optional') resources?: string;
  @LongText('optional') wishes?: string;
  @Flag() expressesNoWishes!: boolean;
  @LongText('optional') childImpact?: string;
  @LongText('optional') relativesPerspective?: string;
  @LongText('optional') alternativesTried?: string;
  @Flag() healthCareInvolved!: boolean;
  @Flag('nullable') coordinatedPlanConsidered: boolean | null = null;
  @LongText('optional') assessment?: string;
}

export class CommunicationSentDto {
  @Id() investigationId!: InvestigationId;
  @Day('optional') answerBy?: LocalDate;
  @Code(CHANNELS, 'optional') channel?: Channel;
  @PlainText('optional') exemption?: string;
}

export class CommunicationAnsweredDto {
  @Id() investigationId!: InvestigationId;
  @LongText('optional') text?: string;
}

export class ChildImpactAssessedDto {
  @Reference() followUpId: FollowUpId | null = null;
  @LongText() text!: string;
}
