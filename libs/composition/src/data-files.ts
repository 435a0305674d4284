/** The names of the databases beside those of the event store in a data folder. */
export const TREE_FILE = 'tree.sqlite';
export const ACCESS_LOG_FILE = 'access-log.sqlite';
/** The last entry of the access log, outside its database. */
export const ACCESS_LOG_MARK_FILE = 'access-log.mark';
/** The newest checkpoint that this installation made. */
export const CHECKPOINT_FILE = 'newest-checkpoint.json';
export const READ_MODELS_FILE = 'read-models.sqlite';
