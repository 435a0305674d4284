import { NOT_SUITABLE_REASONS } from '@rt/domain';
import { Code } from '../fields';

/** That they were asked, and when; the answer has no field. */
export class ViolenceQuestionsAskedDto {
  readonly [field: string]: never;
}

export class ViolenceQuestionsNotSuitableDto {
  @Code(NOT_SUITABLE_REASONS) reason!: (typeof NOT_SUITABLE_REASONS)[number];
}
