import fc from 'fast-check';
import { addDays, asHistory, on, type ExampleEvent, type LocalDate, type LocalTime } from '@rt/domain';
import type { History } from './concept';

/** When something is said of a thing: on one of a few days, at a time of day or at none. */
export interface Said {
  readonly day: LocalDate;
  readonly time: LocalTime | undefined;
}

export const FIRST = on('2026-03-02');

export const someDay: fc.Arbitrary<LocalDate> = fc.nat({ max: 4 }).map((days) => addDays(FIRST, days));

/** Statements in the order of recording, which is not the order in which they were made. */
export const statements: fc.Arbitrary<readonly Said[]> = fc.array(
  fc.record({
    day: someDay,
    time: fc.constantFrom<(LocalTime | undefined)[]>(undefined, '09:00' as LocalTime, '10:00' as LocalTime),
  }),
  { minLength: 1, maxLength: 6 },
);

/** A history of what comes first and of the statements, each made into an event. */
export const historyOf = (
  before: readonly ExampleEvent[],
  said: readonly Said[],
  eventOf: (said: Said, index: number) => ExampleEvent,
): History =>
  asHistory([
    ...before,
    ...said.map((each, index) => ({
      ...eventOf(each, index),
      ...(each.time !== undefined && { occurredTime: each.time }),
    })),
  ]);

/** The index of the statement that holds on a day, found the slow way: the last by day, by time, by recording. */
export const lastSaidBy = (said: readonly Said[], day: LocalDate): number | undefined => {
  const keyOf = ({ day: saidOn, time }: Said, index: number) => `${saidOn} ${time ?? ''} ${index + 100}`;
  const keys = said.flatMap((each, index) => (each.day <= day ? [[keyOf(each, index), index] as const] : []));
  return keys.sort(([a], [b]) => (a < b ? -1 : 1)).at(-1)?.[1];
};
