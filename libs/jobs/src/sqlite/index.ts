export { openSqliteJobStore } from './job-store.sqlite';
