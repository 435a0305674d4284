/** The tokens by which Nest injects what the composition opens. */
export { CLOCK } from '@rt/handling';

export const EVENT_STORE = Symbol('EventStore');
export const READ_DATABASE = Symbol('ReadDatabase');
export const ACCESS_LOG = Symbol('AccessLog');
/** Writes an entry of the access log before its answer leaves. */
export const ACCESS_WRITER = Symbol('AccessWriter');
export const DIRECTORY = Symbol('DemoDirectory');
/** Which notices each user has seen. */
export const SEEN_NOTICES = Symbol('SeenNotices');
/** What users are told outside the pages. */
export const SUBSCRIPTIONS = Symbol('Subscriptions');
/** Sends mails; undefined where the settings name no server for them. */
export const MAILER = Symbol('Mailer');
/** What users have written in forms and not recorded yet. */
export const DRAFTS = Symbol('DraftStore');
/** Tries to write in every database. */
export const UNWRITABLE = Symbol('Unwritable');
/** The language of a reader who names none. */
export const LANGUAGE = Symbol('Language');
export const LOG = Symbol('Logger');
