import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { INSPECTION_PORTS, type InspectionPorts } from './ports';
import { reviewState, type ReviewState } from './review-stream';

/** Reads the state of a review. The state is empty if there is no review with that id. */
export class ReadReview extends Query<ReviewState> {
  constructor(readonly reviewId: string) {
    super();
  }
}

@QueryHandler(ReadReview)
export class ReadReviewHandler implements IQueryHandler<ReadReview> {
  constructor(@Inject(INSPECTION_PORTS) private readonly ports: InspectionPorts) {}

  execute({ reviewId }: ReadReview): Promise<ReviewState> {
    return reviewState(this.ports.store, reviewId);
  }
}
