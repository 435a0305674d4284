import type { EventStore } from '@rt/event-store';
import type { RulesetRepository } from '@rt/files';
import type { ReadDatabase } from '../database/read-database';

/** An empty store and read database in a folder. The caller opens them and chooses the adapters. */
export interface BenchHouse {
  readonly store: EventStore;
  readonly ruleset: RulesetRepository;
  readModels(): Promise<ReadDatabase>;
  close(): Promise<void>;
}

export type OpenBenchHouse = (folder: string) => Promise<BenchHouse>;
