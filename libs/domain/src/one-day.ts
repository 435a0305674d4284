/**
 * Two things on one day. A time of day settles which came first where both have one; without it a permission (a consent, a
 * question) counts as before what it permits, and an end (a withdrawal) as after. Source: the design's conventions.
 */
import type { LocalDate, LocalTime } from './calendar';

/** When something happened: any recorded event is one. */
export interface When {
  readonly occurredOn: LocalDate;
  readonly occurredTime?: LocalTime;
}

/** Whether a permission was there when something was done. */
export const permittedBefore = (permission: When, deed: When): boolean =>
  permission.occurredOn < deed.occurredOn ||
  (permission.occurredOn === deed.occurredOn &&
    (permission.occurredTime === undefined ||
      deed.occurredTime === undefined ||
      permission.occurredTime <= deed.occurredTime));

/** Whether something had ended when something else was done. */
export const endedBefore = (end: When, deed: When): boolean =>
  end.occurredOn < deed.occurredOn ||
  (end.occurredOn === deed.occurredOn &&
    end.occurredTime !== undefined &&
    deed.occurredTime !== undefined &&
    end.occurredTime < deed.occurredTime);
