import type { DecisionId, IndividualPlanId, RequestId } from '@rt/domain';
import { Flag, Id, LongText, NewId, Reference } from '../fields';

export class IndividualPlanOfferedDto {
  @Id() decisionId!: DecisionId;
  @Flag() accepted!: boolean;
}

export class IndividualPlanRequestedDto {
  @NewId() requestId?: RequestId;
}

export class IndividualPlanMadeDto {
  @NewId() individualPlanId?: IndividualPlanId;
  @Reference() requestId: RequestId | null = null;
  @LongText('optional') text?: string;
}

export class IndividualPlanReviewedDto {
  @Id() individualPlanId!: IndividualPlanId;
  @LongText('optional') text?: string;
}
