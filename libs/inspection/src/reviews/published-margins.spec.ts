import { createHash } from 'node:crypto';
import { ACTS, SEXES, fileAt, type Outcome } from '@rt/domain';
import { draw } from '../draw/draw';
import type { LoadedFile } from '@rt/files';
import { gatherEvidence } from '../evidence';
import { indicatorRows } from '../indicators/indicator-rows';
import { decisionsIn, frameOf, isIn } from '../population';
import { fileOfTheYear, hours, loaded, type RecordedFile } from '../review-year.fixture';
import { LEDSAGNING_2021 } from './ledsagning-2021.review';

/** Approvals, of which partial rejections, and rejections by district: whole numbers that agree with every printed figure of the year. */
const DISTRICTS = [
  ['rinkeby-kista', 96, 25, 3],
  ['sodermalm', 96, 24, 2],
  ['skarholmen', 95, 21, 9],
  ['hagersten-alvsjo', 92, 9, 2],
  ['farsta', 96, 7, 2],
  ['ostermalm', 29, 0, 0],
] as const;

/** Women SoL, women LSS, men SoL, men LSS. */
const CELLS = SEXES.flatMap((sex) => ACTS.map((act) => ({ sex, act })));
const OSTERMALM = [3, 8, 8, 10];

/** The sex and act of the n-th approval: as evenly distributed as possible, and in Östermalm as its eight women and ten men require. */
const cellOf = (unit: string, n: number) => {
  if (unit !== 'ostermalm') return CELLS[n % CELLS.length]!;
  const bounds = OSTERMALM.map((_, index) => OSTERMALM.slice(0, index + 1).reduce((a, b) => a + b));
  return CELLS[bounds.findIndex((bound) => n < bound)]!;
};

const theYear = (): readonly RecordedFile[] => {
  let number = 0;
  const file = (unit: string, n: number, outcome: Outcome): RecordedFile => {
    const cell = cellOf(unit, n);
    const granted = hours(cell.act === 'sol' ? 12 : 15);
    return fileOfTheYear((number += 1), {
      unit,
      ...cell,
      outcome,
      granted,
      investigation: 'none',
      order: 'none',
    });
  };
  return DISTRICTS.flatMap(([unit, approvals, partial, rejections]) => [
    ...Array.from({ length: approvals }, (_, n) =>
      file(unit, n, n < partial ? 'partialRejection' : 'approval'),
    ),
    ...Array.from({ length: rejections }, (_, n) => file(unit, n, 'rejection')),
  ]);
};

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('the published margins', () => {
  const { plan, report } = LEDSAGNING_2021;
  const files = theYear();
  const decisions = files.flatMap(({ fileId, events }) => decisionsIn(fileId, fileAt(events)));
  const { cases, strata, frame } = draw(
    frameOf(decisions, plan.population, plan.samplingUnit),
    plan.strata,
    'ledsagning-2021',
    sha256,
  );

  it('give 118 cases: 20 a district and 3, 5, 5, 5 in Östermalm, where one stratum is taken whole', () => {
    expect(frame.size).toBe(504);
    expect(cases).toHaveLength(118);
    const drawnIn = (unit: string) =>
      strata.filter(({ unitId }) => unitId === unit).map(({ drawn }) => drawn);
    for (const [unit] of DISTRICTS)
      expect(drawnIn(unit)).toEqual(unit === 'ostermalm' ? [3, 5, 5, 5] : [5, 5, 5, 5]);
    expect(strata.filter(({ takeAll }) => takeAll)).toEqual([
      expect.objectContaining({ unitId: 'ostermalm', sex: 'female', act: 'sol', available: 3, drawn: 3 }),
    ]);
  });

  it('agree with every row about the year and the draw', async () => {
    async function* read(): AsyncIterable<LoadedFile> {
      yield* files.map(loaded);
    }
    const reviewedWhole = decisions.filter((decision) =>
      plan.reviewedWhole.some((population) => isIn(population, decision)),
    );
    const evidence = await gatherEvidence(
      read(),
      {
        populations: [plan.population, ...plan.reviewedWhole],
        drawn: { cases, reviewedWhole },
        measuringDay: plan.measuringDay,
      },
      [],
    );
    const rows = indicatorRows(report, evidence);
    const margins = rows.filter(({ id }) => id <= 'L09' || (id >= 'L19' && id <= 'L32'));
    expect(margins).toHaveLength(23);
    expect(margins.filter(({ agrees }) => agrees !== true)).toEqual([]);
  });
});
