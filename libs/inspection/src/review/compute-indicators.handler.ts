import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { computeIndicators, type ComputedIndicators, type IndicatorOptions } from './compute-indicators';
import { INSPECTION_PORTS, type InspectionPorts } from './ports';

/** Computes every published row of a review from the files. @throws ReviewRefused UNKNOWN_REVIEW */
export class ComputeIndicators extends Query<ComputedIndicators> {
  constructor(
    readonly reviewId: string,
    readonly options: IndicatorOptions = {},
  ) {
    super();
  }
}

@QueryHandler(ComputeIndicators)
export class ComputeIndicatorsHandler implements IQueryHandler<ComputeIndicators> {
  constructor(@Inject(INSPECTION_PORTS) private readonly ports: InspectionPorts) {}

  execute({ reviewId, options }: ComputeIndicators): Promise<ComputedIndicators> {
    return computeIndicators(this.ports, reviewId, options);
  }
}
