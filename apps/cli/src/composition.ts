/** The composition root of the command line: the one file that says which store it is. */
import { dayOf, type Instant, type LocalDate } from '@rt/domain';
import type { Clock } from '@rt/event-store';
import { openSqliteEventStore, type SqliteEventStore } from '@rt/event-store/sqlite';
import { openSqliteAccessLog, type AccessLog } from '@rt/identity';
import { catchUp, openReadDatabase, type ReadDatabase } from '@rt/read-models';
import { InspectionModule } from '@rt/inspection';
import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { createHmac } from 'node:crypto';
import path from 'node:path';
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
  readonly db: ReadDatabase;
  readonly accessLog: AccessLog;
  readonly clock: Clock;
  readonly today: LocalDate;
}

const openReading = async (keep: Keep, context: Surroundings, mode: 'read' | 'write'): Promise<Reading> => {
  const { settings, output } = context;
  const store = keep(await openStore(settings, mode));
  for (const hint of store.hints) output.notice(`! ${hint}`);
  const db = keep(await openReadModels(settings));
  const accessLog = keep(openAccessLog(settings));
  await catchUp({ store, db, onProgress: reportTo(output) });
  return { store, db, accessLog, clock: clockOf(settings), today: todayOf(settings) };
};

type Surroundings = Pick<Context, 'settings' | 'output'>;

/** For a command that reads: the read models are brought up to date first. */
export const reading = <Answer>(
  context: Surroundings,
  work: (reading: Reading) => Promise<Answer>,
): Promise<Answer> => opening(async (keep) => work(await openReading(keep, context, 'read')));

/** For a command about a review. Planning and drawing write; measuring reads. */
export const reviewing = <Answer>(
  context: Surroundings,
  mode: 'read' | 'write',
  work: (reading: Reading & { readonly commands: CommandBus; readonly queries: QueryBus }) => Promise<Answer>,
): Promise<Answer> =>
  opening(async (keep) => {
    const opened = await openReading(keep, context, mode);
    const key = opened.store.deriveKey('request-hash');
    const ports = {
      ...opened,
      requestHash: (body: string) => createHmac('sha256', key).update(body).digest('hex'),
    };
    const nest = keep(
      await NestFactory.createApplicationContext(InspectionModule.with(ports), { logger: false }),
    );
    return work({ ...opened, commands: nest.get(CommandBus), queries: nest.get(QueryBus) });
  });

const PHASES: Record<'rebuild' | 'catchUp', Text> = {
  rebuild: { sv: 'Läsmodellerna byggs om, händelser', en: 'Rebuilding the read models, events' },
  catchUp: { sv: 'Läsmodellerna följer efter, händelser', en: 'The read models catch up, events' },
};

/** Shows how far the read models have come. */
export const reportTo =
  (output: Output) =>
  ({ phase, events, of }: { phase: 'rebuild' | 'catchUp'; events: number; of?: number }): void =>
    output.progress(PHASES[phase], events, of);
