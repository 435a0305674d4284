/** Checks that the deciders of several steps use. */
import type { LocalDate } from './calendar';
import { accept, refuse, type Verdict } from './decider';

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
