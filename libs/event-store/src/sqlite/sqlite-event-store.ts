import { createPublicKey, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { makeCheckpoint, type Checkpoint } from '../integrity/checkpoint';
import type { Verification } from '../integrity/problems';
import { verifyLog, type VerifyOptions } from '../integrity/verify';
import { makeBackup, type BackupManifest } from './backup';
import type { SqliteEventLog } from './event-log.sqlite';
import type { Clock } from '../port';
import { SealedEventStore } from '../sealed-event-store';
import type { KeyVault } from '../sealing/key-vault';
import type { DataFolder } from './data-folder';
import type { Keys } from './store-identity';

export interface SqliteStoreParts {
  readonly log: SqliteEventLog;
  readonly vault: KeyVault;
  readonly clock: Clock;
  readonly storeId: string;
  readonly keys: Keys;
  readonly hints: readonly string[];
  readonly files: DataFolder;
  readonly closeAll: () => Promise<void>;
}

/** The store of the embedded size. */
export class SqliteEventStore extends SealedEventStore {
  /** What the operator should be told, loudly, when the store is opened for writing. */
  readonly hints: readonly string[];
  readonly storeId: string;

  constructor(private readonly parts: SqliteStoreParts) {
    super(parts.log, parts.vault, parts.clock);
    this.hints = parts.hints;
    this.storeId = parts.storeId;
  }

  /** Destroys the keys of streams whose erasure was cut short. */
  async finishErasures(): Promise<void> {
    for (const stream of this.parts.log.erased()) await this.vault.destroyStream(stream);
  }

  /**
   * A key of the installation for another purpose than sealing (HKDF-SHA-256 of the master key, 32 bytes): the same for the same
   * purpose as long as the master key is, and no way back to it.
   */
  deriveKey(purpose: string): KeyObject {
    const { master } = this.parts.keys;
    return createSecretKey(Buffer.from(hkdfSync('sha256', master, this.storeId, purpose, 32)));
  }

  /** Goes through everything and says what is wrong and where; nothing is changed. */
  verify(options?: VerifyOptions): Promise<Verification> {
    const { log, vault, storeId, keys } = this.parts;
    return verifyLog(log, vault, { storeId, publicKey: createPublicKey(keys.signing) }, options);
  }

  /** The signed heads of all streams, to be kept outside the house. */
  checkpoint(): Promise<Checkpoint> {
    const { log, clock, storeId, keys } = this.parts;
    return makeCheckpoint(log.streams(), { madeAt: clock.now(), storeId, signingKey: keys.signing });
  }

  /** Copies events and wrapped keys into an empty folder while the store goes on. @throws FolderNotEmpty, DataFolderUnusable */
  backup(folder: string): Promise<BackupManifest> {
    const { files, clock, storeId, keys } = this.parts;
    return makeBackup(files, folder, { madeAt: clock.now(), storeId, keys });
  }

  /** Writes what is waiting, then lets go of everything. */
  close(): Promise<void> {
    return this.parts.closeAll();
  }
}
