/** The composition root of the bench: which store is measured, and where. */
import { benchAppends } from '@rt/event-store/bench';
import { openSqliteEventStore } from '@rt/event-store/sqlite';
import { benchRebuild, benchReplay, benchUnitStatus, type BenchRow } from '@rt/read-models/bench';

export type { BenchRow };

export interface BenchOptions {
  /** Where temporary stores are made: on the disk that is to be measured. */
  readonly folder: string;
  /** 1 is the size that the floors are set for; 0.01 shows in a minute that everything runs. */
  readonly scale: number;
  readonly onProgress: (text: string) => void;
}

const scaled = (full: number, scale: number): number => Math.max(100, Math.round(full * scale));

/** What is measured. Each in a process of its own, so that none inherits the other's memory. */
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
      openStore: (folder) =>
        openSqliteEventStore({ folder, clock: { now: () => new Date().toISOString() }, mode: 'write' }),
    }),
  replay: () => benchReplay(),
  'unit-status': ({ scale, ...options }: BenchOptions) =>
    benchUnitStatus({ ...options, files: scaled(100_000, scale), filesSmall: 1_000 }),
} satisfies Record<string, (options: BenchOptions) => Promise<readonly BenchRow[]>>;

export type Bench = keyof typeof BENCHES;
export const BENCH_NAMES = Object.keys(BENCHES) as readonly Bench[];
