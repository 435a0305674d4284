/** The bench of the server: `bench.main <name> <scale> <folder>` prints its rows as JSON. */
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { houseSettingsFrom, openHouse } from '@rt/composition';
import { fillStore, type BenchRow } from '@rt/read-models/bench';
import { benchColdStart } from './cold-start.bench';
import { fileIdsOf, OWNER, type BenchFiles } from './files';
import { benchLogStep, benchOpenFile } from './load.bench';
import { benchNotice } from './notice.bench';

interface BenchOptions {
  /** A folder that only this bench uses. */
  readonly folder: string;
  readonly scale: number;
}

const onProgress = (text: string): void => void process.stderr.write(`${text}\n`);
const scaled = (full: number, scale: number, least: number): number =>
  Math.max(least, Math.round(full * scale));

const fill = async (dataDir: string, files: number, eventsPerFile: number): Promise<BenchFiles> => {
  const house = await openHouse(houseSettingsFrom({}, dataDir), { mode: 'write' });
  const streams = await fillStore(house.store, { files, eventsPerFile, owner: OWNER }, (done) =>
    onProgress(`filling: ${done}`),
  );
  await house.close();
  return fileIdsOf(streams);
};

const BENCHES: Readonly<Record<string, (options: BenchOptions) => Promise<readonly BenchRow[]>>> = {
  'log-step': async ({ folder, scale }) => {
    // The bench adds about ten steps to each file, so a file keeps its size of about a hundred events. There are as many files as a city changes in a
    // day.
    const files = await fill(folder, scaled(480, scale, 48), 95);
    return benchLogStep({ dataDir: folder, files, requests: scaled(800, scale, 80), onProgress });
  },
  'open-file': async ({ folder, scale }) => {
    const files = await fill(folder, scaled(64, scale, 8), 500);
    return benchOpenFile({ dataDir: folder, files, requests: scaled(4_000, scale, 200), onProgress });
  },
  notice: async ({ folder, scale }) => {
    const files = await fill(folder, scaled(64, scale, 16), 100);
    return benchNotice({ dataDir: folder, files, steps: scaled(800, scale, 100) });
  },
  'cold-start': async ({ folder, scale }) => {
    const files = scaled(10_000, scale, 100);
    await fill(folder, files, 100);
    const emptyFolder = (): string => mkdtempSync(path.join(folder, 'empty-'));
    return benchColdStart({ dataDir: folder, events: files * 100, emptyFolder, onProgress });
  },
};

const main = async ([name = '', scale, within = '']: readonly string[]): Promise<void> => {
  const bench = BENCHES[name];
  if (bench === undefined) throw new Error(`there is no bench of the server with this name`);
  const folder = mkdtempSync(path.join(within, 'bench-'));
  try {
    process.stdout.write(JSON.stringify(await bench({ folder, scale: Number(scale) })));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

void main(process.argv.slice(2));
