import {
  GOAL_DIRECTIONS,
  GOAL_LEVELS,
  PROVIDER_FORMS,
  type DecisionId,
  type GoalId,
  type LifeAreaCode,
  type LocalDate,
  type MeasureCode,
  type OrderContent,
  type OrderGoal,
  type OrderId,
  type ProviderId,
} from '@rt/domain';
import { Code, CodeWord, Day, Flag, Id, Name, NewId, Part, Parts, PlainText, Reference } from '../fields';
import { ExtentDto } from '../shared.dto';

class OrderGoalDto {
  @NewId() goalId?: GoalId;
  @Code(GOAL_LEVELS) level!: OrderGoal['level'];
  @Reference() parentGoalId: GoalId | null = null;
  @CodeWord('optional') lifeArea?: LifeAreaCode;
  @PlainText() text!: string;
  @PlainText('optional') measuredBy?: string;
  @Code(GOAL_DIRECTIONS, 'optional') direction?: (typeof GOAL_DIRECTIONS)[number];
  @Flag() byThePerson!: boolean;
}

class OrderContentDto implements Omit<OrderContent, 'goals'> {
  @CodeWord() measure!: MeasureCode;
  @PlainText('optional') task?: string;
  @PlainText('optional') purpose?: string;
  @Parts(() => OrderGoalDto) goals!: OrderGoalDto[];
  @Part(() => ExtentDto, 'nullable') extent: ExtentDto | null = null;
  @Day() from!: LocalDate;
  @Day('optional') to?: LocalDate;
}

export class OrderSentDto extends OrderContentDto {
  @NewId() orderId?: OrderId;
  @Reference() decisionId: DecisionId | null = null;
  @Name() providerId!: ProviderId;
  @Code(PROVIDER_FORMS) form!: (typeof PROVIDER_FORMS)[number];
}

export class OrderRevisedDto extends OrderContentDto {
  @Id() orderId!: OrderId;
}

export class OrderCancelledDto {
  @Id() orderId!: OrderId;
  @PlainText() reason!: string;
}
