import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ReviewClosed, ReviewId } from '@rt/domain';
import { INSPECTION_PORTS, type ReviewActor, type InspectionPorts } from './ports';
import { notPlanned } from './refused';
import { recordOnce, type StoredReviewEvent } from './review-stream';

/**
 * Closes a review, with or without a drawn sample. Inspectors can no longer read its files. Closing it again gives the same answer.
 * @throws ReviewRefused NOT_PLANNED, COMMAND_REUSED
 */
export class CloseReview extends Command<StoredReviewEvent<ReviewClosed>> {
  constructor(
    readonly reviewId: string,
    readonly actor: ReviewActor,
    readonly commandId: string,
  ) {
    super();
  }
}

@CommandHandler(CloseReview)
export class CloseReviewHandler implements ICommandHandler<CloseReview> {
  constructor(@Inject(INSPECTION_PORTS) private readonly ports: InspectionPorts) {}

  execute({ reviewId, actor, commandId }: CloseReview): Promise<StoredReviewEvent<ReviewClosed>> {
    const command = { reviewId, actor, commandId, body: JSON.stringify(['close', reviewId]) };
    return recordOnce<ReviewClosed>(this.ports, command, async ({ planned, closed }) => {
      if (!planned) throw notPlanned(reviewId);
      return closed ?? { type: 'ReviewClosed', data: { reviewId: reviewId as ReviewId } };
    });
  }
}
