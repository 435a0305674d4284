/** The composition root of the command line: the one file that says which store it is. */
import { dayOf, type Instant, type LocalDate } from '@rt/domain';
import type { Clock } from '@rt/event-store';
import { FileRepository } from '@rt/files';
import { openSqliteEventStore, type SqliteEventStore } from '@rt/event-store/sqlite';
import { openSqliteAccessLog, type AccessLog } from '@rt/identity';
import { catchUp, openReadDatabase, type ReadDatabase } from '@rt/read-models';
import { Handling, HandlingModule } from '@rt/handling';
import { InspectionModule } from '@rt/inspection';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { operatorMayDoEverything } from './operator';
import type { Output, Text } from './output';
import type { Context } from './run';
import type { Settings } from './settings';

export {
  FolderNotEmpty,
  restoreBackup,
  type Checkpoint,
  type ProblemKind,
  type SqliteEventStore,
} from '@rt/event-store/sqlite';

const systemClock: Clock = { now: () => new Date().toISOString() };

export const clockOf = (settings: Settings): Clock => {
  const { now } = settings;
  return now === undefined ? systemClock : { now: () => now };
};

export const todayOf = (settings: Settings): LocalDate => dayOf(clockOf(settings).now() as Instant);

/** Whether there is a store in the data folder already. */
export const dataFolderHolds = ({ dataDir }: Settings): boolean =>
  existsSync(path.join(dataDir, 'events.sqlite'));

export const openStore = (
  settings: Settings,
  mode: 'read' | 'write',
  clock = clockOf(settings),
): Promise<SqliteEventStore> =>
  openSqliteEventStore({
    folder: settings.dataDir,
    clock,
    mode,
    masterKeyFile: settings.masterKeyFile,
    signingKeyFile: settings.signingKeyFile,
  });

export const openAccessLog = (settings: Settings): AccessLog =>
  openSqliteAccessLog(path.join(settings.dataDir, 'access-log.sqlite'));

export const openReadModels = (settings: Settings): Promise<ReadDatabase> =>
  openReadDatabase(path.join(settings.dataDir, 'read-models.sqlite'));

/** Opens what a command needs, one after the other, and closes all of it again in the opposite order, whatever happens. */
const opening = async <Answer>(work: (keep: Keep) => Promise<Answer>): Promise<Answer> => {
  const closing: (() => void | Promise<void>)[] = [];
  try {
    return await work((resource) => {
      closing.unshift(() => resource.close());
      return resource;
    });
  } finally {
    for (const close of closing) await close();
  }
};

type Keep = <Resource extends { close(): void | Promise<void> }>(resource: Resource) => Resource;

/** What a command that reads needs: the store, the read models up to date with it, and the log of who read what. */
export interface Reading {
  readonly store: SqliteEventStore;
  readonly files: FileRepository;
  readonly db: ReadDatabase;
  readonly accessLog: AccessLog;
  readonly clock: Clock;
  readonly today: LocalDate;
}

type Surroundings = Pick<Context, 'settings' | 'output'>;

const openFolder = async (
  keep: Keep,
  context: Surroundings,
  mode: 'read' | 'write',
  clock: Clock,
): Promise<Reading> => {
  const { settings, output } = context;
  const isNew = !dataFolderHolds(settings);
  const store = keep(await openStore(settings, mode, clock));
  if (isNew) for (const hint of store.hints) output.notice(`! ${hint}`);
  else if (mode === 'write' && store.hints.length > 0) output.notice(output.say(KEYS_LIE_HERE));
  const db = keep(await openReadModels(settings));
  const accessLog = keep(openAccessLog(settings));
  const files = new FileRepository(store, { writes: mode === 'write' });
  return { store, files, db, accessLog, clock, today: dayOf(clock.now() as Instant) };
};

const KEYS_LIE_HERE: Text = {
  sv: '! Nycklarna ligger i samma mapp som det de skyddar: flytta dem (docs/how-to/move-the-keys.md).',
  en: '! The keys lie in the same folder as what they protect: move them (docs/how-to/move-the-keys.md).',
};

/** For a command that reads: the read models are brought up to date first. */
export const reading = <Answer>(
  context: Surroundings,
  work: (reading: Reading) => Promise<Answer>,
): Promise<Answer> =>
  opening(async (keep) => {
    const opened = await openFolder(keep, context, 'read', clockOf(context.settings));
    await catchUp({ ...opened, onProgress: reportTo(context.output) });
    return work(opened);
  });

/** What a command that writes or reviews needs beside: the handlers, by their buses. */
export interface Working extends Reading {
  readonly handling: Handling;
  readonly commands: CommandBus;
  readonly queries: QueryBus;
}

/** For a command that goes through the handlers. `mode`: whether it writes; one process does so at a time. */
export const working = <Answer>(
  context: Surroundings,
  mode: 'read' | 'write',
  work: (working: Working) => Promise<Answer>,
  clock = clockOf(context.settings),
): Promise<Answer> =>
  opening(async (keep) => {
    const opened = await openFolder(keep, context, mode, clock);
    const requestKey = opened.store.deriveKey('request-hash');
    const nest = keep(
      await NestFactory.createApplicationContext(
        {
          module: CommandLineModule,
          imports: [
            HandlingModule.with({
              ...opened,
              requestKey,
              authorise: operatorMayDoEverything,
              municipality: 'kommunen',
            }),
            InspectionModule.with({
              ...opened,
              requestHash: (body) => createHmac('sha256', requestKey).update(body).digest('hex'),
            }),
          ],
        },
        { logger: false },
      ),
    );
    return work({
      ...opened,
      handling: nest.get(Handling),
      commands: nest.get(CommandBus),
      queries: nest.get(QueryBus),
    });
  });

class CommandLineModule {}

const PHASES: Record<'rebuild' | 'catchUp', Text> = {
  rebuild: { sv: 'Läsmodellerna byggs om, händelser', en: 'Rebuilding the read models, events' },
  catchUp: { sv: 'Läsmodellerna följer efter, händelser', en: 'The read models catch up, events' },
};

/** Shows how far the read models have come. */
export const reportTo =
  (output: Output) =>
  ({ phase, events, of }: { phase: 'rebuild' | 'catchUp'; events: number; of?: number }): void =>
    output.progress(PHASES[phase], events, of);
