import fc from 'fast-check';
import { everythingTold } from './everything-told.fixture';
import { arbitraryHistory } from './history.fixture';
import { foldOn, FoldingOn, foldSituation } from './situation';

it('adding events one by one equals folding again, and leaves the first situation unchanged', () => {
  fc.assert(
    fc.property(arbitraryHistory({ stepsMax: 60 }), fc.nat(), (history, cut) => {
      const at = history.length === 0 ? 0 : cut % history.length;
      const before = foldSituation(history.slice(0, at));
      const asked = JSON.stringify(everythingTold(before));
      const on = new FoldingOn(before);
      for (const [i, event] of history.slice(at).entries()) {
        on.add(event);
        if (i % 7 === 0)
          expect(everythingTold(on.situation)).toEqual(
            everythingTold(foldSituation(history.slice(0, at + i + 1))),
          );
      }
      expect(everythingTold(on.situation)).toEqual(everythingTold(foldSituation(history)));
      expect(everythingTold(foldOn(before, history.slice(at)))).toEqual(
        everythingTold(foldSituation(history)),
      );
      expect(JSON.stringify(everythingTold(before))).toBe(asked);
    }),
    { numRuns: 150 },
  );
});
