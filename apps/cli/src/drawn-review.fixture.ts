import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import type { ReviewPlanInput, UserId } from '@rt/domain';
import { ApproveReview, DrawSample, ReviewPlan } from '@rt/inspection';
import { working } from './house';
import { outputTo } from './output';
import { cliSettingsFrom } from './settings';

const silent = new Writable({ write: (_chunk, _encoding, done) => done() });

/** Plans, approves and draws a review in a data folder at an instant, as the users do over HTTP. */
export const drawReviewIn = (dataDir: string, plan: ReviewPlanInput, now: string): Promise<void> => {
  const context = {
    settings: cliSettingsFrom({ dataDir, as: 'op-1', lang: 'en' }, {}),
    output: outputTo({ out: silent, err: silent }, { language: 'en', json: true }),
  };
  const inspector = { userId: 'insp-1', unitId: 'funktionshinderinspektorerna', origin: 'user' } as const;
  const approver = { userId: 'godk-1', unitId: 'socialforvaltningen', origin: 'user' } as const;
  const said = { spoken: '4 6 1', spokenBy: 'godk-1' as UserId };
  const { reviewId } = plan;
  const draw = async ({ commands }: Parameters<Parameters<typeof working>[2]>[0]) => {
    await commands.execute(new ReviewPlan(plan, inspector, randomUUID()));
    await commands.execute(new ApproveReview(reviewId, null, approver, randomUUID()));
    await commands.execute(new DrawSample(reviewId, said, inspector, randomUUID()));
  };
  return working(context, 'write', draw, { clock: { now: () => now } });
};
