import { randomUUID } from 'node:crypto';
import { CommandBus, CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import type { Instant, Recorded, ReviewClosed, SampleDrawn } from '@rt/domain';
import { openTestHouse, type TestHouse } from './house.fixture';
import {
  CloseReview,
  ComputeIndicators,
  DrawSample,
  InspectionModule,
  RedrawSample,
  reviewDefinition,
  ReviewPlan,
  type IndicatorRow,
} from './index';
import { fileOfTheYear, type FileOfTheYear } from './review-year.fixture';

const inspector = { userId: 'inspektor-1', unitId: 'inspektionen', origin: 'user' } as const;
/** A review to plan, draw and measure. */
export const review = 'ledsagning-2021';
export const { plan } = reviewDefinition(review)!;

/** Eight files of Farsta and Östermalm: seven approvals, of which two are partial, and one rejection. */
const YEAR: readonly FileOfTheYear[] = [
  { unit: 'farsta', sex: 'female', act: 'sol' },
  { unit: 'farsta', sex: 'female', act: 'sol' },
  { unit: 'farsta', sex: 'female', act: 'sol', outcome: 'partialRejection' },
  { unit: 'farsta', sex: 'male', act: 'lss' },
  { unit: 'farsta', sex: 'male', act: 'lss', outcome: 'rejection' },
  { unit: 'ostermalm', sex: 'female', act: 'lss', investigation: 'old' },
  { unit: 'ostermalm', sex: 'female', act: 'lss', outcome: 'partialRejection' },
  { unit: 'ostermalm', sex: 'male', act: 'sol' },
];

/** The ports of inspection with the files of a year, and an inspector who reviews them. */
export interface Inspection extends TestHouse {
  plans(over?: Partial<typeof plan>, commandId?: string): Promise<{ readonly revision: number }>;
  draws(commandId?: string): Promise<Recorded<SampleDrawn>>;
  closes(commandId?: string): Promise<Recorded<ReviewClosed>>;
  indicators(knownAt?: string): Promise<Map<string, IndicatorRow>>;
  redraws(): Promise<{ readonly frame: string; readonly same: boolean }>;
}

export const openInspection = async (): Promise<Inspection> => {
  const house = await openTestHouse();
  for (const [index, said] of YEAR.entries()) await house.keep(fileOfTheYear(index + 1, said).events);
  const module = await Test.createTestingModule({
    imports: [CqrsModule.forRoot(), InspectionModule.with(house.ports)],
  }).compile();
  await module.init();
  const commands = module.get(CommandBus);
  const queries = module.get(QueryBus);
  return {
    ...house,
    plans: (over = {}, commandId = randomUUID()) =>
      commands.execute(new ReviewPlan({ ...plan, ...over }, inspector, commandId)),
    draws: (commandId = randomUUID()) => commands.execute(new DrawSample(review, inspector, commandId)),
    closes: (commandId = randomUUID()) => commands.execute(new CloseReview(review, inspector, commandId)),
    indicators: async (knownAt) => {
      const { rows } = await queries.execute(
        new ComputeIndicators(review, { knownAt: knownAt as Instant | undefined }),
      );
      return new Map(rows.map((row) => [row.id, row]));
    },
    redraws: () => queries.execute(new RedrawSample(review)),
  };
};
