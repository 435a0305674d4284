import { isDeepStrictEqual } from 'node:util';
import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ReviewPlanInput, ReviewPlanned } from '@rt/domain';
import { commitmentTo } from '../draw/seed';
import { sha256Hex } from './drawn-from';
import { outlookOf } from './outlook';
import { faultIn } from './plan.decider';
import { INSPECTION_PORTS, type ReviewActor, type InspectionPorts } from './ports';
import { drawsNothing, ReviewRefused } from './refused';
import { recordOnce, type StoredReviewEvent } from './review-stream';

/**
 * Plans a review. The system makes a random value for its draw and keeps it sealed; the plan holds the hash of it. A repeated command with the same plan
 * gives the same answer. A refused plan uses no id. @throws ReviewRefused PLAN_INVALID, DRAWS_NOTHING, ALREADY_PLANNED, COMMAND_REUSED
 */
export class ReviewPlan extends Command<StoredReviewEvent<ReviewPlanned>> {
  constructor(
    readonly plan: ReviewPlanInput,
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
    const { reviewId } = plan;
    const command = { reviewId, actor, commandId, body: JSON.stringify(['plan', plan]) };
    return recordOnce<ReviewPlanned>(this.ports, command, async ({ planned }) => {
      const fault = faultIn(plan);
      if (fault) throw new ReviewRefused('PLAN_INVALID', fault.text, fault.field);
      if (planned) {
        const { seed: _, commitment: __, ...same } = planned.data;
        if (isDeepStrictEqual(same, plan)) return planned;
        throw alreadyPlanned(reviewId);
      }
      if ((await outlookOf(this.ports, plan)).wouldDraw === 0) throw drawsNothing(reviewId);
      const commitment = commitmentTo(await this.ports.drawValues.seal(reviewId), sha256Hex);
      return { type: 'ReviewPlanned', data: { ...plan, seed: null, commitment } };
    });
  }
}

const alreadyPlanned = (reviewId: string): ReviewRefused =>
  new ReviewRefused(
    'ALREADY_PLANNED',
    {
      sv: `Granskningen ${reviewId} är redan planerad på ett annat sätt; ge den nya planen en egen beteckning.`,
      en: `The review ${reviewId} is planned already, in another way; give the new plan an id of its own.`,
    },
    'reviewId',
  );
