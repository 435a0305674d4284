import { benchRow, median, type BenchRow } from '@rt/read-models/bench';
import { startServerProcess, untilReady } from './processes';

export interface ColdStartBenchOptions {
  /** A data folder with `events` events. */
  readonly dataDir: string;
  readonly events: number;
  /** Makes a data folder without events. */
  readonly emptyFolder: () => string;
  readonly onProgress: (text: string) => void;
}

const starts = 5;
const slowerMaxMs = 2_000;

/** The time from the start of the process until the server is ready, with many events and with none. The read models are up to date. */
export const benchColdStart = async (options: ColdStartBenchOptions): Promise<readonly BenchRow[]> => {
  const { dataDir, events, emptyFolder, onProgress } = options;
  onProgress('making the read models');
  const first = await startServerProcess(dataDir);
  await first.close();
  const times = { full: [] as number[], empty: [] as number[] };
  for (let start = 1; start <= starts; start++) {
    onProgress(`start ${start} of ${starts}`);
    times.full.push(await startTime(dataDir));
    times.empty.push(await startTime(emptyFolder()));
  }
  const value = median(times.full);
  const baseline = median(times.empty);
  const row = `cold start with ${events} events, ms, at most ${slowerMaxMs} more than with none`;
  return [benchRow(row, value, baseline, (baseline + slowerMaxMs) / value, 1)];
};

const startTime = async (dataDir: string): Promise<number> => {
  const began = performance.now();
  const server = await startServerProcess(dataDir);
  await untilReady(server.url);
  const took = performance.now() - began;
  await server.close();
  return took;
};
