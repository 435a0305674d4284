import type { ExampleEvent, LocalDate } from '@rt/domain';
import { on } from '@rt/domain';
import type { Status } from '../rule';

/** Something that a rule cannot see, as an example that runs: what happened, and what the rule says all the same. */
export interface BlindSpot {
  readonly rule: string;
  readonly cannotSee: string;
  readonly given: readonly ExampleEvent[];
  readonly on: LocalDate;
  readonly then: readonly Status[];
}

export const blindSpot = (
  rule: string,
  cannotSee: string,
  given: readonly ExampleEvent[],
  day: string,
  then: readonly Status[],
): BlindSpot => ({ rule, cannotSee, given, on: on(day), then });
