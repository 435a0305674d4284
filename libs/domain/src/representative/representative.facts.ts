import { latest, type LocalDate } from '../calendar';
import { endedBefore, permittedBefore, type When } from '../one-day';
import type { Thing } from '../thing';

/** Whether a representative is in force on a day: from the later of its own day and `validFrom`, to `validTo` or its end, that day included. */
export const representativeInForce = (representative: Thing<'representative'>, day: LocalDate): boolean => {
  const { validFrom, validTo } = representative.created.data;
  if (latest(representative.created.occurredOn, validFrom) > day || (validTo !== undefined && validTo < day))
    return false;
  return !representative.since('RepresentativeEnded').some((ended) => ended.occurredOn < day);
};

/** Whether a representative is in force when something is done: as `representativeInForce`, and times of day settle what one day holds. */
export const representsAt = (representative: Thing<'representative'>, deed: When): boolean =>
  representativeInForce(representative, deed.occurredOn) &&
  permittedBefore(representative.created, deed) &&
  !representative.since('RepresentativeEnded').some((ended) => endedBefore(ended, deed));
