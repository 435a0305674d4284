import { latest, type LocalDate } from '../calendar';
import { endedBefore, permittedBefore, type When } from '../one-day';
import type { Thread } from '../thread';

/** Whether a representative is in force on a day: from the later of its own day and `validFrom`, to `validTo` or its end, that day included. */
export const representativeInForce = (representative: Thread<'representative'>, day: LocalDate): boolean => {
  const { validFrom, validTo } = representative.begun.data;
  if (latest(representative.begun.occurredOn, validFrom) > day || (validTo !== undefined && validTo < day))
    return false;
  return !representative.later('RepresentativeEnded').some((ended) => ended.occurredOn < day);
};

/** Whether a representative is in force when something is done: as `representativeInForce`, and times of day settle what one day holds. */
export const representsAt = (representative: Thread<'representative'>, deed: When): boolean =>
  representativeInForce(representative, deed.occurredOn) &&
  permittedBefore(representative.begun, deed) &&
  !representative.later('RepresentativeEnded').some((ended) => endedBefore(ended, deed));
