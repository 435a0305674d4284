import { benchRow, median, type BenchRow } from '@rt/read-models/bench';
import { startServerProcess, untilReady } from './processes';

export interface ColdStartBenchOptions {
  /** A data folder that holds so many events. */
  readonly dataDir: string;
  readonly events: number;
  /** Gives a data folder without any. */
  readonly emptyFolder: () => string;
  readonly onProgress: (text: string) => void;
}

const starts = 5;
const slowerMaxMs = 2_000;

/** From the start of the process until it says that it is ready, with many events against none. The read models are current. */
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
