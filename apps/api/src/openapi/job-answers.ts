import { shape as s, type Instant } from '@rt/domain';
import { JOB_STATES } from '@rt/jobs';
import { JOB_KINDS } from '../jobs/job-questions';
import { REVIEW_ANSWERS } from './review-answers';

const job = s.fields({
  jobId: s.uuid(),
  kind: s.oneOf(JOB_KINDS),
  reviewId: s.text(),
  knownAt: s.orNull(s.instant<Instant>()),
  state: s.described(s.oneOf(JOB_STATES), '`interrupted`: the server ended before the job did; ask again'),
  progress: s.described(
    s.orNull(s.fields({ done: s.count(), of: s.count() })),
    'Personal files read, of all; null unless it runs',
  ),
  askedAt: s.instant<string>(),
  startedAt: s.orNull(s.instant<string>()),
  endedAt: s.orNull(s.instant<string>()),
  keptUntil: s.described(s.instant<string>(), 'When the job and its result are removed'),
  problem: s.described(s.orNull(s.text()), 'Why it failed, as the code of a problem'),
  result: s.described(s.orNull(s.text()), 'Address of the result; null unless it is done'),
});

/** The schemas of answers about jobs. */
export const JOB_ANSWERS = {
  Job: s.described(job, 'A long question, whose answer is fetched later'),
  Jobs: s.fields({ jobs: s.listOf(s.refTo('Job', job)) }),
  JobResult: s.described(
    s.anyOf(
      s.refTo('SampleVerification', REVIEW_ANSWERS.SampleVerification),
      s.refTo('ReviewFrame', REVIEW_ANSWERS.ReviewFrame),
      s.refTo('Indicators', REVIEW_ANSWERS.Indicators),
    ),
    'The answer to the question, by its kind',
  ),
};
