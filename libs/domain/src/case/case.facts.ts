import type { LocalDate } from '../calendar';
import type { Thing } from '../thing';

/** Whether a case was closed before a day and not reopened by it. The day of closing itself still belongs to the case. */
export const isClosedOn = (theCase: Thing<'case'>, day: LocalDate): boolean => {
  const closed = theCase.since('CaseClosed').findLast((event) => event.occurredOn < day);
  if (!closed) return false;
  return !theCase
    .since('CaseReopened')
    .some(
      (event) =>
        event.occurredOn <= day &&
        (event.occurredOn > closed.occurredOn ||
          (event.occurredOn === closed.occurredOn && event.revision > closed.revision)),
    );
};
