export { openSqliteDraftStore } from './draft-store.sqlite';
