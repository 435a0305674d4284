import { clockOf } from '@rt/composition';
import type { LocalDate } from '@rt/domain';
import {
  DEMO_REVIEW,
  DemoClock,
  demoDrawValues,
  describeDemo,
  drawDemoReview,
  makeDemo,
  writeDemo,
  type DemoDescription,
} from '@rt/demo';
import { catchUp } from '@rt/read-models';
import { v5 as uuidV5 } from 'uuid';
import { reportTo, todayOf, working, type Working } from './house';
import { WrongUsage } from './exit';
import { noted } from './interrupted-load';
import type { Context } from './run';

export interface LoadedDemo {
  readonly day: LocalDate;
  readonly files: number;
  readonly events: number;
  readonly review: string;
  readonly reviewedCases: number;
  readonly description: DemoDescription;
}

/** The inspectors plan and draw the review after the end of the year, when its decisions have been recorded. */
const DRAWN_AT = '2022-02-01T08:00:00.000Z';
const COMMAND_NAMESPACE = '0f7d6a52-5b0e-5c1c-8d5d-0a7c2a8f4b11';

/**
 * Records the personal files of the demo through the handlers, each event at its own time, then plans and draws the review. Files that an earlier
 * load has written are left unchanged. @throws WrongUsage if the day is too early for the demo
 */
export const loadDemo = (
  context: Pick<Context, 'settings' | 'output'>,
  { day = todayOf(context.settings), seed }: { day?: LocalDate; seed?: string },
): Promise<LoadedDemo> => {
  const { output, settings } = context;
  const clock = new DemoClock(clockOf(settings.house));
  const demo = demoOf(day, seed);
  const load = async ({ handling, commands, ...reading }: Working): Promise<LoadedDemo> => {
    const written = await writeDemo(demo, {
      openFile: (actor, key, input) => handling.openFile(actor, key, input),
      record: (actor, fileId, key, steps) => handling.record(actor, fileId, key, steps),
      recordInUnit: (actor, unitId, key, input) => handling.recordInUnit(actor, unitId, key, input),
      clock,
      onProgress: (done, of) =>
        output.progress({ sv: 'Demodata, personakter', en: 'Demo data, personal files' }, done, of),
    });
    await catchUp({ ...reading, onProgress: reportTo(output) });
    const drawn = await clock.at(DRAWN_AT, () =>
      drawDemoReview(commands, (what) => uuidV5(`${demo.seed}/${what}`, COMMAND_NAMESPACE)),
    );
    return {
      day,
      files: written.files,
      events: written.events,
      review: DEMO_REVIEW,
      reviewedCases: drawn.data.cases.length,
      description: describeDemo(demo),
    };
  };
  return noted(settings.house.dataDir, { day, ...(seed !== undefined && { seed }) }, () =>
    working(context, 'write', load, { clock, demo: true, drawValues: demoDrawValues }),
  );
};

const demoOf = (day: LocalDate, seed: string | undefined) => {
  try {
    return makeDemo({ day, ...(seed !== undefined && { seed }) });
  } catch (error) {
    throw error instanceof RangeError ? new WrongUsage(`--day: ${error.message}`) : error;
  }
};
