import type { Response } from 'express';
import type { Answer } from '../openapi/answers';
import type { AskedJob, Jobs } from './jobs';

/** A job in an answer. */
export const jobAnswer = (job: AskedJob, jobs: Pick<Jobs, 'progressOf'>): Answer<'Job'> => {
  const { id, question, state, askedAt, startedAt, endedAt, keptUntil, problem } = job;
  return {
    jobId: id,
    kind: question.kind,
    reviewId: question.reviewId,
    knownAt: 'knownAt' in question ? question.knownAt : null,
    state,
    progress: jobs.progressOf(job),
    ...{ askedAt, startedAt, endedAt, keptUntil, problem },
    result: state === 'done' ? `${addressOf(job)}/result` : null,
  };
};

/** Answers that a job was accepted, and where it is. */
export const acceptedJob = (job: AskedJob, jobs: Jobs, response: Response): Answer<'Job'> => {
  response.status(202).set('Location', addressOf(job));
  return jobAnswer(job, jobs);
};

const addressOf = ({ id }: AskedJob): string => `/api/v1/jobs/${id}`;
