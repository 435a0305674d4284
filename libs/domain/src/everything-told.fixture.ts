import { THING_KINDS } from './ids';
import type { FoldedSituation } from './situation';
import { EVENT_TYPES } from './vocabulary';

/**
 * Everything that may be asked of a situation, in the order in which it is answered. Things link to each other in circles, so two files are
 * compared by this and not by walking their links.
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
