import { isDeepStrictEqual } from 'node:util';
import type { Recorded, ReviewPlanned, SampleDrawn } from '@rt/domain';
import type { FrameUnit } from '../draw/frame';
import { commitmentTo } from '../draw/seed';
import { gatherDecisions } from '../evidence';
import { drawnFrom, sha256Hex, type DrawnBy } from './drawn-from';
import { populationsOf } from './plan.decider';
import type { ReadingPorts } from './ports';
import { ReviewRefused } from './refused';
import { filesOf, type OnFilesRead } from './review-files';
import { reviewState } from './review-stream';

type Frame = Pick<SampleDrawn['data']['frame'], 'size' | 'hash'>;

export interface Redrawn {
  /** The new sampling frame, its size and the SHA-256 of its text (see `canonicalFrame`). */
  readonly frame: readonly FrameUnit[];
  readonly size: number;
  readonly hash: string;
  /** The frame that was stored when the sample was drawn. */
  readonly stored: Frame;
  /** True if the value is the one that the plan is bound to, and the files, as known when the sample was drawn, give the stored frame and sample. */
  readonly same: boolean;
}

/** Makes the frame of a drawn sample again, and draws from it again. @throws ReviewRefused NOT_DRAWN */
export const redrawSample = async (
  ports: ReadingPorts,
  reviewId: string,
  progress?: OnFilesRead,
): Promise<Redrawn> => {
  const { planned, drawn } = await drawnReview(ports, reviewId);
  const populations = populationsOf(planned.data);
  const { knownAt, ...stored } = drawn.data.frame;
  const files = filesOf(ports, { populations, knownAt }, progress);
  const by = drawnBy(planned, drawn);
  const again = drawnFrom(planned.data, by, await gatherDecisions(files, populations, knownAt), knownAt);
  const { size, hash } = again.data.frame;
  const isBound = !('value' in by) || commitmentTo(by.value, sha256Hex) === planned.data.commitment;
  return {
    frame: again.frame,
    size,
    hash,
    stored,
    same: isBound && isDeepStrictEqual(again.data, drawn.data),
  };
};

/** The frame of a drawn sample, made again, with all that is needed to draw from it by other means. @throws ReviewRefused NOT_DRAWN */
export const reviewFrame = async (ports: ReadingPorts, reviewId: string, progress?: OnFilesRead) => {
  const { planned, drawn } = await drawnReview(ports, reviewId);
  const { frame, size, hash, stored } = await redrawSample(ports, reviewId, progress);
  const { algorithm, value, spoken, seed, strata, cases } = drawn.data;
  return {
    reviewId,
    algorithm,
    commitment: planned.data.commitment,
    value,
    spoken,
    seed,
    knownAt: drawn.data.frame.knownAt,
    stored,
    again: { size, hash },
    units: hash === stored.hash ? frame : [],
    strata,
    cases: cases.map(({ decisionId }) => decisionId),
  };
};

/** The plan and the draw of a review. @throws ReviewRefused NOT_DRAWN */
export const drawnReview = async ({ store }: ReadingPorts, reviewId: string) => {
  const { planned, drawn } = await reviewState(store, reviewId);
  if (planned && drawn) return { planned, drawn };
  throw new ReviewRefused(
    'NOT_DRAWN',
    {
      sv: `Granskningen ${reviewId} har inget draget urval; dra det först.`,
      en: `The review ${reviewId} has no sample; draw it first.`,
    },
    'reviewId',
  );
};

/** The two values that were stored at the draw; of an older review, the seed of its plan. */
const drawnBy = (planned: Recorded<ReviewPlanned>, { data }: Recorded<SampleDrawn>): DrawnBy => {
  const { value, spoken, spokenBy } = data;
  if (value === null || spoken === null || spokenBy === null) return { seed: planned.data.seed ?? '' };
  return { value, spoken, spokenBy };
};
