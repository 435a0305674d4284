import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Instant, SampleDrawn } from '@rt/domain';
import { drawnFrom } from './drawn-from';
import { INSPECTION_PORTS, type ReviewActor, type InspectionPorts } from './ports';
import { notPlanned, ReviewRefused } from './refused';
import { filesOf, type OnFilesRead } from './review-files';
import { recordOnce, type StoredReviewEvent } from './review-stream';
import { gatherDecisions } from '../evidence';
import { populationsOf } from './plan.decider';

/**
 * Draws the sample of a planned review from a frame that the program makes from the files. A review is drawn once: a later command gets the stored
 * sample, even if the files have changed since. @throws ReviewRefused NOT_PLANNED, REVIEW_CLOSED, COMMAND_REUSED
 */
export class DrawSample extends Command<StoredReviewEvent<SampleDrawn>> {
  constructor(
    readonly reviewId: string,
    readonly actor: ReviewActor,
    readonly commandId: string,
    readonly progress?: OnFilesRead,
  ) {
    super();
  }
}

@CommandHandler(DrawSample)
export class DrawSampleHandler implements ICommandHandler<DrawSample> {
  constructor(@Inject(INSPECTION_PORTS) private readonly ports: InspectionPorts) {}

  execute({ reviewId, actor, commandId, progress }: DrawSample): Promise<StoredReviewEvent<SampleDrawn>> {
    const command = { reviewId, actor, commandId, body: JSON.stringify(['draw', reviewId]) };
    return recordOnce<SampleDrawn>(this.ports, command, async ({ planned, drawn, closed }) => {
      if (!planned) throw notPlanned(reviewId);
      if (drawn) return drawn;
      if (closed) throw reviewClosed(reviewId);
      const plan = planned.data;
      const populations = populationsOf(plan);
      const knownAt = this.ports.clock.now() as Instant;
      const decisions = await gatherDecisions(
        filesOf(this.ports, { populations }, progress),
        populations,
        knownAt,
      );
      return { type: 'SampleDrawn', data: drawnFrom(plan, decisions, knownAt).data };
    });
  }
}

const reviewClosed = (reviewId: string): ReviewRefused =>
  new ReviewRefused(
    'REVIEW_CLOSED',
    {
      sv: `Granskningen ${reviewId} är avslutad utan att något urval drogs; planera en ny.`,
      en: `The review ${reviewId} was closed before a sample was drawn; plan a new one.`,
    },
    'reviewId',
  );
