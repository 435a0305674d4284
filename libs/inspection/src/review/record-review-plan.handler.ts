import { isDeepStrictEqual } from 'node:util';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ReviewPlanned } from '@rt/domain';
import { faultIn, type Plan } from './plan.decider';
import { INSPECTION_PORTS, type ReviewActor, type InspectionPorts } from './ports';
import { ReviewRefused } from './refused';
import { recordOnce, type StoredReviewEvent } from './review-stream';

/**
 * Plans a review. A repeated command with the same plan gives the same answer. @throws ReviewRefused PLAN_INVALID, ALREADY_PLANNED, COMMAND_REUSED
 */
export class ReviewPlan extends Command<StoredReviewEvent<ReviewPlanned>> {
  constructor(
    readonly plan: Plan,
    readonly actor: ReviewActor,
    readonly commandId: string,
  ) {
    super();
  }
}

@CommandHandler(ReviewPlan)
export class ReviewPlanHandler implements ICommandHandler<ReviewPlan> {
  constructor(@Inject(INSPECTION_PORTS) private readonly ports: InspectionPorts) {}

  execute({ plan, actor, commandId }: ReviewPlan): Promise<StoredReviewEvent<ReviewPlanned>> {
    const command = { reviewId: plan.reviewId, actor, commandId, body: JSON.stringify(['plan', plan]) };
    return recordOnce<ReviewPlanned>(this.ports, command, async ({ planned }) => {
      const fault = faultIn(plan);
      if (fault) throw new ReviewRefused('PLAN_INVALID', fault.text, fault.field);
      if (!planned) return { type: 'ReviewPlanned', data: plan };
      if (isDeepStrictEqual(planned.data, plan)) return planned;
      throw new ReviewRefused(
        'ALREADY_PLANNED',
        {
          sv: `Granskningen ${plan.reviewId} är redan planerad på ett annat sätt; ge den nya planen en egen beteckning.`,
          en: `The review ${plan.reviewId} is planned already, in another way; give the new plan an id of its own.`,
        },
        'reviewId',
      );
    });
  }
}
