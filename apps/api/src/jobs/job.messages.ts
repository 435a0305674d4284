import type { HouseSettings } from '@rt/composition';
import type { Fault } from '../observing/fault';
import type { JobQuestion } from './job-questions';

/** The data that the thread of a job gets when it starts. */
export interface JobThreadData {
  readonly settings: HouseSettings;
  readonly question: JobQuestion;
}

export interface JobProgress {
  /** Personal files. */
  readonly done: number;
  readonly of: number;
}

/** Messages from the thread of a job. After `done` and `failed` it ends. */
export type FromJob =
  | ({ readonly is: 'progress' } & JobProgress)
  | { readonly is: 'done'; readonly result: string }
  | { readonly is: 'failed'; readonly fault: Fault };
