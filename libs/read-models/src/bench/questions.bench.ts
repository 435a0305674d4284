import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, on, type LocalDate } from '@rt/domain';
import { casesOn } from '../case-overview/case-overview.query';
import { foundByRuleOn } from '../findings/found-by-rule.query';
import { heldFilesOn } from '../held-files/held-files.query';
import { findingsOn } from '../findings/findings.query';
import { unitTrendOn, trendDays } from '../unit-trend/unit-trend.query';
import { workerLoadOn } from '../unit-status/worker-load.query';
import { unitStatusOn } from '../unit-status/unit-status.query';
import { worklistOn } from '../worklist/worklist.query';
import type { OpenBenchHouse } from './bench-house';
import { benchRow, type BenchRow } from './bench-row';
import { foundMunicipality, type Municipality } from './municipality';
import { median, milliseconds } from './timing';

export interface QuestionsBenchOptions {
  /** The folder for temporary databases. */
  readonly folder: string;
  readonly openHouse: OpenBenchHouse;
  /** The number of files of the large municipality and of the small one (`filesSmall`). */
  readonly files?: number;
  readonly filesSmall?: number;
  readonly onProgress?: (text: string) => void;
}

const questions = 60;
const slowerMax = 3;
const limit = 100;
/** The day on which the questions are asked, whatever day they are about. */
const TODAY = on('2026-03-01');

/** A day in the last year of the histories; different numbers give different days. */
const nthDay = (number: number): LocalDate => addDays(on('2025-03-01'), (number * 131) % 365);

/** The usual queries of case workers and managers; `number` varies what they ask about. */
const QUESTIONS: Readonly<Record<string, (city: Municipality, number: number) => Promise<unknown>>> = {
  'unit status': ({ db, unit }, number) =>
    unitStatusOn(db, { unit: unit(number), heldOn: TODAY, on: nthDay(number) }),
  'load of the case workers of a unit': ({ db, unit }, number) =>
    workerLoadOn(db, { unit: unit(number), heldOn: TODAY, on: nthDay(number) }),
  'findings by rule of a unit': ({ db, unit }, number) =>
    foundByRuleOn(db, { unit: unit(number), heldOn: TODAY, on: nthDay(number) }),
  'files of a unit with what is open': (city, number) =>
    heldFilesOn(city.db, { unit: city.unit(number), heldOn: TODAY, on: nthDay(number), limit }),
  'findings page of a case worker': (city, number) =>
    findingsOn(city, {
      worker: city.worker(number),
      heldOn: TODAY,
      on: nthDay(number),
      status: ['overdue', 'violation'],
      inCase: 'open',
      limit,
    }),
  'unit trend': ({ db, unit }, number) =>
    unitTrendOn(db, { unit: unit(number), heldOn: TODAY, days: trendDays(nthDay(number)) }),
  'worklist of a case worker': (city, number) =>
    worklistOn(city, { worker: city.worker(number), on: nthDay(number), heldOn: TODAY, limit }),
  'worklist of a unit': (city, number) =>
    worklistOn(city, { unit: city.unit(number), on: nthDay(number), heldOn: TODAY, limit }),
  'findings page': (city, number) =>
    findingsOn(city, {
      unit: city.unit(number),
      heldOn: TODAY,
      on: nthDay(number),
      status: ['overdue', 'violation', 'pending'],
      limit,
    }),
  'cases of a unit': ({ db, unit }, number) =>
    casesOn(db, { unit: unit(number), on: nthDay(number), heldOn: TODAY, limit }),
  'findings page of a sample': (city, number) =>
    findingsOn(city, { sampled: true, heldOn: TODAY, on: nthDay(number), limit }),
};

/**
 * Compares queries about one unit, one case worker and one sample, on days spread over the year, in a large municipality and in a small one with
 * units of the same size.
 */
export const benchQuestions = async (options: QuestionsBenchOptions): Promise<readonly BenchRow[]> => {
  const { files = 100_000, filesSmall = 1_000, onProgress } = options;
  const folder = mkdtempSync(join(options.folder, 'bench-'));
  try {
    const houses = [
      await options.openHouse(join(folder, 'small')),
      await options.openHouse(join(folder, 'large')),
    ] as const;
    const small = await foundMunicipality(await houses[0].readModels(), filesSmall, onProgress);
    const large = await foundMunicipality(await houses[1].readModels(), files, onProgress);
    const rows: BenchRow[] = [];
    for (const [name, ask] of Object.entries(QUESTIONS)) {
      onProgress?.(name);
      const [value, baseline] = await inTurn(
        (number) => ask(large, number),
        (number) => ask(small, number),
      );
      const row = `${name} at ${files} files, ms, against ${filesSmall} files`;
      rows.push(benchRow(row, value, baseline, baseline / value, 1 / slowerMax));
    }
    for (const house of houses) await house.close();
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** The median times of both. They run in turn, so that other load on the machine slows both. */
const inTurn = async (
  one: (number: number) => Promise<unknown>,
  other: (number: number) => Promise<unknown>,
): Promise<readonly [number, number]> => {
  const times: [number[], number[]] = [[], []];
  for (let number = 0; number < questions; number++) {
    times[0].push(await milliseconds(async () => void (await one(number))));
    times[1].push(await milliseconds(async () => void (await other(number))));
  }
  return [median(times[0]), median(times[1])];
};
