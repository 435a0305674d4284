export { openReadDatabase } from './read-database.sqlite';
export { readModelsEnd } from './read-models-end';
