import type { GoalId, LocalDate, OrderId, PlanId, UserId } from '@rt/domain';
import { Day, Flag, Id, Name, NewId, Part, Parts, PlainText, Reference, ShortText, Texts } from '../fields';
import { ExtentDto } from '../shared.dto';

class PlanGoalDto {
  @NewId() goalId?: GoalId;
  @Reference() orderGoalId: GoalId | null = null;
  @PlainText() text!: string;
}

class PlanActivityDto {
  @Reference() goalId: GoalId | null = null;
  @PlainText() what!: string;
  @PlainText('optional') when?: string;
  @PlainText('optional') how?: string;
  @ShortText('optional') responsible?: string;
}

export class PlanReceivedDto {
  @NewId() planId?: PlanId;
  @Reference() orderId: OrderId | null = null;
  @PlainText('optional') task?: string;
  @PlainText('optional') purpose?: string;
  @Parts(() => PlanGoalDto) goals!: PlanGoalDto[];
  @Parts(() => PlanActivityDto) activities!: PlanActivityDto[];
  @Part(() => ExtentDto, 'nullable') extent: ExtentDto | null = null;
  @PlainText('optional') cooperation?: string;
  @PlainText('optional') followUpWhen?: string;
  @PlainText('optional') followUpHow?: string;
  @Flag() personTookPart!: boolean;
  @PlainText('optional') wishesCaughtOtherwise?: string;
  @Day('optional') validTo?: LocalDate;
}

export class PlanReturnedDto {
  @Id() planId!: PlanId;
  @Texts() reasons!: string[];
}

export class PlanApprovedDto {
  @Id() planId!: PlanId;
  @Name() approvedBy!: UserId;
}
