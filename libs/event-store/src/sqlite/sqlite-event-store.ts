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
  readonly closeAll: () => void;
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

  async close(): Promise<void> {
    await this.log.close();
    this.parts.closeAll();
  }
}
