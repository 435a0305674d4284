/** Checks that several steps make, each in its own place. */
import type { LocalDate } from './calendar';
import { accept, refuse, type Situation, type Verdict } from './decider';

/** For a step that the general checks say all about. */
export const asItIs = (): Verdict => accept;

/** The first refusal among verdicts, or acceptance. */
export const all = (...verdicts: readonly Verdict[]): Verdict =>
  verdicts.find((verdict) => !verdict.accepted) ?? accept;

/** Refuses an end before its start; either may be unknown, and one day may be both. */
export const endNotBeforeStart = (
  start: LocalDate | undefined,
  end: LocalDate | undefined,
  field: string,
): Verdict =>
  start !== undefined && end !== undefined && end < start
    ? refuse('END_BEFORE_START', field, { start, end })
    : accept;

/** A measure that the municipality had on the day. One that a thing already bears may be said of it again. */
export const knownMeasure = (
  { data, occurredOn }: { readonly data: { readonly measure: string }; readonly occurredOn: LocalDate },
  { configuration }: Situation,
  before?: string,
): Verdict =>
  data.measure === before || configuration.measuresOn(occurredOn).some(({ code }) => code === data.measure)
    ? accept
    : refuse('UNKNOWN_CODE', 'data.measure');

/** A life area that the municipality had on the day. */
export const knownLifeArea = (
  code: string | undefined,
  day: LocalDate,
  { configuration }: Situation,
  field: string,
): Verdict =>
  code === undefined || configuration.lifeAreasOn(day).includes(code)
    ? accept
    : refuse('UNKNOWN_CODE', field);
