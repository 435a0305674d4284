/** A duty that recurs: each time it is met, the next one begins. */
import type { EventId, LocalDate } from '@rt/domain';
import type { DutyPeriod } from './duty-periods';

/** Something that meets one link of a chain and begins the next, and the day from which it counts. */
export interface Happening {
  readonly id: EventId;
  readonly occurredOn: LocalDate;
}

/** One link of the chain: the time until the next happening. */
export interface Link {
  readonly period: DutyPeriod;
  readonly next: Happening | undefined;
  readonly isFirst: boolean;
}

/** The happenings in the order of their days, at most one a day. Of two on one day the lower id counts, whichever was recorded first. */
export const oneADay = (happenings: readonly Happening[]): readonly Happening[] =>
  [...happenings]
    .sort((a, b) => (`${a.occurredOn} ${a.id}` < `${b.occurredOn} ${b.id}` ? -1 : 1))
    .filter(({ occurredOn }, index, all) => all[index - 1]?.occurredOn !== occurredOn);

/**
 * The links of the chain: in each period one from its beginning, and one from each happening. A happening belongs to one period. Where the
 * case was closed and reopened on the day of the happening, it belongs to the period that ended.
 */
export const linksOf = (
  periods: readonly DutyPeriod[],
  happenings: readonly Happening[],
): readonly Link[] => {
  let left = happenings;
  return periods.flatMap((period) => {
    const { arisesOn, voidedOn } = period;
    const isFirst =
      left.length === happenings.length && !left.some(({ occurredOn }) => occurredOn < arisesOn);
    const within = left.filter(
      ({ occurredOn }) => occurredOn >= arisesOn && (voidedOn === undefined || occurredOn <= voidedOn),
    );
    left = left.filter((happening) => !within.includes(happening));
    return linksIn(period, within, isFirst);
  });
};

const linksIn = (period: DutyPeriod, within: readonly Happening[], isFirst: boolean): readonly Link[] =>
  [
    { period, isFirst },
    ...within.map(({ id, occurredOn }) => ({
      period: { ...period, trigger: id, arisesOn: occurredOn },
      isFirst: false,
    })),
  ].map((link, index) => ({ ...link, next: within[index] }));
