import fc from 'fast-check';
import { addDays, asHistory, on, type ExampleEvent, type LocalDate, type LocalTime } from '@rt/domain';
import type { History } from './concept';

/** When a statement about a thing is made: on one of a few days, with or without a time of day. */
export interface StatementTime {
  readonly day: LocalDate;
  readonly time: LocalTime | undefined;
}

export const FIRST = on('2026-03-02');

export const someDay: fc.Arbitrary<LocalDate> = fc.nat({ max: 4 }).map((days) => addDays(FIRST, days));

/** Statements in the order of recording, which may differ from the order of their days and times. */
export const statements: fc.Arbitrary<readonly StatementTime[]> = fc.array(
  fc.record({
    day: someDay,
    time: fc.constantFrom<(LocalTime | undefined)[]>(undefined, '09:00' as LocalTime, '10:00' as LocalTime),
  }),
  { minLength: 1, maxLength: 6 },
);

/** A history of the events in `before`, followed by one event per statement. */
export const historyOf = (
  before: readonly ExampleEvent[],
  said: readonly StatementTime[],
  eventOf: (said: StatementTime, index: number) => ExampleEvent,
): History =>
  asHistory([
    ...before,
    ...said.map((each, index) => ({
      ...eventOf(each, index),
      ...(each.time !== undefined && { occurredTime: each.time }),
    })),
  ]);

/** The index of the statement that holds on a day, computed without the code under test: the last one by day, then time, then order of recording. */
export const lastSaidBy = (said: readonly StatementTime[], day: LocalDate): number | undefined => {
  const keyOf = ({ day: saidOn, time }: StatementTime, index: number) =>
    `${saidOn} ${time ?? ''} ${index + 100}`;
  const keys = said.flatMap((each, index) => (each.day <= day ? [[keyOf(each, index), index] as const] : []));
  return keys.sort(([a], [b]) => (a < b ? -1 : 1)).at(-1)?.[1];
};
