import type { Instant, LocalDate } from '../calendar';
import type { Act, MeasureCode, Outcome, Sex } from '../codes';
import type { CaseId, DecisionId, FileId, ReviewId, UnitId } from '../ids';

/** Which decisions a review is about. Days are the decisions' own, both ends included. */
export interface Population {
  readonly measures: readonly MeasureCode[];
  readonly outcomes: readonly Outcome[];
  readonly decidedFrom: LocalDate;
  readonly decidedTo: LocalDate;
  /** The unit that handled the file on the day of the decision. */
  readonly unitIds: readonly UnitId[];
  /** Whole years of age on the day of the decision; left out: any age. */
  readonly ageMin?: number;
}

/** What is drawn: every decision of the population, or of each person the one made last. */
export const SAMPLING_UNITS = ['everyDecision', 'latestPerPerson'] as const;
export type SamplingUnit = (typeof SAMPLING_UNITS)[number];

/** One cell of the draw. */
export interface Stratum {
  readonly unitId: UnitId;
  readonly sex: Sex;
  readonly act: Act;
}

/** A stratum's name in `SampleDrawn`. */
export const stratumKey = ({ unitId, sex, act }: Stratum): string => `${unitId}/${sex}/${act}`;

/** Granskning planerad. The seed is fixed before anybody has seen the frame. */
export interface ReviewPlanned {
  readonly type: 'ReviewPlanned';
  readonly data: {
    readonly reviewId: ReviewId;
    readonly title: string;
    readonly population: Population;
    readonly samplingUnit: SamplingUnit;
    readonly strata: readonly (Stratum & { readonly wanted: number })[];
    /** Populations that are reviewed whole, beside the sample: all rejections of the year, say. */
    readonly reviewedWhole: readonly Population[];
    readonly seed: string;
    /** The day on which the sampled cases are measured. */
    readonly measuringDay: LocalDate;
  };
}

/** A decision that the review reaches, with the file and the case it stands in. */
export interface ReviewedCase {
  readonly fileId: FileId;
  readonly caseId: CaseId;
  readonly decisionId: DecisionId;
}

/** How a stratum came out. `takeAll`: fewer than wanted were there, so all were taken. */
export interface DrawnStratum extends Stratum {
  readonly wanted: number;
  readonly available: number;
  readonly drawn: number;
  readonly takeAll: boolean;
}

/** Urval draget. Anyone who holds the frame and the seed draws the same sample. */
export interface SampleDrawn {
  readonly type: 'SampleDrawn';
  readonly data: {
    readonly reviewId: ReviewId;
    readonly seed: string;
    /** Name and version of the way of drawing. */
    readonly algorithm: string;
    /** The sampling frame: how many sampling units it held, its SHA-256 in hex, and until when what it rests on was known. */
    readonly frame: { readonly size: number; readonly hash: string; readonly knownAt: Instant };
    readonly strata: readonly DrawnStratum[];
    /** The sample; `stratum` as `stratumKey` writes it. */
    readonly cases: readonly (ReviewedCase & { readonly stratum: string })[];
    /** The cases of the populations that are reviewed whole. */
    readonly reviewedWhole: readonly ReviewedCase[];
  };
}

/** Granskning avslutad. The sample closes to the inspectors; what was measured can be measured again. */
export interface ReviewClosed {
  readonly type: 'ReviewClosed';
  readonly data: { readonly reviewId: ReviewId };
}

/** What can happen in the stream `review-<reviewId>`. */
export type ReviewEvent = ReviewPlanned | SampleDrawn | ReviewClosed;

export const REVIEW_EVENT_TYPES = [
  'ReviewPlanned',
  'SampleDrawn',
  'ReviewClosed',
] as const satisfies readonly ReviewEvent['type'][];
