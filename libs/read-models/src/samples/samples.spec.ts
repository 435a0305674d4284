import type { ReviewId } from '@rt/domain';
import { casesOn, findingsOn } from '..';
import {
  append,
  appendReview,
  contentsOf,
  fileId,
  ordinaryThread,
  testBed,
  type TestBed,
} from '../history.fixture';
import { catchUp, rebuild } from '../runner/runner';
import { openReviewsOf, plannedReviews } from './samples.query';
import { eraseStream } from '@rt/event-store/store.fixture';

const files = [1, 2, 3].map(fileId);
const [one, two, three] = files as [(typeof files)[0], (typeof files)[0], (typeof files)[0]];
const [spring, autumn] = ['spring', 'autumn'] as ReviewId[] as [ReviewId, ReviewId];

describe('the samples of the reviews', () => {
  let bed: TestBed;
  beforeEach(async () => {
    bed = await testBed();
    for (const file of files) await append(bed.store, file, ordinaryThread);
  });
  afterEach(() => bed.close());

  it('hold the files of a review from its draw to its closing', async () => {
    await appendReview(bed.store, spring, 'ReviewPlanned');
    await catchUp(bed);
    expect(await openReviewsOf(bed.db, files)).toEqual(new Map());
    await appendReview(bed.store, spring, 'SampleDrawn', [one, two]);
    await appendReview(bed.store, autumn, 'ReviewPlanned');
    await appendReview(bed.store, autumn, 'SampleDrawn', [two, two]);
    await catchUp(bed);
    expect(await openReviewsOf(bed.db, files)).toEqual(
      new Map([
        [one, [spring]],
        [two, [autumn, spring]],
      ]),
    );
    expect(await openReviewsOf(bed.db, [three])).toEqual(new Map());
    expect(await openReviewsOf(bed.db, [])).toEqual(new Map());
    await appendReview(bed.store, spring, 'ReviewClosed');
    await catchUp(bed);
    expect(await openReviewsOf(bed.db, files)).toEqual(new Map([[two, [autumn]]]));
    expect(await plannedReviews(bed.db)).toEqual([autumn, spring]);
  });

  it('are after a rebuild what they were after following', async () => {
    await catchUp(bed);
    for (const review of [spring, autumn]) {
      await appendReview(bed.store, review, 'ReviewPlanned');
      await catchUp(bed);
      await appendReview(bed.store, review, 'SampleDrawn', [one, three]);
      await catchUp(bed);
    }
    await appendReview(bed.store, autumn, 'ReviewClosed');
    await catchUp(bed);
    const followed = await contentsOf(bed.db);
    expect([followed.reviews?.length, followed.sampledFiles?.length]).toEqual([2, 2]);
    await rebuild(bed);
    expect(await contentsOf(bed.db)).toEqual(followed);
  });

  it('lose a review that was erased', async () => {
    await appendReview(bed.store, spring, 'SampleDrawn', [one]);
    await catchUp(bed);
    await eraseStream(bed.store, 'review-spring', 0);
    await rebuild(bed);
    expect([await plannedReviews(bed.db), await openReviewsOf(bed.db, files)]).toEqual([[], new Map()]);
  });

  it('narrow the lists to the files that an open review drew', async () => {
    await appendReview(bed.store, spring, 'SampleDrawn', [two]);
    await catchUp(bed);
    const on = '2026-03-18' as never;
    const { findings } = await findingsOn(bed, { on, heldOn: on, sampled: true });
    expect(new Set(findings.map((row) => row.fileId))).toEqual(new Set([two]));
    const { cases, count } = await casesOn(bed.db, { on, heldOn: on, sampled: true });
    expect([count, cases.map((row) => row.fileId)]).toEqual([1, [two]]);
  });
});
