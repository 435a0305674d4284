import type { CommandBus } from '@nestjs/cqrs';
import type { UserId } from '@rt/domain';
import { ApproveReview, DrawSample, ReviewPlan, reviewDefinition, type DrawValues } from '@rt/inspection';

/** The review whose sample is drawn from the demo's files. */
export const DEMO_REVIEW = 'ledsagning-2021';

/**
 * Both values of the demo's draw. They are fixed, because the files of the drawn decisions are written so that the published figures come out. A real
 * review has a random value that the system keeps sealed.
 */
export const DEMO_DRAW = { value: 'ledsagning', spoken: '2021', spokenBy: 'ec-farsta' as UserId } as const;

/** The system's part of the demo's draw. */
export const demoDrawValues: DrawValues = {
  seal: () => Promise.resolve(DEMO_DRAW.value),
  open: () => Promise.resolve(DEMO_DRAW.value),
  forget: () => Promise.resolve(),
};

/** Plans, approves and draws the demo's review, as an inspector and the head of reviews do. @param commandId the id of each command, by its name */
export const drawDemoReview = async (commands: CommandBus, commandId: (what: string) => string) => {
  const { plan } = reviewDefinition(DEMO_REVIEW) as NonNullable<ReturnType<typeof reviewDefinition>>;
  const inspector = { userId: 'insp-1', unitId: 'funktionshinderinspektorerna', origin: 'user' } as const;
  const approver = { userId: 'godk-1', unitId: 'socialforvaltningen', origin: 'user' } as const;
  const { spoken, spokenBy } = DEMO_DRAW;
  await commands.execute(new ReviewPlan(plan, inspector, commandId('plan')));
  await commands.execute(new ApproveReview(DEMO_REVIEW, null, approver, commandId('approval')));
  return commands.execute(new DrawSample(DEMO_REVIEW, { spoken, spokenBy }, inspector, commandId('draw')));
};
