import type { KeylessIntruder } from './intruder';

/**
 * What finds a tampering, in the order of time. `start`: the server refuses to start. A problem code: the route that reads what was changed answers with it. The
 * name of a metric: the server counts it, which is an alarm. `verify` and `verify --checkpoint`: the command, the latter with a checkpoint that has left
 * the house. `restore`: the command, for a backup.
 */
export type Finder =
  | 'start'
  | 'HISTORY_DAMAGED'
  | 'KEY_DAMAGED'
  | 'rt_keys_damaged_total'
  | 'ACCESS_LOG_DAMAGED'
  | 'NOT_SIGNED_IN'
  | `rt_${string}`
  | 'verify'
  | 'verify --checkpoint'
  | 'restore';

export interface Tampering {
  readonly what: string;
  /** The file that is changed, for the table. */
  readonly file: string;
  readonly does: (intruder: KeylessIntruder) => unknown;
  /** Everything here finds it. Empty: what it changes is made again, and every answer is as before. */
  readonly foundBy: readonly Finder[];
  /** Those of `foundBy` that do not find it today. One that begins to find it fails the test, until it is taken out of this list. */
  readonly notYet?: readonly Finder[];
  /** It changes an answer, and nothing finds it. When that ends the test fails, until this is taken out. */
  readonly changesInSilence?: true;
}
