/** The names of the databases beside those of the event store in a data folder. */
export const TREE = 'tree.sqlite';
export const ACCESS_LOG = 'access-log.sqlite';
export const READ_MODELS = 'read-models.sqlite';
