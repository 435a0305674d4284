import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Instant, LocalDate } from '@rt/domain';
import type { AccessLog } from '@rt/identity';
import { ReadReview, type ReviewState } from '@rt/inspection';
import type { Response } from 'express';
import { FileAccess } from '../access/file-access';
import type { Visit } from '../access/visit';
import { Problem } from '../http/problem';
import { acceptedJob } from '../jobs/job-answer';
import { loggedAs, permissionFor, type JobQuestion } from '../jobs/job-questions';
import { Jobs } from '../jobs/jobs';
import type { Answer } from '../openapi/answers';
import { ACCESS_LOG } from '../ports';
import { isPlanned, reviewAnswer, type PlannedReview } from './review-answers';
import { REVIEW_ID } from './review-parameters';

/** Finds reviews for the routes about them. */
@Injectable()
export class PlannedReviews {
  constructor(
    private readonly access: FileAccess,
    private readonly queries: QueryBus,
    private readonly jobs: Jobs,
    @Inject(ACCESS_LOG) private readonly accessLog: AccessLog,
  ) {}

  /** The state of a review. @throws Problem NOT_FOUND if no review with that id is planned */
  async stateOf(reviewId: string): Promise<PlannedReview> {
    const known = REVIEW_ID.reviewId.read(reviewId) !== undefined;
    const state = known ? await this.queries.execute(new ReadReview(reviewId)) : {};
    if (!isPlanned(state)) throw new Problem('NOT_FOUND');
    return state;
  }

  /** The drawn sample of a review. @throws Problem NOT_FOUND, NOT_DRAWN */
  async drawnOf(reviewId: string): Promise<NonNullable<ReviewState['drawn']>> {
    const { drawn } = await this.stateOf(reviewId);
    if (drawn === undefined) throw new Problem('NOT_DRAWN', [{ field: 'reviewId', code: 'NOT_DRAWN' }]);
    return drawn;
  }

  /** The measuring day of a review, and the instant of its draw, for a reader of reviews. @throws Problem NOT_ALLOWED, NOT_FOUND, NOT_DRAWN */
  async momentOf(
    visit: Visit,
    reviewId: string,
  ): Promise<{ readonly asOf: LocalDate; readonly knownAt: Instant }> {
    await this.access.grantAs(visit, 'reviews.read');
    const { planned } = await this.stateOf(reviewId);
    const { data } = await this.drawnOf(reviewId);
    return { asOf: planned.data.measuringDay, knownAt: data.frame.knownAt };
  }

  /** Whether the file is in the sample of the review, for a reader of reviews. @throws Problem NOT_ALLOWED, NOT_FOUND, NOT_DRAWN */
  async mustHoldFile(visit: Visit, review: string, fileId: string): Promise<void> {
    await this.access.grantAs(visit, 'reviews.read');
    const { cases, reviewedWhole } = (await this.drawnOf(review)).data;
    if (![...cases, ...reviewedWhole].some((each) => each.fileId === fileId)) throw new Problem('NOT_FOUND');
  }

  /** The progress shows which files inspectors opened, so reading it is logged. @throws Problem NOT_FOUND */
  async answerOf(visit: Visit, reviewId: string): Promise<Answer<'Review'>> {
    const state = await this.stateOf(reviewId);
    return this.access.list(visit, this.access.grantFor(visit), `review=${reviewId}`, () =>
      reviewAnswer(state, this.accessLog),
    );
  }

  /** Puts a question that reads every file into the queue. */
  async asked(visit: Visit, question: JobQuestion, response: Response): Promise<Answer<'Job'>> {
    const { user } = visit;
    const job = await this.access.readAs(visit, permissionFor(question), loggedAs(question), () =>
      this.jobs.ask(user.userId, question),
    );
    return acceptedJob(job, this.jobs, response);
  }
}
