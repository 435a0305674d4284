import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Recorded, ReviewApproved, ReviewPlanned } from '@rt/domain';
import { outlookOf } from './outlook';
import { wholeNeedsNumber } from './plan.decider';
import { INSPECTION_PORTS, type ReviewActor, type InspectionPorts } from './ports';
import { notPlanned, outdatedPlan, reviewClosed, ReviewRefused } from './refused';
import { recordOnce, type StoredReviewEvent } from './review-stream';

/**
 * Approves a planned review, so that its sample can be drawn. The planner cannot do it. Where approvals are reviewed whole, the person who approves
 * confirms how many files that opens. @throws ReviewRefused NOT_PLANNED, REVIEW_CLOSED, PLAN_OUTDATED, OWN_PLAN, CONFIRM_NUMBER, COMMAND_REUSED
 */
export class ApproveReview extends Command<StoredReviewEvent<ReviewApproved>> {
  constructor(
    readonly reviewId: string,
    /** As shown by the outlook; null where only rejections and partial rejections are reviewed whole. */
    readonly filesReviewedWhole: number | null,
    readonly actor: ReviewActor,
    readonly commandId: string,
  ) {
    super();
  }
}

@CommandHandler(ApproveReview)
export class ApproveReviewHandler implements ICommandHandler<ApproveReview> {
  constructor(@Inject(INSPECTION_PORTS) private readonly ports: InspectionPorts) {}

  execute(approval: ApproveReview): Promise<StoredReviewEvent<ReviewApproved>> {
    const { reviewId, filesReviewedWhole, actor, commandId } = approval;
    const body = JSON.stringify(['approve', reviewId, filesReviewedWhole]);
    const command = { reviewId, actor, commandId, body };
    return recordOnce<ReviewApproved>(this.ports, command, async ({ planned, approved, drawn, closed }) => {
      if (!planned) throw notPlanned(reviewId);
      if (planned.data.commitment === null) throw outdatedPlan(reviewId);
      if (planned.recordedBy === actor.userId) throw ownPlan();
      if (approved && (drawn || approved.data.filesReviewedWhole === filesReviewedWhole)) return approved;
      if (closed) throw reviewClosed(reviewId);
      await this.checkNumber(planned, filesReviewedWhole);
      const { data } = planned;
      return { type: 'ReviewApproved', data: { reviewId: data.reviewId, filesReviewedWhole } };
    });
  }

  private async checkNumber({ data }: Recorded<ReviewPlanned>, said: number | null): Promise<void> {
    if (said === null && !wholeNeedsNumber(data)) return;
    const { filesReviewedWhole } = await outlookOf(this.ports, data);
    if (said !== filesReviewedWhole)
      throw new ReviewRefused(
        'CONFIRM_NUMBER',
        {
          sv: `Planen öppnar ${filesReviewedWhole} akter som granskas i sin helhet; godkännandet ska ange det antalet.`,
          en: `The plan opens ${filesReviewedWhole} files that are reviewed whole; the approval has to give that number.`,
        },
        'filesReviewedWhole',
      );
  }
}

const ownPlan = (): ReviewRefused =>
  new ReviewRefused('OWN_PLAN', {
    sv: 'Den som har planerat granskningen kan inte godkänna den; det gör en annan person.',
    en: 'The person who planned the review cannot approve it; another person does.',
  });
