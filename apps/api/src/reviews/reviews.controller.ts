import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { MeasureReview, reviewDefinition, REVIEWS } from '@rt/inspection';
import { Door } from '../access/door';
import { Access } from '../access/route-access';
import { Visiting, type Visit } from '../access/visit';
import { instant, parametersOf } from '../http/parameters';
import { Problem } from '../http/problem';
import { ReadAfter } from '../http/read-after.interceptor';
import { READ_AFTER_HEADER } from '../openapi/headers';
import { Operation } from '../openapi/operation';

const MEASURES = { knownAt: instant('What was known of the handling then; left out: now') };

/** Reviews (granskningar) of the inspectors. */
@ApiTags('reviews')
@Controller('api/v1/reviews')
@UseInterceptors(ReadAfter)
export class ReviewsController {
  constructor(
    private readonly door: Door,
    private readonly queries: QueryBus,
  ) {}

  @Get(':reviewId/measures')
  @Access('review.measure')
  @Operation({
    id: 'getMeasures',
    sv: 'Granskningens alla rader, beräknade ur akterna, med det publicerade bredvid.',
    en: 'Every row of the review, computed from the files, with what was published beside it',
    path: {
      reviewId: {
        schema: { type: 'string', enum: REVIEWS.map(({ plan }) => plan.reviewId) },
        description: 'Id of the review',
        read: (given) => given,
      },
    },
    query: MEASURES,
    headers: [READ_AFTER_HEADER],
    answer: { of: 'Measures' },
    problems: ['NOT_ALLOWED', 'NOT_FOUND', 'INVALID_QUERY', 'ACCESS_NOT_LOGGED'],
  })
  async measures(
    @Visiting() visit: Visit,
    @Param('reviewId') reviewId: string,
    @Query() query: Readonly<Record<string, unknown>>,
  ) {
    const { knownAt } = parametersOf(query, MEASURES);
    const guest = this.door.guestOf(visit);
    if (reviewDefinition(reviewId) === undefined) throw new Problem('NOT_FOUND');
    return this.door.measure(visit, guest, `review=${reviewId} knownAt=${knownAt ?? 'now'}`, () =>
      this.queries.execute(new MeasureReview(reviewId, { ...(knownAt !== undefined && { knownAt }) })),
    );
  }
}
