import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '@rt/event-store';
import { isEnded, keptFrom, type Job, type JobStore } from '@rt/jobs';
import type { Logger } from 'pino';
import { Problem, type ProblemCode } from '../http/problem';
import { faultOf, type Fault } from '../observing/fault';
import type { JobProgress } from './job.messages';
import { isJobQuestion, type JobQuestion } from './job-questions';
import type { JobOutcome, RunningJob } from './job-runner';

export type AskedJob = Job<JobQuestion>;

export interface JobLimits {
  /** How many jobs run at once. Each has a thread, beside that of the requests and that of the projections. */
  readonly atOnceMax: number;
  /** How many jobs of one user, and how many in all, may wait or run. */
  readonly openPerUserMax: number;
  readonly openMax: number;
  /** How many jobs of one user are kept, the ended ones included. */
  readonly keptPerUserMax: number;
}

export const JOB_LIMITS: JobLimits = { atOnceMax: 2, openPerUserMax: 5, openMax: 50, keptPerUserMax: 100 };

export interface JobPorts {
  readonly store: JobStore<JobQuestion>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly run: (question: JobQuestion) => RunningJob;
  /** Called when a job has ended. */
  readonly onEnded: (job: AskedJob) => void;
  /** Default: `JOB_LIMITS`. */
  readonly limits?: JobLimits;
}

const removeEveryMs = 600_000;

/**
 * The jobs: a bounded queue, and the results until they are removed. Users take turns: while one user's job runs, that user's next one waits, and a
 * place that is free goes to another user.
 */
export class Jobs {
  /** In the order in which they were asked for. */
  private readonly jobs = new Map<string, AskedJob>();
  private readonly running = new Map<string, RunningJob>();
  private readonly waiting = new Set<{ readonly id: string; readonly wake: AbortController }>();
  private removing: NodeJS.Timeout | undefined;
  private ending = false;

  constructor(private readonly ports: JobPorts) {}

  /** Loads the jobs of the last run. Those that it did not finish are interrupted. */
  async start(): Promise<void> {
    for (const job of await this.ports.store.all())
      if (!isJobQuestion(job.question)) await this.ports.store.remove(job.id);
      else if (isEnded(job)) this.jobs.set(job.id, job);
      else await this.ended(job, { state: 'interrupted' });
    await this.removeOld();
    this.removing = setInterval(() => void this.removeOld(), removeEveryMs).unref();
  }

  /**
   * Puts a question into the queue. A question that the same user is waiting for already is that job.
   * @throws Problem TOO_MANY_REQUESTS, JOBS_FULL
   */
  async ask(userId: string, question: JobQuestion): Promise<AskedJob> {
    await this.removeOld();
    const { openPerUserMax, openMax, keptPerUserMax } = this.limits;
    const own = this.jobsOf(userId);
    const open = own.filter((job) => !isEnded(job));
    const same = open.find((job) => isDeepStrictEqual(job.question, question));
    if (same !== undefined) return same;
    if (open.length >= openPerUserMax || own.length >= keptPerUserMax)
      throw new Problem('TOO_MANY_REQUESTS', [
        { field: '', code: open.length >= openPerUserMax ? 'openJobs' : 'keptJobs' },
      ]);
    if (this.ending || [...this.jobs.values()].filter((job) => !isEnded(job)).length >= openMax)
      throw new Problem('JOBS_FULL', [{ field: '', code: 'jobs' }], { 'Retry-After': '60' });
    const askedAt = this.ports.clock.now();
    const job: AskedJob = {
      id: randomUUID(),
      ...{ userId, question, state: 'queued', askedAt },
      ...{ startedAt: null, endedAt: null, problem: null, keptUntil: keptFrom(askedAt) },
    };
    // In the queue before it is stored, so that requests at the same time cannot pass the limits together.
    this.jobs.set(job.id, job);
    try {
      await this.ports.store.save(job);
    } catch (error) {
      this.jobs.delete(job.id);
      throw error;
    }
    this.runNext();
    return this.jobs.get(job.id) ?? job;
  }

  /** A user's own jobs. */
  jobsOf(userId: string): readonly AskedJob[] {
    const now = this.ports.clock.now();
    return [...this.jobs.values()].filter(
      (job) => job.userId === userId && (!isEnded(job) || job.keptUntil > now),
    );
  }

  /** A user's own job; undefined: there is none with that id. */
  find(userId: string, id: string): AskedJob | undefined {
    return this.jobsOf(userId).find((job) => job.id === id);
  }

