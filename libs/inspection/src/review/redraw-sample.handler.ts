import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { INSPECTION_PORTS, type InspectionPorts } from './ports';
import { redrawSample, type Redrawn } from './redraw-sample';
import type { OnFilesRead } from './review-files';

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

  execute({ reviewId, progress }: RedrawSample): Promise<Redrawn> {
    return redrawSample(this.ports, reviewId, progress);
  }
}
