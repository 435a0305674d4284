import type { LocalDate } from './calendar';
import type { Recorded } from './event';
import type { When } from './one-day';
import type { PersonalFileEvent } from './vocabulary';

type Event = Recorded<PersonalFileEvent>;

/** Folding order: by day, by time of day (what has none comes first), by recording. */
export const byOccurrence = (a: Event, b: Event): number =>
  a.occurredOn < b.occurredOn
    ? -1
    : a.occurredOn > b.occurredOn
      ? 1
      : (a.occurredTime ?? '') < (b.occurredTime ?? '')
        ? -1
        : (a.occurredTime ?? '') > (b.occurredTime ?? '')
          ? 1
          : a.revision - b.revision;

/** Whether something that is about to be recorded comes before an event in folding order. */
export const comesBefore = (command: When, event: When): boolean =>
  command.occurredOn < event.occurredOn ||
  (command.occurredOn === event.occurredOn && (command.occurredTime ?? '') < (event.occurredTime ?? ''));

/** What holds on a day of what was said by then: the last in folding order. The one law for contents that change. */
export const lastBy = <E extends When>(inFoldingOrder: readonly E[], day: LocalDate): E | undefined =>
  inFoldingOrder.findLast(({ occurredOn }) => occurredOn <= day);

/** Several lists as one, in folding order. A list alone stays as it is. */
export const merged = <E extends Event>(lists: readonly (readonly E[])[]): readonly E[] =>
  lists.length === 1 ? (lists[0] as readonly E[]) : lists.flat().sort(byOccurrence);

/** Puts one more where it belongs in a list in folding order; nearly all belong last. */
export const putInOrder = <T>(list: T[], item: T, eventOf: (item: T) => Event): void => {
  let at = list.length;
  while (at > 0 && byOccurrence(eventOf(list[at - 1] as T), eventOf(item)) > 0) at -= 1;
  if (at === list.length) list.push(item);
  else list.splice(at, 0, item);
};
