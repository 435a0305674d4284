import type { Clock, EventStore } from '@rt/event-store';
import type { FileRepository, RulesetRepository } from '@rt/files';
import type { ReadDatabase } from '@rt/read-models';

/** The ports that inspection needs. */
export interface InspectionPorts {
  readonly store: EventStore;
  /** Loads the files of the store, with the cache of this thread. */
  readonly files: FileRepository;
  readonly clock: Clock;
  readonly db: ReadDatabase;
  /** Loads the municipality's own settings, with the cache of this thread. */
  readonly ruleset: RulesetRepository;
  /** HMAC of a request's body under the installation's key, in hex. */
  requestHash(body: string): string;
}

export const INSPECTION_PORTS = Symbol('INSPECTION_PORTS');

/** The ports that a question about a review needs. A thread that answers questions has them without the framework. */
export type ReadingPorts = Pick<InspectionPorts, 'store' | 'files' | 'db' | 'ruleset'>;

/** The person who acts and their unit, by their ids in the municipality's directory. */
export interface ReviewActor {
  readonly userId: string;
  readonly unitId: string;
  /** `operator`: a person at the command line. */
  readonly origin: 'user' | 'operator';
}
