import { randomUUID } from 'node:crypto';
import { CommandBus, CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Test } from '@nestjs/testing';
import type {
  Instant,
  Recorded,
  ReviewApproved,
  ReviewClosed,
  ReviewClosureProposed,
  SampleDrawn,
  UserId,
} from '@rt/domain';
import { openTestHouse, type TestHouse } from './house.fixture';
import {
  ApproveReview,
  CloseReview,
  ComputeIndicators,
  CountGaps,
  DrawSample,
  InspectionModule,
  ReadOutlook,
  RedrawSample,
  reviewDefinition,
  ReviewPlan,
  type ReviewGaps,
  type ReviewOutlook,
} from './index';
import type { ComputedIndicators } from './review/compute-indicators';
import type { SaidAloud } from './review/draw-sample.handler';
import type { ReviewActor } from './review/ports';
import type { Redrawn } from './review/redraw-sample';
import { fileOfTheYear, type FileOfTheYear } from './review-year.fixture';

const inspector = { userId: 'inspektor-1', unitId: 'inspektionen', origin: 'user' } as const;
const approver = { userId: 'ansvarig-1', unitId: 'inspektionen', origin: 'user' } as const;
/** What a second person says at the draw. */
export const saidAtTheDraw: SaidAloud = { spoken: '4 6 1', spokenBy: 'ansvarig-1' as UserId };
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
  /** Another person than the planner approves. */
  approves(files?: number | null, by?: ReviewActor): Promise<Recorded<ReviewApproved>>;
  plansAndApproves(over?: Partial<typeof plan>): Promise<void>;
  draws(commandId?: string, aloud?: SaidAloud): Promise<Recorded<SampleDrawn>>;
  closes(
    as?: 'inspector' | 'approver',
    by?: ReviewActor,
  ): Promise<Recorded<ReviewClosed | ReviewClosureProposed>>;
  outlook(): Promise<ReviewOutlook>;
  indicators(knownAt?: string): Promise<Map<string, ComputedIndicators['rows'][number]>>;
  redraws(): Promise<Redrawn>;
  gaps(): Promise<ReviewGaps>;
}

export const openInspection = async (): Promise<Inspection> => {
  const house = await openTestHouse();
  for (const [index, each] of YEAR.entries()) await house.keep(fileOfTheYear(index + 1, each).events);
  const module = await Test.createTestingModule({
    imports: [CqrsModule.forRoot(), InspectionModule.with(house.ports)],
  }).compile();
  await module.init();
  const commands = module.get(CommandBus);
  const queries = module.get(QueryBus);
  const plans: Inspection['plans'] = (over = {}, commandId = randomUUID()) =>
    commands.execute(new ReviewPlan({ ...plan, ...over }, inspector, commandId));
  const approves: Inspection['approves'] = (files = null, by = approver) =>
    commands.execute(new ApproveReview(review, files, by, randomUUID()));
  return {
    ...house,
    plans,
    approves,
    plansAndApproves: async (over) => {
      await plans(over);
      await approves();
    },
    draws: (commandId = randomUUID(), aloud = saidAtTheDraw) =>
      commands.execute(new DrawSample(review, aloud, inspector, commandId)),
    closes: (as = 'inspector', by = as === 'inspector' ? inspector : approver) =>
      commands.execute(new CloseReview(review, as, by, randomUUID())),
    outlook: () => queries.execute(new ReadOutlook(review)),
    indicators: async (knownAt) => {
      const { rows } = await queries.execute(
        new ComputeIndicators(review, { knownAt: knownAt as Instant | undefined }),
      );
      return new Map(rows.map((row) => [row.id, row]));
    },
    gaps: () => queries.execute(new CountGaps(review)),
    redraws: () => queries.execute(new RedrawSample(review)),
  };
};
