import type { LocalDate } from '../calendar';
import type { Thread } from '../thread';

/** Whether a case was closed before a day and not reopened by it. The day of closing itself still belongs to the case. */
export const isClosedOn = (theCase: Thread<'case'>, day: LocalDate): boolean => {
  const closed = theCase.later('CaseClosed').findLast((event) => event.occurredOn < day);
  if (!closed) return false;
  return !theCase
    .later('CaseReopened')
    .some(
      (event) =>
        event.occurredOn <= day &&
        (event.occurredOn > closed.occurredOn ||
          (event.occurredOn === closed.occurredOn && event.revision > closed.revision)),
    );
};
