export { openSqliteEventStore, type SqliteStoreOptions } from './open';
export type { SqliteEventStore } from './sqlite-event-store';
