import type { Recorded } from './event';
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

/** Puts one more where it belongs in a list in folding order; nearly all belong last. */
export const putInOrder = <T>(list: T[], item: T, eventOf: (item: T) => Event): void => {
  let at = list.length;
  while (at > 0 && byOccurrence(eventOf(list[at - 1] as T), eventOf(item)) > 0) at -= 1;
  if (at === list.length) list.push(item);
  else list.splice(at, 0, item);
};
