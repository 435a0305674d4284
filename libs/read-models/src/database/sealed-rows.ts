import type { EventStore } from '@rt/event-store';
import type { ReadDatabase } from './read-database';

/** The read database together with the store, whose keys open its sealed columns. */
export interface SealedRows {
  readonly store: Pick<EventStore, 'textSeal'>;
  readonly db: ReadDatabase;
}
