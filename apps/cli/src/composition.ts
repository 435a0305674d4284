/** The composition root of the command line: the one file that says which store it is. */
import type { Clock } from '@rt/event-store';
import { openSqliteEventStore, type SqliteEventStore } from '@rt/event-store/sqlite';
import { openSqliteAccessLog, type AccessLog } from '@rt/identity';
import path from 'node:path';
import type { Settings } from './settings';

export { FolderNotEmpty, restoreBackup, type Checkpoint, type ProblemKind } from '@rt/event-store/sqlite';

const systemClock: Clock = { now: () => new Date().toISOString() };

export const clockOf = (settings: Settings): Clock =>
  settings.now === undefined ? systemClock : { now: () => settings.now as string };

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
