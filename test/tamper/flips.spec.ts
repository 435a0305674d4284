import { appendFileSync } from 'node:fs';
import { Chance } from '../../libs/demo/src/chance';
import { makeBase, type Base } from './base';
import { flip, flipIn, isRestored, regionsOf } from './places';
import { examine } from './trial';

const seed = process.env.RT_TAMPER_SEED ?? String(Date.now());
const only = new RegExp(process.env.RT_TAMPER_ONLY ?? '.');
const flips = Number(process.env.RT_TAMPER_FLIPS ?? 12);
let base: Base;
beforeAll(async () => { base = await makeBase(); }, 120_000);
afterAll(() => base.remove());

it('flips', async () => {
  const chance = new Chance(seed);
  const regions = regionsOf(base.placeOf('closed'), base.placeOf('killed')).filter((r) => only.test(`${r.file} ${r.part} ${r.state}`));
  const counts: Record<string, Record<string, number>> = {};
  const t = performance.now();
  console.log(regions.map((r) => `${r.state} ${r.file} ${r.part} ${r.pages.length}`).join('\n'));
  for (let n = 0; n < flips; n++) {
    const region = regions[n % regions.length] as never as (typeof regions)[0];
    const one = flipIn(region, base.placeOf(region.state), chance);
    const place = base.copyOf(region.state);
    flip(place, one);
    const trial = await examine(base, place);
    const healed = trial.outcome === 'same' ? (isRestored(base.placeOf(region.state), place, one) ? ' healed' : '') : '';
    const k = `${region.state} ${region.file} ${region.part}`;
    counts[k] ??= {};
    counts[k][trial.outcome + healed] = (counts[k][trial.outcome + healed] ?? 0) + 1;
    if (trial.outcome !== 'same')
      appendFileSync('/tmp/tamper.log', `${n} ${k} @${one.at}.${one.bit} ${JSON.stringify({ ...trial, changed: trial.changed.slice(0, 3), nChanged: trial.changed.length, refused: trial.refused.slice(0, 2), nRefused: trial.refused.length, crashed: trial.crashed.slice(0, 3) })}\n`);
  }
  console.log((globalThis as any).laps, base.answers.length);
  console.log(seed, (performance.now() - t) / flips, JSON.stringify(counts, null, 1));
}, 100_000_000);
