export { openSqliteAccessLog } from './access-log.sqlite';
export { RenewableDatabase } from './renewable-database';
export { openSqliteSeenNotices } from './seen-notices.sqlite';
export { openSqliteSessionStore } from './session-store.sqlite';
export { openSqliteSubscriptions } from './subscriptions.sqlite';
