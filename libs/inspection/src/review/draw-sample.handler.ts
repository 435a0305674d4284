import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Instant, Recorded, ReviewPlanned, SampleDrawn, UserId } from '@rt/domain';
import { commitmentTo } from '../draw/seed';
import { gatherDecisions } from '../evidence';
import { drawnFrom, sha256Hex } from './drawn-from';
import { populationsOf } from './plan.decider';
import { INSPECTION_PORTS, type ReviewActor, type InspectionPorts } from './ports';
import { drawsNothing, notPlanned, outdatedPlan, reviewClosed, ReviewRefused } from './refused';
import { filesOf, type OnFilesRead } from './review-files';
import { recordOnce, type StoredReviewEvent } from './review-stream';

/** The value that a second person says aloud at the draw, after the plan: dice or a lottery row. */
export interface SaidAloud {
  readonly spoken: string;
  readonly spokenBy: UserId;
}

/**
 * Draws the sample of an approved review from a frame that the program makes from the files. It shows the value that was sealed when the review was
 * planned, and joins it with the one that is said now. A review is drawn once: a later command gets the stored sample, even if the files have changed since.
 * @throws ReviewRefused NOT_PLANNED, NOT_APPROVED, REVIEW_CLOSED, PLAN_OUTDATED, SECOND_PERSON, VALUE_LOST, DRAWS_NOTHING, REACH_GREW, COMMAND_REUSED
 */
export class DrawSample extends Command<StoredReviewEvent<SampleDrawn>> {
  constructor(
    readonly reviewId: string,
    readonly said: SaidAloud,
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

  async execute(draw: DrawSample): Promise<StoredReviewEvent<SampleDrawn>> {
    const { reviewId, said, actor, commandId, progress } = draw;
    const command = { reviewId, actor, commandId, body: JSON.stringify(['draw', reviewId, said]) };
    const stored = await recordOnce<SampleDrawn>(this.ports, command, async (state) => {
      const { planned, approved, drawn, closed } = state;
      if (!planned) throw notPlanned(reviewId);
      if (drawn) return drawn;
      if (closed) throw reviewClosed(reviewId);
      if (planned.data.commitment === null) throw outdatedPlan(reviewId);
      if (!approved) throw notApproved(reviewId);
      await this.checkSaid(said, [actor.userId, planned.recordedBy]);
      const value = await this.valueOf(planned);
      const { data: plan } = planned;
      const populations = populationsOf(plan);
      const knownAt = this.ports.clock.now() as Instant;
      const files = filesOf(this.ports, { populations }, progress);
      const decisions = await gatherDecisions(files, populations, knownAt);
      const { data } = drawnFrom(plan, { value, ...said }, decisions, knownAt);
      if (data.cases.length === 0) throw drawsNothing(reviewId);
      const opened = new Set(data.reviewedWhole.map(({ fileId }) => fileId)).size;
      const confirmed = approved.data.filesReviewedWhole;
      if (confirmed !== null && opened > confirmed) throw reachGrew(confirmed, opened);
      return { type: 'SampleDrawn', data };
    });
    await this.ports.drawValues.forget(reviewId);
    return stored;
  }

  private async checkSaid({ spoken, spokenBy }: SaidAloud, others: readonly string[]): Promise<void> {
    if (spoken.trim() === '')
      throw new ReviewRefused(
        'SECOND_PERSON',
        {
          sv: 'Någon ska säga ett värde högt vid dragningen: tärningsslag eller en lottorad.',
          en: 'Somebody has to say a value aloud at the draw: dice or a lottery row.',
        },
        'spoken',
      );
    if (others.includes(spokenBy) || !(await this.ports.isUser(spokenBy)))
      throw new ReviewRefused(
        'SECOND_PERSON',
        {
          sv: 'Värdet ska sägas av en annan användare än den som har planerat granskningen och den som drar urvalet.',
          en: 'The value must be said by another user than the one who planned the review and the one who draws the sample.',
        },
        'spokenBy',
      );
  }

  /** The sealed value, checked against the hash in the plan. */
  private async valueOf({ data }: Recorded<ReviewPlanned>): Promise<string> {
    const value = await this.ports.drawValues.open(data.reviewId);
    if (value !== undefined && commitmentTo(value, sha256Hex) === data.commitment) return value;
    throw new ReviewRefused(
      'VALUE_LOST',
      {
        sv: `Det förseglade värdet till granskningen ${data.reviewId} är borta eller skadat, så urvalet kan inte dras; planera en ny granskning.`,
        en: `The sealed value of the review ${data.reviewId} is gone or damaged, so its sample cannot be drawn; plan a new review.`,
      },
      'reviewId',
    );
  }
}

const notApproved = (reviewId: string): ReviewRefused =>
  new ReviewRefused(
    'NOT_APPROVED',
    {
      sv: `Granskningen ${reviewId} är inte godkänd; en annan person än planeraren godkänner den först.`,
      en: `The review ${reviewId} is not approved; another person than the planner approves it first.`,
    },
    'reviewId',
  );

const reachGrew = (confirmed: number, opened: number): ReviewRefused =>
  new ReviewRefused(
    'REACH_GREW',
    {
      sv: `Godkännandet gäller ${confirmed} akter som granskas i sin helhet, men nu är de ${opened}; godkänn granskningen på nytt.`,
      en: `The approval is for ${confirmed} files that are reviewed whole, but now there are ${opened}; approve the review anew.`,
    },
    'reviewId',
  );
