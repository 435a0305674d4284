import { Chance } from '../../libs/demo/src/chance';
import { makeBase, type Base } from './base';
import { knownHoles, type KnownHole } from './known-holes';
import { OutcomeTable } from './outcome-table';
import { flip, flipIn, isRestored, regionsOf, type Flip, type Region } from './places';
import { flips, isWholeRun } from './run-size';
import { examine, type Trial } from './trial';

/** The seed of all flips. Set RT_SEED to it to repeat a run; the number of flips must be the same. */
const seed = process.env.RT_SEED ?? String(Date.now());

let base: Base;
beforeAll(async () => {
  base = await makeBase();
}, 120_000);
afterAll(() => base.remove());

it(
  `${flips} flipped bits (seed ${seed}): each is refused, healed, found or without effect, none changes an answer in silence`,
  async () => {
    const table = new OutcomeTable(`flipped bits: ${flips}, again with RT_SEED=${seed}`);
    const chance = new Chance(seed);
    const met = new Set<KnownHole>();
    const faults: string[] = [];
    for (const region of inTurn(chance, regionsOf(base.placeOf('closed'), base.placeOf('killed')))) {
      const one = flipIn(region, base.placeOf(region.state), chance);
      const place = base.copyOf(region.state);
      flip(place, one);
      const trial = await examine(base, place);
      const hole = knownHoles.find((known) => known.isMet(region, trial));
      if (hole !== undefined) met.add(hole);
      else if (trial.outcome === 'silent' || trial.outcome === 'crashed') faults.push(said(one, trial));
      const isHealed = trial.outcome === 'same' && isRestored(base.placeOf(region.state), place, one);
      table.add(`${region.file}`, isHealed ? 'healed' : trial.outcome);
    }
    table.tell([...faults, ...[...met].map(({ why }) => `known hole: ${why}`)]);
    expect(faults).toEqual([]);
    // A hole that is closed must leave the list.
    if (isWholeRun) expect(knownHoles.filter((known) => !met.has(known)).map(({ why }) => why)).toEqual([]);
  },
  60_000 + flips * 30_000,
);

/** Every region has its share: a large one more, and none of them less than one in each round. */
function* inTurn(chance: Chance, regions: readonly Region[]): Generator<Region> {
  const shares = regions.flatMap((region) =>
    Array.from<Region>({ length: Math.ceil(Math.sqrt(region.pages.length)) }).fill(region),
  );
  for (let given = 0; ;)
    for (const region of chance.shuffled(shares)) {
      if (given++ === flips) return;
      yield region;
    }
}

const said = ({ region: { state, file, part }, at, bit }: Flip, trial: Trial): string => {
  const first = [...trial.crashed, ...trial.changed].slice(0, 3).join(' ; ');
  return `${trial.outcome}: ${state} ${file} ${part}, byte ${at}, bit ${bit}: ${first}`;
};
