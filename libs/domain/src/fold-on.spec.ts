import fc from 'fast-check';
import { arbitraryHistory } from './history.fixture';
import type { ThingKind } from './ids';
import { THING_NAMES } from './thing-names';
import { foldOn, FoldingOn, foldSituation, type FoldedSituation } from './situation';
import { EVENT_TYPES } from './vocabulary';

/** Everything that may be asked of a situation, in the order in which it is answered. */
const told = ({ file, entries, taken, partOf, existing }: FoldedSituation) => ({
  entries: [...entries.keys()],
  taken: [...taken].sort(),
  partOf: [...partOf].sort(),
  existing: [...existing].sort(),
  events: EVENT_TYPES.map((type) => file.events(type).map(({ id }) => id)),
  things: (Object.keys(THING_NAMES) as ThingKind[]).map((kind) =>
    file.things(kind).map((thing) => ({
      id: thing.id,
      begun: (thing.created as { id: string }).id,
      later: EVENT_TYPES.map((type) =>
        (thing.since as (type: string) => readonly { id: string }[]).call(thing, type).map(({ id }) => id),
      ),
      linked: (Object.keys(THING_NAMES) as ThingKind[]).map((other) =>
        thing.linked(other).map(({ id }) => id),
      ),
    })),
  ),
});

it('folding on, one event after another, equals folding anew, and leaves what it began with as it was', () => {
  fc.assert(
    fc.property(arbitraryHistory({ stepsMax: 60 }), fc.nat(), (history, cut) => {
      const at = history.length === 0 ? 0 : cut % history.length;
      const before = foldSituation(history.slice(0, at));
      const asked = JSON.stringify(told(before));
      const on = new FoldingOn(before);
      for (const [i, event] of history.slice(at).entries()) {
        on.add(event);
        if (i % 7 === 0)
          expect(told(on.situation)).toEqual(told(foldSituation(history.slice(0, at + i + 1))));
      }
      expect(told(on.situation)).toEqual(told(foldSituation(history)));
      expect(told(foldOn(before, history.slice(at)))).toEqual(told(foldSituation(history)));
      expect(JSON.stringify(told(before))).toBe(asked);
    }),
    { numRuns: 500 },
  );
});
