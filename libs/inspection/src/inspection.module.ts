import { Module, type DynamicModule } from '@nestjs/common';
import { ApproveReviewHandler } from './review/approve-review.handler';
import { CloseReviewHandler } from './review/close-review.handler';
import { CountGapsHandler } from './review/count-gaps.handler';
import { DrawSampleHandler } from './review/draw-sample.handler';
import { ComputeIndicatorsHandler } from './review/compute-indicators.handler';
import { ReviewPlanHandler } from './review/record-review-plan.handler';
import { INSPECTION_PORTS, type InspectionPorts } from './review/ports';
import { ReadOutlookHandler } from './review/read-outlook.handler';
import { ReadReviewHandler } from './review/read-review.handler';
import { ReadSampleFindingsHandler } from './review/read-sample-findings.handler';
import { RedrawSampleHandler } from './review/redraw-sample.handler';

/** Plans, approves, draws, measures and closes reviews. The app calls it through the command bus and the query bus, and imports `CqrsModule.forRoot()`. */
@Module({})
export class InspectionModule {
  static with(ports: InspectionPorts): DynamicModule {
    return {
      module: InspectionModule,
      providers: [
        { provide: INSPECTION_PORTS, useValue: ports },
        ReviewPlanHandler,
        ApproveReviewHandler,
        ReadOutlookHandler,
        DrawSampleHandler,
        ReadReviewHandler,
        RedrawSampleHandler,
        ReadSampleFindingsHandler,
        ComputeIndicatorsHandler,
        CountGapsHandler,
        CloseReviewHandler,
      ],
    };
  }
}
