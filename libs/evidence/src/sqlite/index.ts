export { openSqliteTreeStore } from './tree-store.sqlite';
