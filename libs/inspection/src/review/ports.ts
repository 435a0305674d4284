import type { Clock, EventStore } from '@rt/event-store';
import type { FileRepository, RulesetRepository } from '@rt/files';
import type { ReadDatabase } from '@rt/read-models';

/**
 * Where the system's part of a draw comes from. The system makes a random value for each review and keeps it sealed until the draw. Only the demo fixes
 * the value.
 */
export interface DrawValues {
  /** Makes the value and keeps it sealed; the same one if it has been made. Only its hash may leave the program before the draw. */
  seal(reviewId: string): Promise<string>;
  /** Undefined if the value is gone or damaged. */
  open(reviewId: string): Promise<string | undefined>;
  /** Removes the sealed value after the draw has shown it. */
  forget(reviewId: string): Promise<void>;
}

/** The ports that inspection needs. */
export interface InspectionPorts {
  readonly drawValues: DrawValues;
  /** True for a user of the municipality's directory: one of them says the second value of a draw. */
  isUser(userId: string): Promise<boolean>;
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
