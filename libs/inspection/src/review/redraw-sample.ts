import { isDeepStrictEqual } from 'node:util';
import type { SampleDrawn } from '@rt/domain';
import { gatherDecisions } from '../evidence';
import { drawnFrom } from './drawn-from';
import { populationsOf } from './plan.decider';
import type { ReadingPorts } from './ports';
import { ReviewRefused } from './refused';
import { filesOf, type OnFilesRead } from './review-files';
import { reviewState } from './review-stream';

type Frame = Pick<SampleDrawn['data']['frame'], 'size' | 'hash'>;

export interface Redrawn {
  /** The new sampling frame as text (see `canonicalFrame`), its size and its SHA-256. */
  readonly frame: string;
  readonly size: number;
  readonly hash: string;
  /** The frame that was stored when the sample was drawn. */
  readonly stored: Frame;
  /** True if the files, as known when the sample was drawn, give the stored frame and the stored sample. */
  readonly same: boolean;
}

/** Makes the frame of a drawn sample again, and draws from it again. @throws ReviewRefused NOT_DRAWN */
export const redrawSample = async (
  ports: ReadingPorts,
  reviewId: string,
  progress?: OnFilesRead,
): Promise<Redrawn> => {
  const { planned, drawn } = await reviewState(ports.store, reviewId);
  if (!planned || !drawn)
    throw new ReviewRefused(
      'NOT_DRAWN',
      {
        sv: `Granskningen ${reviewId} har inget draget urval; dra det först.`,
        en: `The review ${reviewId} has no sample; draw it first.`,
      },
      'reviewId',
    );
  const populations = populationsOf(planned.data);
  const { knownAt, ...stored } = drawn.data.frame;
  const files = filesOf(ports, { populations, knownAt }, progress);
  const again = drawnFrom(planned.data, await gatherDecisions(files, populations, knownAt), knownAt);
  const { size, hash } = again.data.frame;
  return { frame: again.frame, size, hash, stored, same: isDeepStrictEqual(again.data, drawn.data) };
};
