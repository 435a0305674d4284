import type { AccessAction, AccessEntry } from './access-log';

/** Who reads, and in what standing: what every entry of one request has in common. */
export type Reader = Pick<AccessEntry, 'at' | 'userId' | 'role' | 'relation' | 'purpose'>;

/** The permissions to read one file, and what the log calls the reading. */
const ACTION_OF = {
  'file.read': 'open',
  'file.history': 'history',
  'file.replay': 'replay',
  'accessLog.read': 'accessLog',
} as const satisfies Record<string, AccessAction>;

export type FileReadPermission = keyof typeof ACTION_OF;

/** One reading of one file. @param scope codes and dates: what part of it, as of when */
export const fileRead = (
  reader: Reader,
  permission: FileReadPermission,
  fileId: string,
  scope?: string,
): AccessEntry => ({
  ...readerOnly(reader),
  action: ACTION_OF[permission],
  fileId,
  ...(scope !== undefined && { scope }),
});

/** What one may search by while handling a case, and nothing else. Source: förordning (2001:637) 15 §. */
export const LOGGED_TERM_KINDS = ['name', 'personalNumber', 'caseNumber'] as const;
export type LoggedTermKind = (typeof LOGGED_TERM_KINDS)[number];

/** That somebody searched, and by which kind of term. There is no field for the term: it would make the log a register of its own. */
export const searchMade = (reader: Reader, by: LoggedTermKind): AccessEntry => {
  // A term that was taken for its kind must not reach the log, nor the error's text.
  if (!LOGGED_TERM_KINDS.includes(by)) throw new TypeError('a search is by one of LOGGED_TERM_KINDS');
  return { ...readerOnly(reader), action: 'search', scope: `by=${by}` };
};

/** A list over many files. @param scope what it was narrowed to: codes and dates */
export const listRead = (reader: Reader, scope: string): AccessEntry => ({
  ...readerOnly(reader),
  action: 'list',
  scope,
});

/** Whatever else the caller's object holds stays out of the log. */
const readerOnly = ({ at, userId, role, relation, purpose }: Reader): Reader => ({
  at,
  userId,
  role,
  relation,
  purpose,
});
