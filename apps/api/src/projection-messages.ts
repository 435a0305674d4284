import type { LocalDate } from '@rt/domain';
import type { Applied, OpenByRule } from '@rt/read-models';
import type { Fault } from './observing/fault';

/** What the thread of the read models is given when it starts. */
export interface ProjectionThreadData {
  readonly dataDir: string;
  readonly masterKeyFile?: string | undefined;
  readonly signingKeyFile?: string | undefined;
}

/**
 * What the thread is told: that something was written, that somebody waits for what has been written by now, that the findings of a day are to be
 * counted when there is time, that it is to end.
 */
export type ToProjections =
  | { readonly is: 'written' }
  | { readonly is: 'catchUp'; readonly request: number }
  | { readonly is: 'count'; readonly on: LocalDate }
  | { readonly is: 'end' };

/** What the thread tells, in this order: what was applied comes before the answer to whoever waited for it. */
export type FromProjections =
  | { readonly is: 'applied'; readonly applied: Applied }
  | { readonly is: 'caughtUp'; readonly requests: readonly number[] }
  | { readonly is: 'counted'; readonly openByRule: readonly OpenByRule[] }
  | { readonly is: 'failed'; readonly requests: readonly number[]; readonly fault: Fault };
