import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ReviewClosed, ReviewClosureProposed, ReviewId } from '@rt/domain';
import { INSPECTION_PORTS, type ReviewActor, type InspectionPorts } from './ports';
import { notPlanned, ReviewRefused } from './refused';
import { recordOnce, type StoredReviewEvent } from './review-stream';

type ClosureStep = ReviewClosureProposed | ReviewClosed;

/**
 * Proposes to close a review, or closes it. An approved review takes two: an inspector proposes, and a person who may approve reviews closes. A review that
 * nobody approved, or that an older program planned, is closed by the inspector alone. Repeating it gives the same answer. Inspectors can no longer read
 * the files of a closed review. @throws ReviewRefused NOT_PLANNED, NOT_PROPOSED, OWN_PLAN, COMMAND_REUSED
 */
export class CloseReview extends Command<StoredReviewEvent<ClosureStep>> {
  constructor(
    readonly reviewId: string,
    readonly as: 'inspector' | 'approver',
    readonly actor: ReviewActor,
    readonly commandId: string,
  ) {
    super();
  }
}

@CommandHandler(CloseReview)
export class CloseReviewHandler implements ICommandHandler<CloseReview> {
  constructor(@Inject(INSPECTION_PORTS) private readonly ports: InspectionPorts) {}

  execute({ reviewId, as, actor, commandId }: CloseReview): Promise<StoredReviewEvent<ClosureStep>> {
    const command = { reviewId, actor, commandId, body: JSON.stringify(['close', reviewId, as]) };
    return recordOnce<ClosureStep>(this.ports, command, async (state) => {
      const { planned, approved, closureProposed, closed } = state;
      if (!planned) throw notPlanned(reviewId);
      if (closed) return closed;
      const data = { reviewId: reviewId as ReviewId };
      if (as === 'inspector' && !approved) return { type: 'ReviewClosed', data };
      if (as === 'inspector') return closureProposed ?? { type: 'ReviewClosureProposed', data };
      if (!closureProposed) throw notProposed(reviewId);
      if (closureProposed.recordedBy === actor.userId) throw ownProposal();
      return { type: 'ReviewClosed', data };
    });
  }
}

const notProposed = (reviewId: string): ReviewRefused =>
  new ReviewRefused(
    'NOT_PROPOSED',
    {
      sv: `Ingen inspektör har föreslagit att granskningen ${reviewId} avslutas.`,
      en: `No inspector has proposed to close the review ${reviewId}.`,
    },
    'reviewId',
  );

const ownProposal = (): ReviewRefused =>
  new ReviewRefused('OWN_PLAN', {
    sv: 'Den som har föreslagit avslutet kan inte själv bekräfta det; det gör en annan person.',
    en: 'The person who proposed to close the review cannot confirm it; another person does.',
  });
