import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { outlookOf, type ReviewOutlook } from './outlook';
import { INSPECTION_PORTS, type InspectionPorts } from './ports';
import { notPlanned } from './refused';
import { reviewState } from './review-stream';

/** What a draw of a planned review would take now. @throws ReviewRefused NOT_PLANNED */
export class ReadOutlook extends Query<ReviewOutlook> {
  constructor(readonly reviewId: string) {
    super();
  }
}

@QueryHandler(ReadOutlook)
export class ReadOutlookHandler implements IQueryHandler<ReadOutlook> {
  constructor(@Inject(INSPECTION_PORTS) private readonly ports: InspectionPorts) {}

  async execute({ reviewId }: ReadOutlook): Promise<ReviewOutlook> {
    const { planned } = await reviewState(this.ports.store, reviewId);
    if (!planned) throw notPlanned(reviewId);
    return outlookOf(this.ports, planned.data);
  }
}
