import type { KeyObject } from 'node:crypto';
import path from 'node:path';
import type { Clock, StoreOrder } from '@rt/event-store';
import { Evidence, keepCheckpoint, keptCheckpointIn } from '@rt/evidence';
import type { AccessLog } from '@rt/identity';
import type { openTreeStore } from './adapters';
import { CHECKPOINT_FILE } from './data-files';
import type { HouseSettings } from './settings';

/** The parts of a data folder that its evidence is made from. */
export interface EvidenceSources {
  readonly store: StoreOrder & {
    readonly storeId: string;
    readonly signingKey: KeyObject;
    keysGeneration(): number;
    keyChanges(): readonly string[];
  };
  readonly tree: ReturnType<typeof openTreeStore>;
  readonly accessLog: () => Promise<AccessLog>;
  readonly clock: Clock;
}

/** The evidence of one data folder. Each checkpoint that it makes is kept there, in place of the one before. */
export const evidenceOf = (
  { dataDir, municipality }: Pick<HouseSettings, 'dataDir' | 'municipality'>,
  { store, tree, accessLog, clock }: EvidenceSources,
): Evidence => {
  const kept = path.join(dataDir, CHECKPOINT_FILE);
  return new Evidence({
    order: store,
    tree,
    accessHead: async () => {
      const { entries, hash } = await (await accessLog()).head();
      return { count: entries, hash: Buffer.from(hash, 'hex') };
    },
    keysGeneration: () => store.keysGeneration(),
    signingKey: store.signingKey,
    keyChanges: () => store.keyChanges(),
    municipality,
    storeId: store.storeId,
    clock,
    keep: (checkpoint) => keepCheckpoint(kept, checkpoint),
    kept: () => keptCheckpointIn(kept),
  });
};
