import type { Job } from './job';

/**
 * The port of the store of jobs. Jobs and results are sealed with a key of the installation, so a row shows neither who asked for what nor the answer.
 * A row that was changed or inserted from outside is removed when it is met, and never believed. `job-store.contract.ts` tests every adapter.
 */
export interface JobStore<Question> {
  /** Adds or replaces a job. @param result the answer, as text; left out: it has none */
  save(job: Job<Question>, result?: string): Promise<void>;
  /** All jobs, in the order in which they were asked for. */
  all(): Promise<readonly Job<Question>[]>;
  /** The answer of a job, as text; undefined: it has none. */
  resultOf(job: Job<Question>): Promise<string | undefined>;
  remove(id: string): Promise<void>;
  close(): Promise<void>;
}
