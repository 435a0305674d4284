export { isWhole, whyNotWritable } from './database';
export { openSqliteEventStore, type StoreIdentity } from './open';
export type { Loss, Witnessed } from './loss';
export type { SqliteEventStore } from './sqlite-event-store';
export { FolderNotEmpty, type MadeBackup } from './backup';
export { restoreBackup, type Restored } from './restore';
export type { Checkpoint } from '../integrity/checkpoint';
export type { ProblemKind, Verification } from '../integrity/problems';
export type { VerifyOptions } from '../integrity/verify';
