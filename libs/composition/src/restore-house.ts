import { existsSync } from 'node:fs';
import path from 'node:path';
import { DataFolderUnusable } from '@rt/event-store';
import {
  destroyedUpTo,
  earlierSigners,
  keptCheckpointIn,
  type CheckpointFiles,
  type Evidence,
} from '@rt/evidence';
import { ACCEPTED_END_FILE, acceptedEndIn } from './accepted-end';
import {
  BackupDamaged,
  openAccessLog,
  openTreeStore,
  restoreBackup,
  type Restored,
  type RestoredCopy,
  type VerifyOptions,
} from './adapters';
import { BESIDE_EVENTS } from './backup-house';
import { ACCESS_LOG_FILE, ACCESS_LOG_MARK_FILE, CHECKPOINT_FILE, TREE_FILE } from './data-files';
import { destroyAgain } from './destroy-again';
import { evidenceOf, type EvidenceSources } from './house-evidence';
import { clockOf } from './house';
import type { HouseSettings } from './settings';

export interface RestoreHouseOptions {
  /** The newest checkpoint: what it says was destroyed is destroyed in the restored store again, and older keys than it names are refused. */
  readonly checkpoint?: CheckpointFiles;
  /** Who restores; the repeated redactions and erasures are recorded under this name. */
  readonly recordedBy: string;
  readonly onProgress?: VerifyOptions['onProgress'];
}

type RestoredStore = Parameters<NonNullable<Parameters<typeof restoreBackup>[0]['proveBeside']>>[0];

/** Copies a backup into an empty data folder and verifies it. @throws FolderNotEmpty, DataFolderUnusable, NotAProof */
export const restoreHouse = async (
  settings: HouseSettings,
  from: string,
  { checkpoint, recordedBy, onProgress }: RestoreHouseOptions,
): Promise<Restored> => {
  const { dataDir, masterKeyFile, signingKeyFile } = settings;
  const clock = clockOf(settings);
  const open = new BesideEvents(settings, clock);
  try {
    return await restoreBackup({
      ...{ from, folder: dataDir, clock, masterKeyFile, signingKeyFile, onProgress, earlierSigners },
      beside: BESIDE_EVENTS,
      made: [ACCESS_LOG_MARK_FILE, ACCEPTED_END_FILE],
      // The hashes of events that are about to be deleted must be in the tree.
      beforeErasing: async () => void (await open.evidence?.follow()),
      ...(checkpoint && {
        destroyed: async (store) => {
          open.for(store);
          const { storeId, publicKey } = store;
          const earlier = earlierSigners(store.keyChanges(), { present: publicKey, storeId });
          const { generation, destroyed } = destroyedUpTo(checkpoint, { storeId, publicKey, earlier });
          if (store.keysGeneration() < generation)
            throw new DataFolderUnusable(
              'wrongKey',
              `${from}: its keys are older than the checkpoint names, and hold what has been destroyed since; use the newest keys`,
            );
          await destroyAgain(store, destroyed, { clock, recordedBy });
        },
      }),
      proveBeside: async (store, copy) => {
        open.for(store);
        await proveTree(dataDir, open.evidence, copy);
        await acceptAccessLog(dataDir, store);
        // Checkpoints elsewhere may know what was recorded after the backup. Who restores an older one knows that.
        acceptedEndIn(dataDir, store).write({ at: clock.now(), by: recordedBy, because: 'restored' });
      },
    });
  } finally {
    await open.close();
  }
};

/** What lies beside the events while they are being restored. A backup of the first versions may have no tree. */
class BesideEvents {
  evidence: Evidence | undefined;
  private readonly opened: { close(): Promise<void> }[] = [];

  constructor(
    private readonly settings: HouseSettings,
    private readonly clock: EvidenceSources['clock'],
  ) {}

  for(store: RestoredStore): void {
    const { dataDir } = this.settings;
    const file = path.join(dataDir, TREE_FILE);
    if (this.evidence !== undefined || !existsSync(file)) return;
    const keep = <Part extends { close(): Promise<void> }>(part: Part): Part => {
      this.opened.push(part);
      return part;
    };
    this.evidence = evidenceOf(this.settings, {
      store,
      tree: keep(openTreeStore(file)),
      accessLog: async () =>
        keep(openAccessLog(path.join(dataDir, ACCESS_LOG_FILE), { key: store.deriveKey('access-log') })),
      clock: this.clock,
    });
  }

  async close(): Promise<void> {
    for (const part of this.opened.splice(0)) await part.close();
  }
}

/** The log that came back ends where it ends: its mark is made anew. */
const acceptAccessLog = (dataDir: string, store: RestoredStore): Promise<void> =>
  openAccessLog(path.join(dataDir, ACCESS_LOG_FILE), {
    key: store.deriveKey('access-log'),
    acceptsEnd: true,
  }).close();

/** A store without its tree agrees with none of its earlier checkpoints. @throws BackupDamaged */
const proveTree = async (
  dataDir: string,
  evidence: Evidence | undefined,
  { from, manifest }: RestoredCopy,
): Promise<void> => {
  if (evidence === undefined) return;
  const signed = manifest.version === 3 ? keptCheckpointIn(path.join(dataDir, CHECKPOINT_FILE)) : undefined;
  const { problems } = await evidence.verify(signed);
  const [first] = problems;
  if (first === undefined) return;
  const place = first.stream === null ? first.kind : `${first.kind} at ${first.stream} ${first.revision}`;
  throw new BackupDamaged('unproved', path.join(from, TREE_FILE), `the events, the first: ${place}`);
};
