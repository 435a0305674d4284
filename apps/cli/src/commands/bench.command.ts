import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { wordsFrom } from '../arguments';
import { BENCH_NAMES, BENCHES, type Bench, type BenchRow } from '../benches';
import { EXIT, WrongUsage } from '../exit';
import type { Output } from '../output';
import type { Context, Work } from '../run';
import type { Registration } from './registration';

interface Options {
  readonly only?: string;
  readonly scale: string;
  readonly folder: string;
}

export const benchCommand: Registration = (program, run) =>
  void program
    .command('bench')
    .description('measure the floors side by side, each against its limit; ends with 1 where one is missed')
    .option('--only <benches>', `one, or several separated by commas: ${BENCH_NAMES.join(', ')}`)
    .option('--scale <share>', 'of the full size (1,000,000 events): 0.01 takes a minute', '1')
    .option('--folder <folder>', 'where temporary stores are made: on the disk to be measured', tmpdir())
    .action(run(bench));

const bench: Work<Options> = async (context, options) => {
  const { output } = context;
  const names = options.only === undefined ? BENCH_NAMES : wordsFrom('--only', options.only, BENCH_NAMES);
  const rows: BenchRow[] = [];
  for (const name of names)
    rows.push(
      ...(names.length === 1
        ? await measured(name, context, options)
        : await inOwnProcess(name, context, options)),
    );
  if (output.json) output.document(rows);
  else printRows(output, rows);
  return rows.every(({ pass }) => pass) ? EXIT.well : EXIT.found;
};

const measured = (
  name: Bench,
  { output }: Context,
  { scale, folder }: Options,
): Promise<readonly BenchRow[]> =>
  BENCHES[name]({
    folder,
    scale: scaleFrom(scale),
    onProgress: (text) => output.progressText(text),
  });

const scaleFrom = (given: string): number => {
  const scale = Number(given);
  if (!(scale > 0 && scale <= 10))
    throw new WrongUsage(`--scale is «${given}»; it must be a number above 0, at most 10`);
  return scale;
};

/** Starts this program again in a new process, for one bench. Its output is the rows of the bench. */
const inOwnProcess = async (
  name: Bench,
  { output }: Context,
  { scale, folder }: Options,
): Promise<readonly BenchRow[]> => {
  scaleFrom(scale);
  output.notice(name);
  const main = process.argv[1] as string;
  const args = [
    ...process.execArgv,
    main,
    'bench',
    '--only',
    name,
    '--scale',
    scale,
    '--folder',
    folder,
    '--json',
  ];
  const running = promisify(execFile)(process.execPath, args, { maxBuffer: 16 * 1024 * 1024 });
  running.child.stderr?.on('data', (text: Buffer) => output.progressText(text.toString().trim()));
  const { stdout } = await running.catch((error: { code?: unknown; stdout?: string }) => {
    // The process ends with exit code 1 if a floor is missed, but has printed its rows all the same.
    if (error.code === EXIT.found && error.stdout) return { stdout: error.stdout };
    throw error;
  });
  return JSON.parse(stdout) as BenchRow[];
};

const printRows = (output: Output, rows: readonly BenchRow[]): void =>
  output.table(
    [
      { sv: 'Vad', en: 'What' },
      { sv: 'Värde', en: 'Value' },
      { sv: 'Mot', en: 'Against' },
      { sv: 'Kvot', en: 'Ratio' },
      { sv: 'Golv', en: 'Floor' },
      { sv: 'Klarar', en: 'Passes' },
    ],
    rows.map(({ row, value, baseline, ratio, floor, pass }) => [
      row,
      Math.round(value * 100) / 100,
      Math.round(baseline * 100) / 100,
      ratio.toFixed(2),
      floor.toFixed(2),
      output.say(pass ? { sv: 'ja', en: 'yes' } : { sv: 'NEJ', en: 'NO' }),
    ]),
  );
