import { Body, Controller, Get, Headers, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { drawFields } from '@rt/domain';
import { inputOf } from '@rt/handling';
import type { AccessLog } from '@rt/identity';
import {
  ComputeIndicators,
  CountGaps,
  DrawSample,
  ReadReview,
  ReadSampleFindings,
  reviewDefinition,
} from '@rt/inspection';
import type { Response } from 'express';
import { FileAccess } from '../access/file-access';
import { ShownNames } from '../access/shown-names';
import { Access } from '../access/route-access';
import { Visiting, type Visit } from '../access/visit';
import { decodeCursor, encodeCursor } from '../http/cursor';
import { idempotencyKeyOf } from '../http/headers';
import { cursor, instant, parametersOf, whole } from '../http/parameters';
import { Problem } from '../http/problem';
import type { Answer } from '../openapi/answers';
import { IDEMPOTENCY_KEY, READ_AFTER_HEADER } from '../openapi/headers';
import { Operation } from '../openapi/operation';
import { ACCESS_LOG } from '../ports';
import { PlannedReviews } from './planned-review';
import { AsCsv, csvLinesMax } from '../lists/list-route';
import { linesOfPage, sampleAnswer, samplePage } from './review-answers';
import {
  reviewActorOf,
  commandOf,
  PROBLEMS_OF_A_BODY,
  PROBLEMS_OF_A_READING,
  REVIEW_ID,
} from './review-parameters';

const INDICATORS = {
  knownAt: instant(
    'What was known then, of the handling and of the municipality’s settings; left out: at the draw',
  ),
};
const SAMPLE = {
  limit: whole('Cases at most; left out: 100', 1, 500),
  cursor: cursor('`next` of the answer before'),
};
/** A cursor is the number of a line, because a sample never changes. */
const LINE = /^\d{1,6}$/;

type Given = Readonly<Record<string, unknown>>;

/** Draws the samples of reviews, and measures them. */
@ApiTags('reviews')
@Controller('api/v1/reviews')
export class SamplesController {
  constructor(
    private readonly access: FileAccess,
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly reviews: PlannedReviews,
    private readonly names: ShownNames,
    @Inject(ACCESS_LOG) private readonly accessLog: AccessLog,
  ) {}

  @Post(':reviewId/sample')
  @Access('review.plan')
  @Operation({
    id: 'drawSample',
    sv: 'Drar urvalet ur den ram som systemet självt gör, med systemets förseglade värde och det som en annan person nu säger högt. Det dras en gång; dras det igen blir svaret detsamma.',
    en: 'Draws the sample from the frame that the system makes itself, with the value that the system sealed and the one that another person now says aloud. It is drawn once; a draw after the draw is answered with the same',
    path: REVIEW_ID,
    headers: [IDEMPOTENCY_KEY],
    body: 'Draw',
    answer: { status: 201, of: 'DrawnSample' },
    problems: [
      ...PROBLEMS_OF_A_BODY,
      'NOT_FOUND',
      'NOT_APPROVED',
      'REVIEW_CLOSED',
      'PLAN_OUTDATED',
      'SECOND_PERSON',
      'VALUE_LOST',
      'DRAWS_NOTHING',
      'REACH_GREW',
    ],
  })
  async draw(
    @Visiting() visit: Visit,
    @Param('reviewId') reviewId: string,
    @Headers() headers: Record<string, string>,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Answer<'DrawnSample'>> {
    const key = idempotencyKeyOf(headers);
    const said = inputOf(drawFields, body);
    await this.reviews.stateOf(reviewId);
    const commandId = commandOf(visit, `${reviewId}/sample`, key);
    const command = new DrawSample(reviewId, said, reviewActorOf(visit), commandId);
    const drawn = await this.access.list(visit, this.access.grantFor(visit), `draw review=${reviewId}`, () =>
      this.commands.execute(command),
    );
    response.set('Location', `/api/v1/reviews/${reviewId}/sample`);
    return { ...sampleAnswer(drawn), position: drawn.position };
  }

  @Get(':reviewId/sample')
  @Access('review.sample')
  @AsCsv({ log: 'sample', lines: 'cases', answer: 'Sample' })
  @Operation({
    id: 'getSample',
    sv: 'Urvalet: hur det drogs, och dess ärenden med vilka som har öppnats och vad som är öppet i dem på mätdagen. Som CSV: alla ärendena.',
    en: 'The sample: how it was drawn, and its cases with which of them were opened and what is open in them on the measuring day. As CSV: all cases',
    path: REVIEW_ID,
    query: SAMPLE,
    headers: [READ_AFTER_HEADER],
    answer: { of: 'Sample', orCsv: true },
    problems: [...PROBLEMS_OF_A_READING, 'NOT_FOUND', 'NOT_DRAWN', 'INVALID_QUERY'],
  })
  async sample(
    @Visiting() visit: Visit,
    @Param('reviewId') reviewId: string,
    @Query() query: Given,
  ): Promise<Answer<'Sample'>> {
    const { limit = visit.csv ? csvLinesMax : 100, cursor: after } = parametersOf(query, SAMPLE);
    const from = after === undefined ? 0 : Number(decodeCursor(after, LINE));
    const { planned } = await this.reviews.stateOf(reviewId);
    const on = planned.data.measuringDay;
    const drawn = await this.reviews.drawnOf(reviewId);
    const scope = `sample review=${reviewId} from=${from} limit=${limit}${visit.csv ? ' as=csv' : ''}`;
    const moment = { on, knownAt: drawn.data.frame.knownAt, heldOn: this.access.today };
    return this.access.list(visit, this.access.grantFor(visit), scope, async () => {
      const lines = linesOfPage(drawn, from, limit);
      const files = [...new Set(lines.map(({ fileId }) => fileId))];
      const found = await this.queries.execute(new ReadSampleFindings(files, moment));
      const { cases, next } = await samplePage(drawn, this.accessLog, { from, limit, found });
      return {
        on,
        ...sampleAnswer(drawn),
        cases,
        ...(await this.names.of(visit.user, lines)),
        next: next === null ? null : encodeCursor(String(next)),
      };
    });
  }

  @Get(':reviewId/frame')
  @Access('reviews.read')
  @Operation({
    id: 'getReviewFrame',
    sv: 'Urvalsramen, gjord på nytt enligt vad som var känt vid dragningen, med båda värdena: den som vill kan dra urvalet själv. Svaret hämtas ur jobbet.',
    en: 'The sampling frame, made again by what was known at the draw, with both values: anybody can draw the sample from it. The answer is fetched from the job',
    path: REVIEW_ID,
    answer: { status: 202, of: 'Job' },
    problems: [...PROBLEMS_OF_A_READING, 'NOT_FOUND', 'NOT_DRAWN', 'JOBS_FULL'],
  })
  async frame(
    @Visiting() visit: Visit,
    @Param('reviewId') reviewId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Answer<'Job'>> {
    await this.reviews.drawnOf(reviewId);
    return this.reviews.asked(visit, { kind: 'reviewFrame', reviewId }, response);
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
    await this.reviews.drawnOf(reviewId);
    return this.reviews.asked(visit, { kind: 'sampleVerification', reviewId }, response);
  }

  @Get(':reviewId/gaps')
  @Access('review.indicators')
  @AsCsv({ log: 'gaps', lines: 'rows', answer: 'ReviewGaps' })
  @Operation({
    id: 'getReviewGaps',
    sv: 'För varje regel hur många av de dragna ärendena som har bristen på mätdagen, i hela urvalet och i varje grupp: som det var känt vid dragningen, och bredvid som det är känt nu.',
    en: 'For each rule how many of the drawn cases have the gap on the measuring day, in the whole sample and in each group: as known at the draw, and beside it as known now',
    path: REVIEW_ID,
    headers: [READ_AFTER_HEADER],
    answer: { of: 'ReviewGaps', orCsv: true },
    problems: [...PROBLEMS_OF_A_READING, 'NOT_FOUND', 'NOT_DRAWN'],
  })
  async gaps(@Visiting() visit: Visit, @Param('reviewId') reviewId: string): Promise<Answer<'ReviewGaps'>> {
    await this.reviews.drawnOf(reviewId);
    const scope = `gaps review=${reviewId}${visit.csv ? ' as=csv' : ''}`;
    const logged = { action: 'measure', scope } as const;
    return this.access.readAs(visit, 'review.indicators', logged, () =>
      this.queries.execute(new CountGaps(reviewId)),
    );
  }

  @Get(':reviewId/indicators')
  @Access('review.indicators')
  @Operation({
    id: 'getIndicators',
    sv: 'Granskningens alla rader, beräknade ur akterna, med det publicerade bredvid. Finns för de granskningar som programmet har mått för. Enligt vad som var känt vid dragningen, som ett jobb; bredvid står det som är känt nu. Innan urvalet är draget: direkt.',
    en: 'Every row of the review, computed from the files, with what was published beside it. For the reviews that the program has measures of. By what was known at the draw, as a job; beside it stands what is known now. Before the draw: directly',
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
    const { knownAt: asked } = parametersOf(query, INDICATORS);
    if (reviewDefinition(reviewId) === undefined) throw new Problem('NOT_FOUND');
    const { drawn } = await this.queries.execute(new ReadReview(reviewId));
    const knownAt = asked ?? drawn?.data.frame.knownAt;
    if (knownAt !== undefined)
      return this.reviews.asked(visit, { kind: 'indicators', reviewId, knownAt }, response);
    const logged = { action: 'measure', scope: `review=${reviewId} knownAt=now` } as const;
    return this.access.readAs(visit, 'review.indicators', logged, () =>
      this.queries.execute(new ComputeIndicators(reviewId)),
    );
  }
}
