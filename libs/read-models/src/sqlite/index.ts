export { openReadDatabase } from './read-database.sqlite';
