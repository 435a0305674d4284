/** The one file that names adapters: it chooses SQLite for every store, and the demo directory for the users. */
export {
  BackupDamaged,
  checkBackup,
  FolderNotEmpty,
  isWhole,
  publicKeyOfSigner,
  openSqliteEventStore as openEventStore,
  restoreBackup,
  whyNotWritable,
  type BackupFileProblem,
  type Checkpoint,
  type Loss,
  type MadeBackup,
  type ProblemKind,
  type Restored,
  type RestoredCopy,
  type StoreIdentity,
  type Verification,
  type VerifyOptions,
  type Witnessed,
} from '@rt/event-store/sqlite';
export { openSqliteDraftStore as openDraftStore } from '@rt/drafts/sqlite';
export { openSqliteTreeStore as openTreeStore } from '@rt/evidence/sqlite';
export { demoDirectory as openDirectory, demoUsers } from '@rt/identity/demo-directory';
export {
  openSqliteAccessLog as openAccessLog,
  openSqliteSeenNotices as openSeenNotices,
  openSqliteSessionStore as openSessionStore,
  openSqliteSubscriptions as openSubscriptions,
} from '@rt/identity/sqlite';
export { openSqliteJobStore as openJobStore } from '@rt/jobs/sqlite';
export { openReadDatabase, readModelsEnd } from '@rt/read-models/sqlite';
