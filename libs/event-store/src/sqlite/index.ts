export { isWhole, whyNotWritable } from './database';
export { openSqliteEventStore } from './open';
export type { SqliteEventStore } from './sqlite-event-store';
export { FolderNotEmpty, type MadeBackup } from './backup';
export { restoreBackup, type Restored } from './restore';
export type { Checkpoint } from '../integrity/checkpoint';
export type { ProblemKind, Verification } from '../integrity/problems';
export type { VerifyOptions } from '../integrity/verify';
