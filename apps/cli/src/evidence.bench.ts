import { mkdtempSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { House } from '@rt/composition';
import { benchRow, median, type BenchRow } from '@rt/read-models/bench';

export interface EvidenceBenchOptions {
  /** The folder for temporary stores, on the disk that is measured. */
  readonly folder: string;
  readonly files: number;
  readonly eventsPerFile: number;
  readonly openHouse: (folder: string) => Promise<House>;
  readonly fill: (folder: string, size: { files: number; eventsPerFile: number }) => Promise<void>;
  readonly onProgress: (text: string) => void;
}

const bytesAnEventMax = 60;
const checkpointMsMax = 2_000;
const proofMsMax = 500;
const proofs = 20;

/** Builds the tree over a store that has none, then makes a checkpoint, proves files and verifies the order of all events. */
export const benchEvidence = async (options: EvidenceBenchOptions): Promise<readonly BenchRow[]> => {
  const { files, eventsPerFile, onProgress } = options;
  const folder = mkdtempSync(path.join(options.folder, 'bench-'));
  const store = path.join(folder, 'store');
  try {
    onProgress('filling');
    await options.fill(store, { files, eventsPerFile });
    const house = await options.openHouse(store);
    const evidence = await house.evidence();
    let events = 0;
    const reading = await seconds(async () => {
      for await (const batch of house.store.readOrder()) events += batch.length;
    });
    onProgress('the tree follows');
    const following = await seconds(async () => void (await evidence.follow()));
    const checkpointing = await seconds(async () => void (await evidence.checkpoint()));
    const bytes = statSync(path.join(store, 'tree.sqlite')).size / events;
    onProgress('proofs');
    const under = await evidence.checkpoint();
    const times: number[] = [];
    for await (const { stream } of house.store.streams()) {
      if (times.length === proofs) break;
      times.push(
        await seconds(async () => void (await evidence.prove(stream, { withPayloads: true, under }))),
      );
    }
    const proving = median(times) * 1_000;
    onProgress('verify');
    const verifying = await seconds(async () => void (await evidence.verify()));
    await house.close();
    const rate = (took: number): number => events / took;
    return [
      benchRow(
        `tree over ${events} events, events/s`,
        rate(following),
        rate(reading),
        reading / following,
        0.2,
      ),
      benchRow('tree.sqlite, bytes an event', bytes, bytesAnEventMax, bytesAnEventMax / bytes, 1),
      limited(`checkpoint of ${files} files, ms`, checkpointing * 1_000, checkpointMsMax),
      limited(`proof of a file with ${eventsPerFile} events, ms`, proving, proofMsMax),
      benchRow(
        `order of ${events} events verified, events/s`,
        rate(verifying),
        rate(reading),
        reading / verifying,
        0.2,
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const limited = (row: string, value: number, max: number): BenchRow =>
  benchRow(row, value, max, max / value, 1);

const seconds = async (work: () => Promise<void>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
};
