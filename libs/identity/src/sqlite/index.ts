export { openSqliteAccessLog } from './access-log.sqlite';
export { openSqliteSeenNotices } from './seen-notices.sqlite';
export { openSqliteSessionStore } from './session-store.sqlite';
