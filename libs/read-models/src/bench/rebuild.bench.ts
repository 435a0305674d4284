import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore } from '@rt/event-store';
import { rebuild } from '../runner/runner';
import { benchRow, type BenchRow } from './bench-row';
import type { OpenBenchHouse } from './bench-house';
import { fillStore } from './histories';
import { milliseconds } from './timing';

export interface RebuildBenchOptions {
  /** The folder for temporary stores, on the disk that is measured. */
  readonly folder: string;
  readonly openHouse: OpenBenchHouse;
  /** Fills an empty store in a folder. By default this process fills it, and then the measured memory includes that of writing. */
  readonly fill?: (folder: string, size: { files: number; eventsPerFile: number }) => Promise<void>;
  readonly files?: number;
  readonly eventsPerFile?: number;
  readonly onProgress?: (text: string) => void;
}

const memoryMaxMb = 400;
const sampleEveryMs = 20;

/**
 * Compares a rebuild of all read models, findings included, with a scan that opens and parses every event and writes nothing. There is one scan
 * before and one after; their mean counts. The second row is the most memory that the process held during the rebuild.
 */
export const benchRebuild = async (options: RebuildBenchOptions): Promise<readonly BenchRow[]> => {
  const { files = 10_000, eventsPerFile = 100, onProgress } = options;
  const events = files * eventsPerFile;
  const folder = mkdtempSync(join(options.folder, 'bench-'));
  try {
    onProgress?.('filling');
    await (options.fill ?? fillHere(options))(join(folder, 'store'), { files, eventsPerFile });
    const house = await options.openHouse(join(folder, 'store'));
    const { store, ruleset } = house;
    const db = await house.readModels();
    onProgress?.('scan');
    const scans = [await seconds(() => scan(store))];
    const memory = watchMemory();
    const rebuilding = await seconds(() =>
      rebuild({
        store,
        db,
        ruleset,
        onProgress: (p) => onProgress?.(`rebuild: ${p.events} of ${events}`),
      }),
    );
    const megabytes = memory.stop();
    onProgress?.('scan');
    scans.push(await seconds(() => scan(store)));
    await house.close();
    const scanning = scans.reduce((sum, one) => sum + one) / scans.length;
    return [
      benchRow(
        `rebuild, ${events} events in ${files} files, events/s`,
        events / rebuilding,
        events / scanning,
        scanning / rebuilding,
        0.2,
      ),
      benchRow('memory during that rebuild, MB', megabytes, memoryMaxMb, memoryMaxMb / megabytes, 1),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const fillHere =
  ({ openHouse, onProgress }: RebuildBenchOptions): NonNullable<RebuildBenchOptions['fill']> =>
  async (folder, size) => {
    const house = await openHouse(folder);
    const events = size.files * size.eventsPerFile;
    await fillStore(house.store, size, (done) => onProgress?.(`filling: ${done} of ${events}`));
    await house.close();
  };

const scan = async (store: EventStore): Promise<void> => {
  for await (const batch of store.readAll()) if (batch.length === 0) return;
};

const seconds = async (work: () => Promise<void>): Promise<number> => (await milliseconds(work)) / 1_000;

/** Watches the memory of the process; `stop` returns the maximum. The operating system's figure is read every few milliseconds. */
const watchMemory = (): { stop(): number } => {
  let bytes = 0;
  const look = (): void => void (bytes = Math.max(bytes, process.memoryUsage.rss()));
  const timer = setInterval(look, sampleEveryMs);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return bytes / 1_000_000;
    },
  };
};
