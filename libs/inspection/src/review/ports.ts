import type { Clock, EventStore } from '@rt/event-store';
import type { FileRepository, RulesetRepository } from '@rt/files';
import type { ReadDatabase } from '@rt/read-models';

/** What inspection needs from the house it stands in. */
export interface InspectionPorts {
  readonly store: EventStore;
  /** The files of the store, with the cache of this thread. */
  readonly files: FileRepository;
  readonly clock: Clock;
  readonly db: ReadDatabase;
  /** The municipality's own settings, with the cache of this thread. */
  readonly ruleset: RulesetRepository;
  /** HMAC of a request's body under the installation's key, in hex. */
  requestHash(body: string): string;
}

export const INSPECTION_PORTS = Symbol('INSPECTION_PORTS');

/** Who acts: a user and a unit of the municipality's directory. */
export interface ReviewActor {
  readonly userId: string;
  readonly unitId: string;
}
