/** Checks that the deciders of several steps use. */
import type { LocalDate } from './calendar';
import { accept, refuse, type Situation, type Verdict } from './decider';

/** For a step that the general checks say all about. */
export const asItIs = (): Verdict => accept;

/** The first refusal among verdicts, or acceptance. */
export const all = (...verdicts: readonly Verdict[]): Verdict =>
  verdicts.find((verdict) => !verdict.accepted) ?? accept;

/** Refuses an end before its start. Start and end may be the same day, and either may be unknown. */
export const endNotBeforeStart = (
  start: LocalDate | undefined,
  end: LocalDate | undefined,
  field: string,
): Verdict =>
  start !== undefined && end !== undefined && end < start
    ? refuse('END_BEFORE_START', field, { start, end })
    : accept;

/** Refuses a measure that was not in force in the municipality on the day, unless it is the measure that the thing already has. */
export const knownMeasure = (
  { data, occurredOn }: { readonly data: { readonly measure: string }; readonly occurredOn: LocalDate },
  { configuration }: Situation,
  before?: string,
): Verdict =>
  data.measure === before || configuration.measuresOn(occurredOn).some(({ code }) => code === data.measure)
    ? accept
    : refuse('UNKNOWN_CODE', 'data.measure');

/** Refuses a life area that was not in force in the municipality on the day. */
export const knownLifeArea = (
  code: string | undefined,
  day: LocalDate,
  { configuration }: Situation,
  field: string,
): Verdict =>
  code === undefined || configuration.lifeAreasOn(day).includes(code)
    ? accept
    : refuse('UNKNOWN_CODE', field);
