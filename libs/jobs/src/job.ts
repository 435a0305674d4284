/**
 * The states of a job, in the order in which they are passed. `interrupted`: the server ended before the job did. It is not resumed by itself, because
 * the permission may have ended meanwhile, and a job that brings the server down would do so at every start; it can be asked for again.
 */
export const JOB_STATES = ['queued', 'running', 'done', 'failed', 'interrupted'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** A question that takes long. Its answer is fetched later, by the user who asked and by nobody else. */
export interface Job<Question = unknown> {
  readonly id: string;
  readonly userId: string;
  readonly question: Question;
  readonly state: JobState;
  /** ISO instants, UTC; null: not yet. */
  readonly askedAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** The job and its result are removed at this instant. */
  readonly keptUntil: string;
  /** Why a job failed, as the code of a problem. */
  readonly problem: string | null;
}

const hoursKept = 24;

/** The instant until which what ended (or was asked for) now is kept. */
export const keptFrom = (now: string): string =>
  new Date(Date.parse(now) + hoursKept * 3_600_000).toISOString();

export const isEnded = ({ state }: Pick<Job, 'state'>): boolean => state !== 'queued' && state !== 'running';
