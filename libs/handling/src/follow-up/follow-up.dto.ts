import {
  ATTAINMENTS,
  FOLLOW_UP_WAYS,
  type DecisionId,
  type FollowUpId,
  type GoalId,
  type OrderId,
  type PerformerId,
  type PlanId,
  type RequestId,
} from '@rt/domain';
import { Code, Id, LongText, NewId, Parts, PlainText, Reference, Texts } from '../fields';

const PERFORMED = ['yes', 'partly', 'no'] as const;
type Performed = (typeof PERFORMED)[number];

class GoalAttainmentDto {
  @Id() goalId!: GoalId;
  @Code(ATTAINMENTS) attainment!: (typeof ATTAINMENTS)[number];
}

export class FollowUpDocumentedDto {
  @NewId() followUpId?: FollowUpId;
  @Reference() decisionId: DecisionId | null = null;
  @Reference() orderId: OrderId | null = null;
  @Reference() planId: PlanId | null = null;
  @Code(FOLLOW_UP_WAYS, 'optional') how?: (typeof FOLLOW_UP_WAYS)[number];
  @LongText('optional') personsView?: string;
  @Code(PERFORMED, 'nullable') performedAsDecided: Performed | null = null;
  @LongText('optional') presentSituation?: string;
  @LongText('optional') furtherNeeds?: string;
  @Parts(() => GoalAttainmentDto) goals!: GoalAttainmentDto[];
  @Reference() performerId: PerformerId | null = null;
  @Texts() activitiesDone!: string[];
}

export class ProviderFollowUpReceivedDto {
  @Id() orderId!: OrderId;
  @Code(PERFORMED, 'nullable') givenAsOrdered: Performed | null = null;
  @PlainText('optional') obstacles?: string;
  @LongText('optional') personsView?: string;
}

export class ProviderDataRequestedDto {
  @NewId() requestId?: RequestId;
  @Reference() orderId: OrderId | null = null;
  @PlainText() what!: string;
}

export class ProviderDataReceivedDto {
  @Id() requestId!: RequestId;
}
