import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { benchAppends } from '@rt/event-store/bench';
import { houseSettingsFrom, openHouse, type House } from '@rt/composition';
import { benchRebuild, benchReplay, benchQuestions, type BenchRow } from '@rt/read-models/bench';
import { benchEvidence } from './evidence.bench';

export type { BenchRow };

export interface BenchOptions {
  /** The folder for temporary stores, on the disk to be measured. */
  readonly folder: string;
  /** The floors are set for 1. With 0.01, all benches run in a minute, as a test that they work. */
  readonly scale: number;
  readonly onProgress: (text: string) => void;
}

const inFolder = (folder: string): Promise<House> =>
  openHouse(houseSettingsFrom({}, folder), { mode: 'write' });

const scaled = (full: number, scale: number): number => Math.max(100, Math.round(full * scale));

const inOtherProcess = (args: readonly string[], onProgress: (text: string) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = path.join(__dirname, `fill-store.main${path.extname(__filename)}`);
    const filling = spawn(process.execPath, [...process.execArgv, script, ...args], {
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    filling.stderr?.on('data', (text: Buffer) => onProgress(text.toString().trim()));
    filling.on('error', reject);
    filling.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`filling a store ended with ${code}`)),
    );
  });

/** A bench of the server. It runs in the server's own program, which prints its rows. */
const ofTheServer =
  (name: string) =>
  async ({ folder, scale, onProgress }: BenchOptions): Promise<readonly BenchRow[]> => {
    const script = path.join(__dirname, `../../api/src/bench/bench.main${path.extname(__filename)}`);
    const args = [...process.execArgv, script, name, `${scale}`, folder];
    const measuring = promisify(execFile)(process.execPath, args);
    measuring.child.stderr?.on('data', (text: Buffer) => onProgress(text.toString().trim()));
    return JSON.parse((await measuring).stdout) as BenchRow[];
  };

/** The benches. Each runs in its own process, so that it is not affected by the memory of another. */
export const BENCHES = {
  appends: ({ scale, ...options }: BenchOptions) =>
    benchAppends({
      ...options,
      files: scaled(10_000, scale),
      events: { concurrent: scaled(40_000, scale), single: scaled(3_000, scale) },
    }),
  rebuild: ({ scale, ...options }: BenchOptions) =>
    benchRebuild({
      ...options,
      files: scaled(10_000, scale),
      fill: (folder, { files, eventsPerFile }) =>
        inOtherProcess([folder, `${files}`, `${eventsPerFile}`], options.onProgress),
      openHouse: inFolder,
    }),
  evidence: ({ scale, ...options }: BenchOptions) =>
    benchEvidence({
      ...options,
      files: scaled(10_000, scale),
      eventsPerFile: 100,
      fill: (folder, { files, eventsPerFile }) =>
        inOtherProcess([folder, `${files}`, `${eventsPerFile}`], options.onProgress),
      openHouse: inFolder,
    }),
  replay: () => benchReplay(),
  questions: ({ scale, ...options }: BenchOptions) =>
    benchQuestions({ ...options, openHouse: inFolder, files: scaled(100_000, scale), filesSmall: 1_000 }),
  'log-step': ofTheServer('log-step'),
  'open-file': ofTheServer('open-file'),
  notice: ofTheServer('notice'),
  'cold-start': ofTheServer('cold-start'),
} satisfies Record<string, (options: BenchOptions) => Promise<readonly BenchRow[]>>;

export type Bench = keyof typeof BENCHES;
export const BENCH_NAMES = Object.keys(BENCHES) as readonly Bench[];
