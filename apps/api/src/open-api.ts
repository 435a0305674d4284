import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { openDirectory, openHouse, type House, type HouseOptions } from '@rt/composition';
import { dayOf, type Instant } from '@rt/domain';
import type { Position } from '@rt/event-store';
import type { DemoDirectory } from '@rt/identity';
import { pino, type DestinationStream, type Logger } from 'pino';
import { ApiModule } from './api.module';
import type { JobStore } from '@rt/jobs';
import { configureHttp } from './http/configure-http';
import { OpenApiDocument } from './openapi/document';
import { Metrics } from './observing/metrics';
import type { JobThreadData } from './jobs/job.messages';
import type { JobQuestion } from './jobs/job-questions';
import { followJob } from './jobs/job-runner';
import { Jobs } from './jobs/jobs';
import { nestLogger } from './observing/nest-logger';
import { smtpMailer } from './mail/mailer';
import { digestsOf } from './subscriptions/digests-of';
import { BUILT_PAGES } from './pages/pages';
import type { CheckpointOutcome } from './projections/due-checkpoints';
import type { ScrubOutcome } from './projections/due-scrub';
import type { ProjectionThreadData } from './projections/projection.messages';
import { Projections } from './projections/projections';
import type { ServerSettings } from './settings';

export interface OpenOptions extends Pick<HouseOptions, 'clock'> {
  /** Default: `write`. In `read`, another process writes to the data folder, and this one only answers reads. */
  readonly mode?: HouseOptions['mode'];
  /** Where the log is written. Default: standard output. */
  readonly logTo?: DestinationStream;
  /** Options of Node for the projection thread, if it runs from source. */
  readonly threadArgs?: readonly string[];
  /** The folder of the built pages. Default: beside the built server. */
  readonly pages?: string;
}

export interface Api {
  readonly nest: NestExpressApplication;
  readonly directory: DemoDirectory;
  /** Warnings of the store for the operator. */
  readonly hints: readonly string[];
  close(): Promise<void>;
}

/** Opens the data folder and assembles the server. It does not listen yet. @throws DataFolderUnusable */
export const openApi = async (settings: ServerSettings, options: OpenOptions = {}): Promise<Api> => {
  const { clock, mode = 'write', logTo, threadArgs = [], pages = BUILT_PAGES } = options;
  const { host, house: houseSettings, requestsPerMinuteMax, language } = settings;
  const log = pino({ level: settings.logLevel, base: undefined }, logTo ?? pino.destination(1));
  const metrics = new Metrics();
  let look = (): void => undefined;
  let onReadModelsDamaged = (): void => undefined;
  const onCommit = (appends: number): void => {
    metrics.appends.inc(appends);
    look();
  };
  const house = await openHouse(houseSettings, {
    mode,
    onCommit,
    onAccessLogDamaged: () => metrics.accessLogDamaged.inc(),
    onJobsDamaged: () => metrics.jobsDamaged.inc(),
    onDraftForged: () => metrics.draftsForged.inc(),
    onKeyDamaged: () => keyDamaged({ log, metrics }),
    onSubscriptionForged: () => metrics.subscriptionsForged.inc(),
    onSeenMarkForged: () => metrics.seenMarksForged.inc(),
    onRowsLost: (file) => rowsLost({ log, metrics }, file),
    onMadeAnew: (file) => madeAnew({ log, metrics }, file),
    onReadModelsDamaged: () => onReadModelsDamaged(),
    ...(clock && { clock }),
  });
  const closing: (() => Promise<void>)[] = [() => house.close()];
  const close = async (): Promise<void> => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  try {
    const projections = await projectionsOf(house, settings, { log, metrics }, threadArgs);
    look = () => projections.look();
    onReadModelsDamaged = () => projections.readModelsDamaged();
    closing.push(() => projections.end());
    await projections.start();
    metrics.measureLag(() => projections.lag());
    metrics.measureFindings(() => projections.openByRule(dayOf(house.clock.now() as Instant)));
    const jobs = await jobsOf(house, settings, { log, metrics }, threadArgs);
    await jobs.start();
    closing.push(() => jobs.end());
    const directory = openDirectory(host);
    const mailer = settings.mail && smtpMailer(settings.mail);
    if (mailer) closing.push(async () => mailer.close());
    const nest = await NestFactory.create<NestExpressApplication>(
      await ApiModule.with({
        house,
        directory,
        log,
        metrics,
        projections,
        jobs,
        mailer,
        requestsPerMinuteMax,
        language,
      }),
      { logger: nestLogger(log), bodyParser: false, abortOnError: false },
    );
    closing.push(() => nest.close());
    configureHttp(nest, { log, metrics, pages });
    await nest.init();
    nest.get(OpenApiDocument).make(nest);
    // Another process sends them where this one only reads.
    if (settings.mail && mode === 'write') {
      const digests = digestsOf(nest, settings.mail, { log, metrics });
      digests.start();
      closing.push(() => digests.end());
    }
    return { nest, directory, hints: house.store.hints, close };
  } catch (error) {
    await close();
    throw error;
  }
};

