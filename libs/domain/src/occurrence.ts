import type { LocalDate } from './calendar';
import type { Recorded } from './event';
import type { When } from './one-day';
import type { PersonalFileEvent } from './vocabulary';

type Event = Recorded<PersonalFileEvent>;

/** Compares two events in folding order: by day, then by time of day (an event without one comes first), then by order of recording. */
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

/** Whether a command, once recorded, will come before an event in folding order. */
export const comesBefore = (command: When, event: When): boolean =>
  command.occurredOn < event.occurredOn ||
  (command.occurredOn === event.occurredOn && (command.occurredTime ?? '') < (event.occurredTime ?? ''));

/** The event that holds on a day: the last in folding order up to that day. Every content that changes over time follows this rule. */
export const lastBy = <E extends When>(inFoldingOrder: readonly E[], day: LocalDate): E | undefined =>
  inFoldingOrder.findLast(({ occurredOn }) => occurredOn <= day);

/** Merges lists into one list in folding order. A single list is returned as it is. */
export const merged = <E extends Event>(lists: readonly (readonly E[])[]): readonly E[] =>
  lists.length === 1 ? (lists[0] as readonly E[]) : lists.flat().sort(byOccurrence);

/** Inserts an item into a list in folding order. It searches from the end, because nearly every item belongs last. */
export const putInOrder = <T>(list: T[], item: T, eventOf: (item: T) => Event): void => {
  let at = list.length;
  while (at > 0 && byOccurrence(eventOf(list[at - 1] as T), eventOf(item)) > 0) at -= 1;
  if (at === list.length) list.push(item);
  else list.splice(at, 0, item);
};
