import type { ReviewPlanned } from '@rt/domain';
import type { Report } from '../indicators/indicator-rows';

/** A review that the program knows: how it is planned, and which figures it is measured by. */
export interface ReviewDefinition {
  readonly plan: ReviewPlanned['data'];
  readonly report: Report;
}
