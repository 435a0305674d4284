/**
 * The order of two events on one day. If both have a time of day, the times decide. Otherwise a permission (a consent, a question) counts
 * as given before the act that it permits, and an end (a withdrawal) as coming after it. Source: the design's conventions.
 */
import type { LocalDate, LocalTime } from './calendar';

/** When something happened. Any recorded event fits. */
export interface When {
  readonly occurredOn: LocalDate;
  readonly occurredTime?: LocalTime;
}

/** Whether a permission had been given when an act was done. */
export const permittedBefore = (permission: When, deed: When): boolean =>
  permission.occurredOn < deed.occurredOn ||
  (permission.occurredOn === deed.occurredOn &&
    (permission.occurredTime === undefined ||
      deed.occurredTime === undefined ||
      permission.occurredTime <= deed.occurredTime));

/** Whether something had ended when an act was done. */
export const endedBefore = (end: When, deed: When): boolean =>
  end.occurredOn < deed.occurredOn ||
  (end.occurredOn === deed.occurredOn &&
    end.occurredTime !== undefined &&
    deed.occurredTime !== undefined &&
    end.occurredTime < deed.occurredTime);
