import type { ReviewPlanned } from '@rt/domain';
import type { Report } from '../indicators/indicator-rows';

/** A review that is part of the program: its plan and its report. */
export interface ReviewDefinition {
  readonly plan: ReviewPlanned['data'];
  readonly report: Report;
}
