import type { House } from '@rt/composition';
import { fileOfStream } from '@rt/files';
import { computeIndicators, redrawSample, reviewFrame } from '@rt/inspection/questions';
import type { JobProgress } from './job.messages';
import type { JobQuestion } from './job-questions';

/** How often progress is told, and the keys are forgotten: one that another process has destroyed then opens nothing here any more. */
const everyMs = 100;

/** Answers the question of a job, as the direct route would. Every personal file is read. */
export const answerTo = async (
  question: JobQuestion,
  house: House,
  onProgress: (progress: JobProgress) => void,
): Promise<object> => {
  const { store, files, ruleset } = house;
  const ports = { store, files, ruleset, db: await house.readModels() };
  const of = await filesIn(house);
  onProgress({ done: 0, of });
  let toldAt = performance.now();
  const progress = (done: number): void => {
    if (performance.now() - toldAt < everyMs) return;
    toldAt = performance.now();
    store.forgetKeys();
    // A file that was opened after the count is read too.
    onProgress({ done: Math.min(done, of), of });
  };
  const { reviewId } = question;
  switch (question.kind) {
    case 'sampleVerification': {
      const { same, stored, size, hash } = await redrawSample(ports, reviewId, progress);
      return { reviewId, same, stored, again: { size, hash } };
    }
    case 'reviewFrame':
      return reviewFrame(ports, reviewId, progress);
    case 'indicators':
      return computeIndicators(ports, reviewId, { knownAt: question.knownAt, progress });
  }
};

const filesIn = async ({ store }: House): Promise<number> => {
  let count = 0;
  for await (const { stream } of store.streams()) if (fileOfStream(stream) !== undefined) count += 1;
  return count;
};
