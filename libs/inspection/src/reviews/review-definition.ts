import type { ReviewPlanInput } from '@rt/domain';
import type { Report } from '../indicators/indicator-rows';

/** A review that is part of the program: its plan and its report. */
export interface ReviewDefinition {
  readonly plan: ReviewPlanInput;
  readonly report: Report;
}
