import { Module, type DynamicModule } from '@nestjs/common';
import { CloseReviewHandler } from './review/close-review.handler';
import { DrawSampleHandler } from './review/draw-sample.handler';
import { ComputeIndicatorsHandler } from './review/compute-indicators.handler';
import { ReviewPlanHandler } from './review/record-review-plan.handler';
import { INSPECTION_PORTS, type InspectionPorts } from './review/ports';
import { ReadReviewHandler } from './review/read-review.handler';
import { RedrawSampleHandler } from './review/redraw-sample.handler';

/** Reviews: planned, drawn, measured, closed. Reached by the command and the query bus, which the app brings (`CqrsModule.forRoot()`). */
@Module({})
export class InspectionModule {
  static with(ports: InspectionPorts): DynamicModule {
    return {
      module: InspectionModule,
      providers: [
        { provide: INSPECTION_PORTS, useValue: ports },
        ReviewPlanHandler,
        DrawSampleHandler,
        ReadReviewHandler,
        RedrawSampleHandler,
        ComputeIndicatorsHandler,
        CloseReviewHandler,
      ],
    };
  }
}
