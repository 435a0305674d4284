import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { faultOf, type Fault } from '../observing/fault';
import type { FromJob, JobProgress } from './job.messages';

export type JobOutcome =
  { readonly is: 'done'; readonly result: string } | { readonly is: 'failed'; readonly fault: Fault };

/** A job at work in its thread. */
export interface RunningJob {
  readonly progress: JobProgress | null;
  /** Resolves when the job has ended; never, if `end` ends it. */
  readonly outcome: Promise<JobOutcome>;
  /** Ends the thread at once. Resolves when it has ended. */
  end(): Promise<void>;
}

/** Follows the thread of a job until it has ended. A thread that dies is a job that failed. */
export const followJob = (thread: Worker): RunningJob => {
  let progress: JobProgress | null = null;
  let ending = false;
  const exited = once(thread, 'exit');
  const outcome = new Promise<JobOutcome>((resolve) => {
    const ended = (how: JobOutcome): void => {
      if (!ending) resolve(how);
    };
    thread.on('message', (message: FromJob) => {
      if (message.is === 'progress') progress = { done: message.done, of: message.of };
      else ended(message);
    });
    thread.on('error', (error) => ended({ is: 'failed', fault: faultOf(error) }));
    thread.on('exit', () => ended({ is: 'failed', fault: { name: 'ThreadEnded', at: [] } }));
  });
  return {
    get progress() {
      return progress;
    },
    outcome,
    end: async () => {
      ending = true;
      await thread.terminate();
      await exited;
    },
  };
};
