import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { INSPECTION_PORTS, type InspectionPorts } from './ports';
import { gapsOfSample, type ReviewGaps } from './review-gaps';

/** For each rule, how many of the sampled cases of a review have its gap. @throws ReviewRefused NOT_DRAWN */
export class CountGaps extends Query<ReviewGaps> {
  constructor(readonly reviewId: string) {
    super();
  }
}

@QueryHandler(CountGaps)
export class CountGapsHandler implements IQueryHandler<CountGaps> {
  constructor(@Inject(INSPECTION_PORTS) private readonly ports: InspectionPorts) {}

  execute({ reviewId }: CountGaps): Promise<ReviewGaps> {
    return gapsOfSample(this.ports, reviewId);
  }
}
