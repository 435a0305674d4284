import { Body, Controller, Get, Headers, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { reviewApprovalFields, reviewPlanFields } from '@rt/domain';
import { inputOf } from '@rt/handling';
import type { AccessLog } from '@rt/identity';
import { ApproveReview, CloseReview, ReadOutlook, ReadReview, ReviewPlan } from '@rt/inspection';
import { plannedReviews, type ReadDatabase } from '@rt/read-models';
import type { Response } from 'express';
import { FileAccess } from '../access/file-access';
import { Access } from '../access/route-access';
import { Visiting, type Visit } from '../access/visit';
import { idempotencyKeyOf } from '../http/headers';
import type { Answer } from '../openapi/answers';
import { IDEMPOTENCY_KEY, READ_AFTER_HEADER } from '../openapi/headers';
import { Operation } from '../openapi/operation';
import { ACCESS_LOG, READ_DATABASE } from '../ports';
import { Projections } from '../projections/projections';
import { PlannedReviews } from './planned-review';
import { isPlanned, reviewAnswer } from './review-answers';
import {
  reviewActorOf,
  commandOf,
  PROBLEMS_OF_A_BODY,
  PROBLEMS_OF_A_READING,
  PROBLEMS_OF_A_COMMAND,
  REVIEW_ID,
} from './review-parameters';

/** Plans, approves and closes the inspectors' reviews (granskningar). */
@ApiTags('reviews')
@Controller('api/v1/reviews')
export class ReviewsController {
  constructor(
    private readonly access: FileAccess,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly projections: Projections,
    private readonly reviews: PlannedReviews,
    @Inject(READ_DATABASE) private readonly db: ReadDatabase,
    @Inject(ACCESS_LOG) private readonly accessLog: AccessLog,
  ) {}

  @Get()
  @Access('reviews.read')
  @Operation({
    id: 'listReviews',
    sv: 'Alla granskningar: hur de planerades, vad som drogs och hur långt de har kommit.',
    en: 'Every review: how it was planned, what was drawn and how far it has come',
    headers: [READ_AFTER_HEADER],
    answer: { of: 'Reviews' },
    problems: PROBLEMS_OF_A_READING,
  })
  async list(@Visiting() visit: Visit): Promise<Answer<'Reviews'>> {
    const grant = this.access.grantFor(visit);
    const ids = await plannedReviews(this.db);
    const states = await Promise.all(ids.map((reviewId) => this.queries.execute(new ReadReview(reviewId))));
    const planned = states.filter(isPlanned);
    const reviews = await this.access.list(visit, grant, 'reviews', () =>
      Promise.all(planned.map((state) => reviewAnswer(state, this.accessLog))),
    );
    return { reviews };
  }

  @Post()
  @Access('review.plan')
  @Operation({
    id: 'planReview',
    sv: 'Planerar en granskning: uppdrag, population, strata och mätdag. Systemet förseglar ett slumpvärde, och planen binds till det.',
    en: 'Plans a review: assignment, population, strata and measuring day. The system seals a random value, and the plan is bound to it',
    headers: [IDEMPOTENCY_KEY],
    body: 'ReviewPlan',
    answer: { status: 201, of: 'WrittenReview' },
    problems: [...PROBLEMS_OF_A_BODY, 'PLAN_INVALID', 'DRAWS_NOTHING', 'ALREADY_PLANNED'],
  })
  async plan(
    @Visiting() visit: Visit,
    @Headers() headers: Record<string, string>,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Answer<'WrittenReview'>> {
    const key = idempotencyKeyOf(headers);
    const plan = inputOf(reviewPlanFields, body);
    const { reviewId } = plan;
    const command = new ReviewPlan(plan, reviewActorOf(visit), commandOf(visit, reviewId, key));
    const { position } = await this.commands.execute(command);
    response.set('Location', `/api/v1/reviews/${reviewId}`);
    return { ...(await this.reviews.answerOf(visit, reviewId)), position };
  }

  @Get(':reviewId')
  @Access('reviews.read')
  @Operation({
    id: 'getReview',
    sv: 'En granskning: hur den planerades och hur långt den har kommit.',
    en: 'A review: how it was planned and how far it has come',
    path: REVIEW_ID,
    headers: [READ_AFTER_HEADER],
    answer: { of: 'Review' },
    problems: [...PROBLEMS_OF_A_READING, 'NOT_FOUND'],
  })
  read(@Visiting() visit: Visit, @Param('reviewId') reviewId: string) {
    return this.reviews.answerOf(visit, reviewId);
  }

  @Get(':reviewId/outlook')
  @Access('reviews.read')
  @Operation({
    id: 'getReviewOutlook',
    sv: 'Vad en dragning skulle ta just nu: varje grupp med hur många beslut den har, besluten utanför alla grupper och antalet akter som öppnas i sin helhet.',
    en: 'What a draw would take now: each group with how many decisions it has, the decisions outside every group, and the number of files that open whole',
    path: REVIEW_ID,
    headers: [READ_AFTER_HEADER],
    answer: { of: 'ReviewOutlook' },
    problems: [...PROBLEMS_OF_A_READING, 'NOT_FOUND'],
  })
  async outlook(
    @Visiting() visit: Visit,
    @Param('reviewId') reviewId: string,
  ): Promise<Answer<'ReviewOutlook'>> {
    await this.reviews.stateOf(reviewId);
    return this.access.list(visit, this.access.grantFor(visit), `outlook review=${reviewId}`, () =>
      this.queries.execute(new ReadOutlook(reviewId)),
    );
  }

  @Post(':reviewId/approval')
  @Access('review.approve')
  @Operation({
    id: 'approveReview',
    sv: 'Godkänner en granskning som någon annan har planerat. Granskas bifall i sin helhet anges antalet akter.',
    en: 'Approves a review that somebody else planned. Where approvals are reviewed whole, the number of files is given',
    path: REVIEW_ID,
    headers: [IDEMPOTENCY_KEY],
    body: 'ReviewApproval',
    answer: { status: 201, of: 'WrittenReview' },
    problems: [
      ...PROBLEMS_OF_A_BODY,
      'NOT_FOUND',
      'REVIEW_CLOSED',
      'PLAN_OUTDATED',
      'OWN_PLAN',
      'CONFIRM_NUMBER',
    ],
  })
  async approve(
    @Visiting() visit: Visit,
    @Param('reviewId') reviewId: string,
    @Headers() headers: Record<string, string>,
    @Body() body: unknown,
  ): Promise<Answer<'WrittenReview'>> {
    const key = idempotencyKeyOf(headers);
    const { filesReviewedWhole } = inputOf(reviewApprovalFields, body);
    await this.reviews.stateOf(reviewId);
    const commandId = commandOf(visit, `${reviewId}/approval`, key);
    const approval = new ApproveReview(reviewId, filesReviewedWhole, reviewActorOf(visit), commandId);
    const { position } = await this.commands.execute(approval);
    return { ...(await this.reviews.answerOf(visit, reviewId)), position };
  }

  @Post(':reviewId/closure')
  @Access('review.plan')
  @Operation({
    id: 'proposeClosure',
    sv: 'Föreslår att granskningen avslutas; den som godkänner granskningar avslutar den sedan. En granskning som ingen har godkänt avslutas direkt.',
    en: 'Proposes to close the review; a person who approves reviews then closes it. A review that nobody approved is closed at once',
    path: REVIEW_ID,
    headers: [IDEMPOTENCY_KEY],
    answer: { status: 201, of: 'WrittenReview' },
    problems: [...PROBLEMS_OF_A_COMMAND, 'NOT_FOUND', 'NOT_READY'],
  })
  close(
    @Visiting() visit: Visit,
    @Param('reviewId') reviewId: string,
    @Headers() headers: Record<string, string>,
  ): Promise<Answer<'WrittenReview'>> {
    return this.closing(visit, reviewId, 'inspector', idempotencyKeyOf(headers));
  }

  @Post(':reviewId/closure/approval')
  @Access('review.approve')
  @Operation({
    id: 'closeReview',
    sv: 'Avslutar granskningen, som en inspektör har föreslagit: dess akter stängs för inspektörerna.',
    en: 'Closes the review, as an inspector has proposed: its files close to the inspectors',
    path: REVIEW_ID,
    headers: [IDEMPOTENCY_KEY],
    answer: { status: 201, of: 'WrittenReview' },
    problems: [...PROBLEMS_OF_A_COMMAND, 'NOT_FOUND', 'NOT_PROPOSED', 'OWN_PLAN', 'NOT_READY'],
  })
  approveClosure(
    @Visiting() visit: Visit,
    @Param('reviewId') reviewId: string,
    @Headers() headers: Record<string, string>,
  ): Promise<Answer<'WrittenReview'>> {
    return this.closing(visit, reviewId, 'approver', idempotencyKeyOf(headers));
  }

  private async closing(
    visit: Visit,
    reviewId: string,
    as: 'inspector' | 'approver',
    key: string,
  ): Promise<Answer<'WrittenReview'>> {
    await this.reviews.stateOf(reviewId);
    const commandId = commandOf(visit, `${reviewId}/closure/${as}`, key);
    const command = new CloseReview(reviewId, as, reviewActorOf(visit), commandId);
    const { position } = await this.commands.execute(command);
    // Permission to open the files is read from the read models. Waiting here ensures that, once the closing is answered, no inspector can open a
    // file because of this review.
    await this.projections.reach(position);
    return { ...(await this.reviews.answerOf(visit, reviewId)), position };
  }
}
