/** What the runner is doing, for a progress line. */
export interface Progress {
  readonly phase: 'rebuild' | 'catchUp';
  readonly models: readonly string[];
  readonly events: number;
  /** The number of events to process, if it is known. */
  readonly of?: number;
}