  /** Null before the job runs, and after it has ended. */
  progressOf({ id }: AskedJob): JobProgress | null {
    return this.running.get(id)?.progress ?? null;
  }

  /** Waits until a job has ended, at most for some time. */
  async waitFor({ id }: AskedJob, ms: number): Promise<void> {
    const job = this.jobs.get(id);
    if (job === undefined || isEnded(job)) return;
    const waiting = { id, wake: new AbortController() };
    this.waiting.add(waiting);
    await sleep(ms, undefined, { signal: waiting.wake.signal, ref: false }).catch(() => undefined);
    this.waiting.delete(waiting);
  }

  /** The answer of a job that is done, as JSON. Undefined: it was changed from outside; then the job is gone. */
  async resultOf(job: AskedJob): Promise<string | undefined> {
    const result = await this.ports.store.resultOf(job);
    if (result === undefined) this.jobs.delete(job.id);
    return result;
  }

  /** Removes a job with its result. If it runs, its thread is ended. */
  async remove({ id }: AskedJob): Promise<void> {
    this.jobs.delete(id);
    await this.stop(id);
    await this.ports.store.remove(id);
    this.runNext();
  }

  /** Ends all threads. Their jobs, and those in the queue, are interrupted. */
  async end(): Promise<void> {
    this.ending = true;
    clearInterval(this.removing);
    for (const job of [...this.jobs.values()].filter((each) => !isEnded(each))) {
      await this.stop(job.id);
      await this.ended(job, { state: 'interrupted' });
    }
  }

  private get limits(): JobLimits {
    return this.ports.limits ?? JOB_LIMITS;
  }

  private runNext(): void {
    while (!this.ending && this.running.size < this.limits.atOnceMax) {
      const busy = new Set([...this.running.keys()].map((id) => this.jobs.get(id)?.userId));
      const next = [...this.jobs.values()].find(
        ({ state, userId }) => state === 'queued' && !busy.has(userId),
      );
      if (next === undefined) return;
      const job: AskedJob = { ...next, state: 'running', startedAt: this.ports.clock.now() };
      this.jobs.set(job.id, job);
      const running = this.ports.run(job.question);
      this.running.set(job.id, running);
      void running.outcome.then((outcome) => this.finish(job, outcome));
    }
  }

  private async finish(job: AskedJob, outcome: JobOutcome): Promise<void> {
    this.running.delete(job.id);
    if (this.ending || !this.jobs.has(job.id)) return;
    if (outcome.is === 'failed') this.ports.log.error({ fault: outcome.fault }, 'a job failed');
    if (outcome.is === 'done') await this.ended(job, { state: 'done' }, outcome.result);
    else await this.ended(job, { state: 'failed', problem: problemOf(outcome.fault) });
    this.runNext();
  }

  private async ended(job: AskedJob, how: JobEnd, result?: string): Promise<void> {
    let ended = this.endOf(job, how);
    try {
      await this.ports.store.save(ended, result);
    } catch (error) {
      this.ports.log.error({ fault: faultOf(error) }, 'the end of a job could not be stored');
      ended = this.endOf(job, { state: 'failed', problem: 'STORE_UNUSABLE' });
    }
    this.jobs.set(job.id, ended);
    this.wake(job.id);
    this.ports.onEnded(ended);
  }

  private endOf(job: AskedJob, how: JobEnd): AskedJob {
    const endedAt = this.ports.clock.now();
    return { ...job, ...how, endedAt, keptUntil: keptFrom(endedAt) };
  }

  private async stop(id: string): Promise<void> {
    await this.running.get(id)?.end();
    this.running.delete(id);
    this.wake(id);
  }

  private wake(ofJob: string): void {
    for (const { id, wake } of this.waiting) if (id === ofJob) wake.abort();
  }

  private async removeOld(): Promise<void> {
    const now = this.ports.clock.now();
    for (const job of this.jobs.values())
      if (isEnded(job) && job.keptUntil <= now) {
        this.jobs.delete(job.id);
        await this.ports.store.remove(job.id);
      }
  }
}

/** Of a fault only that is told which the user can do something about. */
const problemOf = ({ code }: Fault): ProblemCode => {
  if (code === 'HISTORY_DAMAGED' || code === 'KEY_DAMAGED') return code;
  return code === 'DATA_FOLDER_UNUSABLE' ? 'STORE_UNUSABLE' : 'FAULT';
};

type JobEnd = Pick<AskedJob, 'state'> & { readonly problem?: ProblemCode };
