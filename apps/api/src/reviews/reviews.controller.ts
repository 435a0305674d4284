import { Body, Controller, Get, Headers, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { reviewVocabulary } from '@rt/domain';
import { commandIdOf, inputOf } from '@rt/handling';
import type { AccessLog } from '@rt/identity';
import {
  CloseReview,
  DrawSample,
  ComputeIndicators,
  ReviewPlan,
  ReadReview,
  reviewDefinition,
  type ReviewState,
} from '@rt/inspection';
import { plannedReviews, type ReadDatabase } from '@rt/read-models';
import type { Response } from 'express';
import { FileAccess } from '../access/file-access';
import { Access } from '../access/route-access';
import { Visiting, type Visit } from '../access/visit';
import { decodeCursor, encodeCursor } from '../http/cursor';
import { idempotencyKeyOf } from '../http/headers';
import { cursor, designation, instant, parametersOf, whole } from '../http/parameters';
import { Problem } from '../http/problem';
import type { Answer } from '../openapi/answers';
import { acceptedJob } from '../jobs/job-answer';
import { loggedAs, permissionFor, type JobQuestion } from '../jobs/job-questions';
import { Jobs } from '../jobs/jobs';
import { IDEMPOTENCY_KEY, READ_AFTER_HEADER } from '../openapi/headers';
import { Operation } from '../openapi/operation';
import { ACCESS_LOG, READ_DATABASE } from '../ports';
import { Projections } from '../projections/projections';
import { isPlanned, samplePage, reviewAnswer, sampleAnswer, type PlannedReview } from './review-answers';

const REVIEW_ID = { reviewId: designation('Id of the review, as it was planned') };
const INDICATORS = {
  knownAt: instant('What was known then, of the handling and of the municipality’s settings; left out: now'),
};
const SAMPLE = {
  limit: whole('Cases at most; left out: 100', 1, 500),
  cursor: cursor('`next` of the answer before'),
};
/** A cursor is the number of a line, because a sample never changes. */
const LINE = /^\d{1,6}$/;
const PROBLEMS_OF_A_READING = ['NOT_ALLOWED', 'ACCESS_NOT_LOGGED'] as const;
const PROBLEMS_OF_A_WRITE = [
  'NOT_ALLOWED',
  'IDEMPOTENCY_KEY_REQUIRED',
  'FOREIGN_ORIGIN',
  'NOT_JSON_TYPE',
  'CLOCK_LEAPT',
  'KEY_REUSED',
  'CONFLICT',
  'TOO_LARGE',
] as const;

type Given = Readonly<Record<string, unknown>>;

/** Plans, draws, measures and closes the inspectors' reviews (granskningar). */
@ApiTags('reviews')
@Controller('api/v1/reviews')
export class ReviewsController {
  constructor(
    private readonly access: FileAccess,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly projections: Projections,
    private readonly jobs: Jobs,
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
    sv: 'Planerar en granskning: population, strata, frö och mätdag, innan någon har sett ramen.',
    en: 'Plans a review: population, strata, seed and measuring day, before anybody has seen the frame',
    headers: [IDEMPOTENCY_KEY],
    body: 'ReviewPlan',
    answer: { status: 201, of: 'WrittenReview' },
    problems: [
      ...PROBLEMS_OF_A_WRITE,
      'NOT_JSON',
      'INVALID_INPUT',
      'PLAN_INVALID',
      'ALREADY_PLANNED',
      'ACCESS_NOT_LOGGED',
    ],
  })
  async plan(
    @Visiting() visit: Visit,
    @Headers() headers: Record<string, string>,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Answer<'WrittenReview'>> {
    const key = idempotencyKeyOf(headers);
    const plan = inputOf(reviewVocabulary.events.ReviewPlanned.fields, body);
    const { reviewId } = plan;
    const command = new ReviewPlan(plan, actorOf(visit), commandOf(visit, reviewId, key));
    const { position } = await this.commands.execute(command);
    response.set('Location', `/api/v1/reviews/${reviewId}`);
    return { ...(await this.answerOf(visit, reviewId)), position };
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
    return this.answerOf(visit, reviewId);
  }

  @Post(':reviewId/sample')
  @Access('review.plan')
  @Operation({
    id: 'drawSample',
    sv: 'Drar urvalet ur den ram som systemet självt gör. Det dras en gång; dras det igen blir svaret detsamma.',
    en: 'Draws the sample from the frame that the system makes itself. It is drawn once; a draw after the draw is answered with the same',
    path: REVIEW_ID,
    headers: [IDEMPOTENCY_KEY],
    answer: { status: 201, of: 'DrawnSample' },
    problems: [...PROBLEMS_OF_A_WRITE, 'NOT_FOUND', 'REVIEW_CLOSED', 'ACCESS_NOT_LOGGED'],
  })
  async draw(
    @Visiting() visit: Visit,
    @Param('reviewId') reviewId: string,
    @Headers() headers: Record<string, string>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Answer<'DrawnSample'>> {
    const key = idempotencyKeyOf(headers);
    await this.stateOf(reviewId);
    const command = new DrawSample(reviewId, actorOf(visit), commandOf(visit, `${reviewId}/sample`, key));
    const drawn = await this.access.list(visit, this.access.grantFor(visit), `draw review=${reviewId}`, () =>
      this.commands.execute(command),
    );
    response.set('Location', `/api/v1/reviews/${reviewId}/sample`);
    return { ...sampleAnswer(drawn), position: drawn.position };
  }

  @Get(':reviewId/sample')
  @Access('reviews.read')
  @Operation({
    id: 'getSample',
    sv: 'Urvalet: hur det drogs, och dess ärenden med vilka som har öppnats.',
    en: 'The sample: how it was drawn, and its cases with which of them were opened',
    path: REVIEW_ID,
    query: SAMPLE,
    headers: [READ_AFTER_HEADER],
    answer: { of: 'Sample' },
    problems: [...PROBLEMS_OF_A_READING, 'NOT_FOUND', 'NOT_DRAWN', 'INVALID_QUERY'],
  })
  async sample(
    @Visiting() visit: Visit,
    @Param('reviewId') reviewId: string,
    @Query() query: Given,
  ): Promise<Answer<'Sample'>> {
    const { limit = 100, cursor: after } = parametersOf(query, SAMPLE);
    const from = after === undefined ? 0 : Number(decodeCursor(after, LINE));
    const drawn = await this.drawnOf(reviewId);
    const scope = `sample review=${reviewId} from=${from} limit=${limit}`;
    const { cases, next } = await this.access.list(visit, this.access.grantFor(visit), scope, async () =>
      samplePage(drawn, this.accessLog, from, limit),
    );
    return { ...sampleAnswer(drawn), cases, next: next === null ? null : encodeCursor(String(next)) };
  }

  @Get(':reviewId/sample/verification')
  @Access('reviews.read')
  @Operation({
    id: 'verifySample',
    sv: 'Gör om ramen och dragningen och jämför: samma ram och samma frö ger samma urval. Svaret hämtas ur jobbet.',
    en: 'Makes the frame and the draw again and compares: the same frame and the same seed give the same sample. The answer is fetched from the job',
    path: REVIEW_ID,
    answer: { status: 202, of: 'Job' },
    problems: [...PROBLEMS_OF_A_READING, 'NOT_FOUND', 'NOT_DRAWN', 'JOBS_FULL'],
  })
  async verification(
    @Visiting() visit: Visit,
    @Param('reviewId') reviewId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Answer<'Job'>> {
    await this.drawnOf(reviewId);
    return this.asked(visit, { kind: 'sampleVerification', reviewId }, response);
  }

  @Post(':reviewId/closure')
  @Access('review.plan')
  @Operation({
    id: 'closeReview',
    sv: 'Avslutar granskningen: dess akter stängs för inspektörerna.',
    en: 'Closes the review: its files close to the inspectors',
    path: REVIEW_ID,
    headers: [IDEMPOTENCY_KEY],
    answer: { status: 201, of: 'WrittenReview' },
    problems: [...PROBLEMS_OF_A_WRITE, 'NOT_FOUND', 'ACCESS_NOT_LOGGED', 'NOT_READY'],
  })
  async close(
    @Visiting() visit: Visit,
    @Param('reviewId') reviewId: string,
    @Headers() headers: Record<string, string>,
  ): Promise<Answer<'WrittenReview'>> {
    const key = idempotencyKeyOf(headers);
    await this.stateOf(reviewId);
    const commandId = commandOf(visit, `${reviewId}/closure`, key);
    const { position } = await this.commands.execute(new CloseReview(reviewId, actorOf(visit), commandId));
    // Permission to open the files is read from the read models. Waiting here ensures that, once the closing is answered, no inspector can open a
    // file because of this review.
    await this.projections.reach(position);
    return { ...(await this.answerOf(visit, reviewId)), position };
  }

  @Get(':reviewId/indicators')
  @Access('review.indicators')
  @Operation({
    id: 'getIndicators',
    sv: 'Granskningens alla rader, beräknade ur akterna, med det publicerade bredvid. Finns för de granskningar som programmet har mått för. Enligt vad som var känt tidigare: som ett jobb.',
    en: 'Every row of the review, computed from the files, with what was published beside it. For the reviews that the program has measures of. By what was known earlier: as a job',
    path: REVIEW_ID,
    query: INDICATORS,
    headers: [READ_AFTER_HEADER],
    answer: { of: 'Indicators', orJob: true },
    problems: [...PROBLEMS_OF_A_READING, 'NOT_FOUND', 'INVALID_QUERY', 'JOBS_FULL'],
  })
  async indicators(
    @Visiting() visit: Visit,
    @Param('reviewId') reviewId: string,
    @Query() query: Given,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Answer<'Indicators'> | Answer<'Job'>> {
    const { knownAt } = parametersOf(query, INDICATORS);
    if (reviewDefinition(reviewId) === undefined) throw new Problem('NOT_FOUND');
    if (knownAt !== undefined) return this.asked(visit, { kind: 'indicators', reviewId, knownAt }, response);
    const logged = { action: 'measure', scope: `review=${reviewId} knownAt=now` } as const;
    return this.access.readAs(visit, 'review.indicators', logged, () =>
      this.queries.execute(new ComputeIndicators(reviewId)),
    );
  }

  /** Puts a question that reads every file into the queue. */
  private async asked(visit: Visit, question: JobQuestion, response: Response): Promise<Answer<'Job'>> {
    const { user } = visit;
    const job = await this.access.readAs(visit, permissionFor(question), loggedAs(question), () =>
      this.jobs.ask(user.userId, question),
    );
    return acceptedJob(job, this.jobs, response);
  }

  /** The state of a review. @throws Problem NOT_FOUND if no review with that id is planned */
  private async stateOf(reviewId: string): Promise<PlannedReview> {
    const known = REVIEW_ID.reviewId.read(reviewId) !== undefined;
    const state = known ? await this.queries.execute(new ReadReview(reviewId)) : {};
    if (!isPlanned(state)) throw new Problem('NOT_FOUND');
    return state;
  }

  /** The drawn sample of a review. @throws Problem NOT_FOUND, NOT_DRAWN */
  private async drawnOf(reviewId: string): Promise<NonNullable<ReviewState['drawn']>> {
    const { drawn } = await this.stateOf(reviewId);
    if (drawn === undefined) throw new Problem('NOT_DRAWN', [{ field: 'reviewId', code: 'NOT_DRAWN' }]);
    return drawn;
  }

  /** The progress shows which files inspectors opened, so reading it is logged. @throws Problem NOT_FOUND */
  private async answerOf(visit: Visit, reviewId: string) {
    const state = await this.stateOf(reviewId);
    return this.access.list(visit, this.access.grantFor(visit), `review=${reviewId}`, () =>
      reviewAnswer(state, this.accessLog),
    );
  }
}

const actorOf = ({ user: { userId, unitId } }: Visit) => ({ userId, unitId, origin: 'user' as const });

/** The id of a command. The same user, review and key give the same id. */
const commandOf = ({ user }: Visit, place: string, key: string): string =>
  commandIdOf(user.userId, `review-${place}`, key);
