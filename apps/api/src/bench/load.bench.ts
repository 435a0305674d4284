import { benchRow, median, type BenchRow } from '@rt/read-models/bench';
import { OWNER, openings, steps, type BenchFiles } from './files';
import { rateUnder, type Target } from './load';
import { signIn, startBareProcess, startServerProcess } from './processes';

export interface LoadBenchOptions {
  /** A data folder that contains the files. */
  readonly dataDir: string;
  readonly files: BenchFiles;
  readonly requests: number;
  readonly onProgress: (text: string) => void;
}

const connections = 32;
const rounds = 5;
const secondsMax = 10;

/** Compares the recording of steps with a route that checks them in the same way and stores nothing. */
export const benchLogStep = async (options: LoadBenchOptions): Promise<readonly BenchRow[]> => {
  const { value, baseline } = await compare(options, steps(options.files));
  const row = `log a step on files of 100 events, ${connections} connections, steps/s`;
  return [benchRow(row, value, baseline, value / baseline, 0.25)];
};

/** Compares the opening of files, with an entry in the access log before each answer, with a route that answers with the same bytes. */
export const benchOpenFile = async (options: LoadBenchOptions): Promise<readonly BenchRow[]> => {
  const { value, baseline } = await compare(options, openings(options.files));
  const row = `open a file of 500 events over HTTP, access logged, ${connections} connections, files/s`;
  return [benchRow(row, value, baseline, value / baseline, 0.2)];
};

/** Runs the server and the bare server in turn under the same load. For each, returns the median of its rounds without the first. */
const compare = async (
  { dataDir, files, requests, onProgress }: LoadBenchOptions,
  targets: readonly Target[],
): Promise<{ readonly value: number; readonly baseline: number }> => {
  const server = await startServerProcess(dataDir);
  try {
    const cookie = await signIn(server.url, OWNER.userId);
    const opened = await fetch(`${server.url}/api/v1/files/${files[0]}`, { headers: { cookie } });
    const bare = await startBareProcess(await opened.text());
    try {
      const rates = { server: [] as number[], bare: [] as number[] };
      for (let round = 0; round <= rounds; round++) {
        onProgress(`round ${round} of ${rounds}`);
        const load = { cookie, targets, connections, requests, secondsMax };
        rates.server.push(await rateUnder({ ...load, url: server.url }));
        rates.bare.push(await rateUnder({ ...load, url: bare.url }));
      }
      return { value: median(rates.server.slice(1)), baseline: median(rates.bare.slice(1)) };
    } finally {
      await bare.close();
    }
  } finally {
    await server.close();
  }
};
