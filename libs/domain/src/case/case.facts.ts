import type { LocalDate } from '../calendar';
import type { Recorded } from '../event';
import type { Thing } from '../thing';
import type { EventOf } from '../vocabulary';

type Turn = Recorded<EventOf<'CaseClosed' | 'CaseReopened'>>;

/** The closings and reopenings of a case, in folding order. */
export const caseTurns = (theCase: Thing<'case'>): readonly Turn[] =>
  theCase.since('CaseClosed', 'CaseReopened');

/** Whether a case was closed before a day and not reopened up to it. On the day of closing the case is still open. */
export const isClosedOn = (theCase: Thing<'case'>, day: LocalDate): boolean =>
  caseTurns(theCase).findLast(({ type, occurredOn }) =>
    type === 'CaseClosed' ? occurredOn < day : occurredOn <= day,
  )?.type === 'CaseClosed';

/** The day on which a case was closed; undefined if it is open or was reopened. */
export const closedOn = (theCase: Thing<'case'>): LocalDate | undefined => {
  const last = caseTurns(theCase).at(-1);
  return last?.type === 'CaseClosed' ? last.occurredOn : undefined;
};