interface Observers {
  readonly log: Logger;
  readonly metrics: Metrics;
}

const rowsLost = ({ log, metrics }: Observers, file: string): void => {
  metrics.rowsLost.inc({ file });
  log.error(
    { file },
    'this database lacks rows that nobody removed: they were deleted from outside, or its end was lost; it goes on with what is there',
  );
};

const keyDamaged = ({ log, metrics }: Observers): void => {
  metrics.keysDamaged.inc();
  log.error(
    { code: 'KEY_DAMAGED', file: 'keys.sqlite' },
    'a key is damaged, so nothing can be read that it seals: verify says which one, and the latest backup holds it',
  );
};

const madeAnew = ({ log, metrics }: Observers, file: string): void => {
  metrics.databasesMadeAnew.inc({ file });
  log.error({ file }, 'this database was damaged: it was moved aside and made anew; check the disk');
};

/** The size of a thread's heap. A job that needs more fails, and the server goes on. */
const jobHeapMbMax = 512;

const jobsOf = async (
  house: House,
  { house: settings }: ServerSettings,
  { log, metrics }: Observers,
  threadArgs: readonly string[],
): Promise<Jobs> => {
  const script = path.join(__dirname, `jobs/job.thread${path.extname(__filename)}`);
  return new Jobs({
    store: (await house.jobs()) as JobStore<JobQuestion>,
    clock: house.clock,
    log,
    run: (question) => {
      const workerData: JobThreadData = { settings, question };
      const resourceLimits = { maxOldGenerationSizeMb: jobHeapMbMax };
      return followJob(new Worker(script, { workerData, resourceLimits, execArgv: [...threadArgs] }));
    },
    onEnded: ({ state, problem }) => {
      metrics.jobs.inc({ state });
      if (problem === 'HISTORY_DAMAGED' || problem === 'KEY_DAMAGED') metrics.historyDamaged.inc();
    },
  });
};

const projectionsOf = async (
  { store, files, ruleset, ...house }: House,
  { house: settings, checkpoints, scrub }: ServerSettings,
  { log, metrics }: Observers,
  threadArgs: readonly string[],
): Promise<Projections> => {
  const script = path.join(__dirname, `projections/projection.thread${path.extname(__filename)}`);
  const startThread = (announcedTo: Position | undefined): Worker => {
    const workerData: ProjectionThreadData = { settings, announcedTo, checkpoints, scrub };
    return new Worker(script, { workerData, execArgv: [...threadArgs] });
  };
  const onDamaged = (): void => metrics.historyDamaged.inc();
  const onCheckpoint = (outcome: CheckpointOutcome): void => {
    const isMade = outcome.is === 'checkpointMade';
    metrics.checkpoints.inc({ outcome: isMade ? 'made' : 'failed' });
    if (isMade) log.info({ leaves: outcome.size }, 'a checkpoint was made');
    else log.error({ fault: outcome.fault }, 'a checkpoint was due and could not be made');
  };
  const onScrub = (outcome: ScrubOutcome): void => {
    if (outcome.is === 'scrubFailed')
      return log.error({ fault: outcome.fault }, 'rows of the read models could not be compared');
    for (const { table, ...difference } of outcome.differences) {
      metrics.readModelDifferences.inc({ table });
      log.error(
        { code: 'READ_MODEL_DIFFERS', table, ...difference },
        'a row of a read model was not what the events give, and was made again',
      );
    }
  };
  const db = await house.readModels();
  const onDatabaseMadeAnew = (file: string): void => madeAnew({ log, metrics }, file);
  const outcomes = { onDamaged, onDatabaseMadeAnew, onCheckpoint, onScrub };
  return new Projections({ store, files, db, ruleset, log, ...outcomes, startThread });
};
