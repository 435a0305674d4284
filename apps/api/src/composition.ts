/** The composition root of the server: the one file that says which store it is. */
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { dayOf, type Instant } from '@rt/domain';
import type { Clock } from '@rt/event-store';
import { FileRepository } from '@rt/files';
import { openSqliteEventStore } from '@rt/event-store/sqlite';
import {
  demoDirectory,
  openSqliteAccessLog,
  openSqliteSeenNotices,
  openSqliteSessionStore,
} from '@rt/identity';
import { openReadDatabase } from '@rt/read-models';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { pino, type DestinationStream } from 'pino';
import { ApiModule } from './api.module';
import { dress } from './http/dress';
import { OpenApiDocument } from './openapi/document';
import { Metrics } from './observing/metrics';
import { nestLogger } from './observing/nest-logger';
import type { ProjectionThreadData } from './projection-messages';
import { Projections } from './projections';
import type { Settings } from './settings';

export interface OpenOptions {
  readonly clock?: Clock;
  /** Where the log goes; left out: standard output. */
  readonly logTo?: DestinationStream;
  /** Options of Node for the thread of the read models, where it is not run as it was built. */
  readonly threadArgs?: readonly string[];
}

export interface Api {
  readonly nest: NestExpressApplication;
  /** What the store says about how it is kept. */
  readonly hints: readonly string[];
  close(): Promise<void>;
}

const clockOf = ({ now }: Settings): Clock => ({ now: () => now ?? new Date().toISOString() });

const threadOf =
  ({ dataDir, masterKeyFile, signingKeyFile }: Settings, args: readonly string[]) =>
  (): Worker => {
    const workerData: ProjectionThreadData = { dataDir, masterKeyFile, signingKeyFile };
    const script = path.join(__dirname, `composition.projections${path.extname(__filename)}`);
    return new Worker(script, { workerData, execArgv: [...args] });
  };

/** Opens the data folder for writing and puts the server together; it does not listen yet. @throws DataFolderUnusable */
export const openApi = async (settings: Settings, options: OpenOptions = {}): Promise<Api> => {
  const { clock = clockOf(settings), logTo, threadArgs = [] } = options;
  const log = pino({ level: settings.logLevel, base: undefined }, logTo ?? pino.destination(1));
  const closing: (() => void | Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  const keep = <Resource extends { close(): void | Promise<void> }>(resource: Resource): Resource => {
    closing.push(() => resource.close());
    return resource;
  };
  try {
    const metrics = new Metrics();
    let look = (): void => undefined;
    const store = keep(
      await openSqliteEventStore({
        folder: settings.dataDir,
        clock,
        mode: 'write',
        masterKeyFile: settings.masterKeyFile,
        signingKeyFile: settings.signingKeyFile,
        onCommit: (appends) => {
          metrics.appends.inc(appends);
          look();
        },
      }),
    );
    const files = new FileRepository(store, { writes: true });
    const db = keep(await openReadDatabase(path.join(settings.dataDir, 'read-models.sqlite')));
    const accessLog = keep(openSqliteAccessLog(path.join(settings.dataDir, 'access-log.sqlite')));
    const sessions = keep(openSqliteSessionStore(path.join(settings.dataDir, 'sessions.sqlite')));
    const seenNotices = keep(openSqliteSeenNotices(path.join(settings.dataDir, 'seen-notices.sqlite')));
    const projections = new Projections({
      store,
      files,
      db,
      log,
      startThread: threadOf(settings, threadArgs),
    });
    look = () => projections.look();
    closing.push(() => projections.end());
    await projections.start();
    metrics.measureLag(() => projections.lag());
    metrics.measureFindings(() => projections.openByRule(dayOf(clock.now() as Instant)));
    const nest = await NestFactory.create<NestExpressApplication>(
      ApiModule.with({
        store,
        files,
        db,
        accessLog,
        sessions,
        seenNotices,
        directory: demoDirectory(settings.host),
        clock,
        log,
        metrics,
        projections,
        requestKey: store.deriveKey('request-hash'),
        requestsPerMinuteMax: settings.requestsPerMinuteMax,
      }),
      { logger: nestLogger(log), bodyParser: false, abortOnError: false },
    );
    closing.push(() => nest.close());
    dress(nest, log, metrics);
    await nest.init();
    nest.get(OpenApiDocument).make(nest);
    return { nest, hints: store.hints, close };
  } catch (error) {
    await close();
    throw error;
  }
};
