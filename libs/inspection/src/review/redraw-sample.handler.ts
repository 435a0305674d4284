import { isDeepStrictEqual } from 'node:util';
import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { gatherDecisions } from '../evidence';
import { drawnFrom } from './drawn-from';
import { populationsOf } from './plan.decider';
import { INSPECTION_PORTS, type InspectionPorts } from './ports';
import { ReviewRefused } from './refused';
import { filesOf, type OnFilesRead } from './review-files';
import { reviewState } from './review-stream';

export interface Redrawn {
  /** The new sampling frame as text (see `canonicalFrame`), its size and its SHA-256. */
  readonly frame: string;
  readonly size: number;
  readonly hash: string;
  /** True if the files, as known when the sample was drawn, give the stored frame and the stored sample. */
  readonly same: boolean;
}

/** Makes the frame of a drawn sample again, and draws from it again. @throws ReviewRefused NOT_DRAWN */
export class RedrawSample extends Query<Redrawn> {
  constructor(
    readonly reviewId: string,
    readonly progress?: OnFilesRead,
  ) {
    super();
  }
}

@QueryHandler(RedrawSample)
export class RedrawSampleHandler implements IQueryHandler<RedrawSample> {
  constructor(@Inject(INSPECTION_PORTS) private readonly ports: InspectionPorts) {}

  async execute({ reviewId, progress }: RedrawSample): Promise<Redrawn> {
    const { planned, drawn } = await reviewState(this.ports.store, reviewId);
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
    const { knownAt } = drawn.data.frame;
    const files = filesOf(this.ports, { populations, knownAt }, progress);
    const again = drawnFrom(planned.data, await gatherDecisions(files, populations, knownAt), knownAt);
    const { size, hash } = again.data.frame;
    return { frame: again.frame, size, hash, same: isDeepStrictEqual(again.data, drawn.data) };
  }
}
