import { THING_KINDS } from './ids';
import type { FoldedSituation } from './situation';
import { EVENT_TYPES } from './vocabulary';

/**
 * The answers of a situation to every question it can be asked, as plain data, in a fixed order. Tests compare two situations by it, because
 * things link to each other in circles and cannot be compared directly.
 */
export const everythingTold = ({ file, entries, taken, partOf, existing }: FoldedSituation) => ({
  entries: [...entries.keys()],
  taken: [...taken].sort(),
  partOf: [...partOf].sort(),
  existing: [...existing].sort(),
  events: EVENT_TYPES.map((type) => file.events(type).map(({ id }) => id)),
  things: THING_KINDS.map((kind) =>
    file.things(kind).map((thing) => ({
      id: thing.id,
      begun: (thing.created as { id: string }).id,
      later: EVENT_TYPES.map((type) =>
        (thing.since as (type: string) => readonly { id: string }[]).call(thing, type).map(({ id }) => id),
      ),
      linked: THING_KINDS.map((other) => thing.linked(other).map(({ id }) => id)),
    })),
  ),
});
