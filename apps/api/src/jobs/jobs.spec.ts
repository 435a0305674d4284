import { createSecretKey, randomBytes } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { Instant } from '@rt/domain';
import { openSqliteJobStore } from '@rt/jobs/sqlite';
import type { JobStore } from '@rt/jobs';
import { pino } from 'pino';
import type { JobQuestion } from './job-questions';
import type { JobOutcome } from './job-runner';
import { JOB_LIMITS, Jobs, type AskedJob, type JobLimits } from './jobs';

const verify = (reviewId: string): JobQuestion => ({ kind: 'sampleVerification', reviewId });
const fail = (): never => {
  throw new Error('no row of these tests is damaged');
};
const done = (result: string): JobOutcome => ({ is: 'done', result });

describe('the queue of jobs', () => {
  let store: JobStore<JobQuestion>;
  let now: string;
  let started: { readonly reviewId: string; readonly end: (outcome: JobOutcome) => void }[];
  let stopped: string[];
  let ended: AskedJob[];
  let jobs: Jobs;

  const openJobs = async (limits: Partial<JobLimits> = {}): Promise<Jobs> => {
    const opened = new Jobs({
      store,
      clock: { now: () => now },
      log: pino({ level: 'silent' }),
      run: ({ reviewId }) => {
        const outcome = Promise.withResolvers<JobOutcome>();
        started.push({ reviewId, end: outcome.resolve });
        const end = async () => void stopped.push(reviewId);
        return { progress: { done: 3, of: 7 }, outcome: outcome.promise, end };
      },
      onEnded: (job) => ended.push(job),
      limits: { ...JOB_LIMITS, ...limits },
    });
    await opened.start();
    return opened;
  };
  beforeEach(async () => {
    [started, stopped, ended] = [[], [], []];
    now = '2026-03-02T08:00:00.000Z';
    store = openSqliteJobStore(':memory:', {
      key: createSecretKey(randomBytes(32)),
      ...{ onMadeAnew: fail, onDamaged: fail, onRowsLost: fail },
    });
    jobs = await openJobs();
  });
  afterEach(async () => {
    await jobs.end();
    await store.close();
  });
  const running = () => started.map(({ reviewId }) => reviewId);
  const finish = async (index: number, outcome: JobOutcome): Promise<void> => {
    started[index]?.end(outcome);
    for (let turns = 0; turns < 5; turns += 1) await turn();
  };

  it('runs so many at once, lets users take turns, and keeps the answers', async () => {
    const first = await jobs.ask('anna', verify('a-1'));
    for (const reviewId of ['a-2', 'a-3']) await jobs.ask('anna', verify(reviewId));
    expect([first.state, running(), jobs.progressOf(first)]).toEqual([
      'running',
      ['a-1'],
      { done: 3, of: 7 },
    ]);
    await jobs.ask('bo', verify('b-1'));
    await jobs.ask('cleo', verify('c-1'));
    expect(running()).toEqual(['a-1', 'b-1']);
    await finish(1, done('"b"'));
    expect(running()).toEqual(['a-1', 'b-1', 'c-1']);
    await finish(0, done('"a"'));
    expect(running()).toEqual(['a-1', 'b-1', 'c-1', 'a-2']);
    const found = jobs.find('anna', first.id) as AskedJob;
    expect([found.state, jobs.progressOf(found), await jobs.resultOf(found)]).toEqual(['done', null, '"a"']);
    expect(jobs.find('bo', first.id)).toBeUndefined();
  });

  it('is one job for whoever asks the same again before the answer, and another one after it', async () => {
    const knownAt = '2026-03-01T08:00:00.000Z' as Instant;
    const question = () => ({ kind: 'indicators', reviewId: 'r', knownAt }) as const;
    const first = await jobs.ask('anna', question());
    const [again, other, bos] = [
      await jobs.ask('anna', question()),
      await jobs.ask('anna', { ...question(), knownAt: '2026-03-01T09:00:00.000Z' as Instant }),
      await jobs.ask('bo', question()),
    ];
    expect(again.id).toBe(first.id);
    expect(new Set([first.id, other.id, bos.id]).size).toBe(3);
    await finish(0, done('1'));
    expect((await jobs.ask('anna', question())).id).not.toBe(first.id);
  });

  it('is bounded: for a user, in all, and in what is kept', async () => {
    jobs = await openJobs({ openPerUserMax: 2, openMax: 3, keptPerUserMax: 2 });
    for (const reviewId of ['a-1', 'a-2']) await jobs.ask('anna', verify(reviewId));
    await expect(jobs.ask('anna', verify('a-3'))).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      errors: [{ code: 'openJobs' }],
    });
    await jobs.ask('bo', verify('b-1'));
    await expect(jobs.ask('cleo', verify('c-1'))).rejects.toMatchObject({ code: 'JOBS_FULL' });
    await finish(0, done('1'));
    await expect(jobs.ask('anna', verify('a-3'))).rejects.toMatchObject({ errors: [{ code: 'keptJobs' }] });
    await jobs.remove(jobs.jobsOf('anna')[0] as AskedJob);
    expect((await jobs.ask('anna', verify('a-3'))).state).toBe('queued');
  });

  it('ends the thread of a job that is removed, and goes on with the next one', async () => {
    const first = await jobs.ask('anna', verify('a-1'));
    await jobs.ask('anna', verify('a-2'));
    await jobs.remove(first);
    expect([stopped, running(), jobs.find('anna', first.id)]).toEqual([['a-1'], ['a-1', 'a-2'], undefined]);
    await finish(0, done('too late'));
    expect([(await store.all()).length, ended]).toEqual([1, []]);
  });

  it('says which jobs a restart has interrupted, and starts none of them again', async () => {
    const kept = await jobs.ask('anna', verify('a-1'));
    await finish(0, done('1'));
    for (const reviewId of ['a-2', 'a-3']) await jobs.ask('anna', verify(reviewId));
    // As after a kill: nothing of the first run has ended.
    const next = await openJobs();
    expect(next.jobsOf('anna').map(({ state, question }) => [state, question.reviewId])).toEqual([
      ['done', 'a-1'],
      ['interrupted', 'a-2'],
      ['interrupted', 'a-3'],
    ]);
    expect([running(), await next.resultOf(next.find('anna', kept.id) as AskedJob)]).toEqual([
      ['a-1', 'a-2'],
      '1',
    ]);
    await jobs.end();
    expect(stopped).toEqual(['a-2']);
    jobs = next;
  });

  it('keeps an answer for 24 hours after its end, and a job in the queue for as long as it waits', async () => {
    const first = await jobs.ask('anna', verify('a-1'));
    now = '2026-03-02T10:00:00.000Z';
    await finish(0, done('1'));
    await jobs.ask('anna', verify('a-2'));
    await jobs.ask('anna', verify('a-3'));
    now = '2026-03-03T09:59:59.999Z';
    expect(jobs.find('anna', first.id)?.keptUntil).toBe('2026-03-03T10:00:00.000Z');
    now = '2026-03-03T10:00:00.000Z';
    expect(jobs.jobsOf('anna').map(({ state }) => state)).toEqual(['running', 'queued']);
    await jobs.ask('bo', verify('b-1'));
    expect((await store.all()).map(({ question }) => question.reviewId)).toEqual(['a-2', 'a-3', 'b-1']);
  });

  it('says of a failure only what the user can do something about', async () => {
    for (const [index, code] of [undefined, 'SECRET', 'HISTORY_DAMAGED'].entries()) {
      await jobs.ask('anna', verify(`a-${index}`));
      await finish(index, { is: 'failed', fault: { name: 'Error', ...(code && { code }), at: [] } });
    }
    expect(jobs.jobsOf('anna').map(({ state, problem }) => [state, problem])).toEqual([
      ['failed', 'FAULT'],
      ['failed', 'FAULT'],
      ['failed', 'HISTORY_DAMAGED'],
    ]);
    expect(ended).toHaveLength(3);
  });

  it('lets a reader wait for the end of a job, and no longer', async () => {
    const job = await jobs.ask('anna', verify('a-1'));
    const began = performance.now();
    await jobs.waitFor(job, 30);
    expect(performance.now() - began).toBeGreaterThan(25);
    const waited = jobs.waitFor(job, 60_000);
    await finish(0, done('1'));
    await waited;
    await jobs.waitFor(job, 60_000);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
