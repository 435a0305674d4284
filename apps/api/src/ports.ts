/** Names under which Nest hands out what the composition root brings. */
export const EVENT_STORE = Symbol('EventStore');
export const READ_DATABASE = Symbol('ReadDatabase');
export const ACCESS_LOG = Symbol('AccessLog');
/** Where an entry of the access log goes before its answer may leave. */
export const ACCESS_WRITER = Symbol('AccessWriter');
export const DIRECTORY = Symbol('DemoDirectory');
export const CLOCK = Symbol('Clock');
/** Which notices each user has seen. */
export const SEEN_NOTICES = Symbol('SeenNotices');
export const LOG = Symbol('Logger');
