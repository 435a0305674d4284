import {
  ACTS,
  OUTCOMES,
  SAMPLING_UNITS,
  SEXES,
  type Act,
  type LocalDate,
  type MeasureCode,
  type Outcome,
  type Population,
  type ReviewId,
  type SamplingUnit,
  type Sex,
  type Stratum,
  type UnitId,
} from '@rt/domain';
import { Field } from '@rt/handling';
import type { Plan } from '@rt/inspection';

class PopulationDto implements Population {
  @Field.CodeWords() measures!: MeasureCode[];
  @Field.Codes(OUTCOMES) outcomes!: Outcome[];
  @Field.Day() decidedFrom!: LocalDate;
  @Field.Day() decidedTo!: LocalDate;
  @Field.Names() unitIds!: UnitId[];
  @Field.Whole(0, 150, 'optional') ageMin?: number;
}

class WantedStratumDto implements Stratum {
  @Field.Name() unitId!: UnitId;
  @Field.Code(SEXES) sex!: Sex;
  @Field.Code(ACTS) act!: Act;
  @Field.Whole(0, 10_000) wanted!: number;
}

/** What plans a review. Whether such a plan can be carried out is for the reviews themselves to say. */
export class PlanReviewDto implements Plan {
  @Field.Designation() reviewId!: ReviewId;
  @Field.ShortText() title!: string;
  @Field.Part(() => PopulationDto) population!: PopulationDto;
  @Field.Code(SAMPLING_UNITS) samplingUnit!: SamplingUnit;
  @Field.Parts(() => WantedStratumDto) strata!: WantedStratumDto[];
  @Field.Parts(() => PopulationDto) reviewedWhole!: PopulationDto[];
  @Field.ShortText() seed!: string;
  @Field.Day() measuringDay!: LocalDate;
}
