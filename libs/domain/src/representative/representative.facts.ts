import { latest, type LocalDate } from '../calendar';
import { endedBefore, permittedBefore, type When } from '../one-day';
import type { Thing } from '../thing';

/** The first day on which a representative is in force. */
export const representativeBeginsOn = ({ created }: Thing<'representative'>): LocalDate =>
  latest(created.occurredOn, created.data.validFrom);

/** Whether a representative is in force on a day: from the later of the day of registration and `validFrom`, through `validTo` or the day of the recorded end. */
export const representativeInForce = (representative: Thing<'representative'>, day: LocalDate): boolean => {
  const { validFrom, validTo } = representative.created.data;
  if (latest(representative.created.occurredOn, validFrom) > day || (validTo !== undefined && validTo < day))
    return false;
  return !representative.since('RepresentativeEnded').some((ended) => ended.occurredOn < day);
};

/** Whether a representative is in force when an act is done: as `representativeInForce`, with the times of day compared if they are on one day. */
export const representsAt = (representative: Thing<'representative'>, deed: When): boolean =>
  representativeInForce(representative, deed.occurredOn) &&
  permittedBefore(representative.created, deed) &&
  !representative.since('RepresentativeEnded').some((ended) => endedBefore(ended, deed));
