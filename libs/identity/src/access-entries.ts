import type { AccessAction, AccessEntry, LoggedPurpose } from './access-log';
import type { AccessRefusal } from './may-do';
import type { Permission } from './permission-table';
import type { User } from './roles';

/** The fields that all entries of one request share: the reader, the instant, the role, the relation and the purpose. */
export type Reader = Pick<AccessEntry, 'at' | 'userId' | 'role' | 'relation' | 'purpose'>;

/** The action in the access log for each permission to read one file. */
const ACTION_OF = {
  'file.read': 'open',
  'file.history': 'history',
  'file.replay': 'replay',
  'accessLog.read': 'accessLog',
} as const satisfies Record<string, AccessAction>;

export type FileReadPermission = keyof typeof ACTION_OF;

/** The entry for one read of one file. @param scope which part of the file, and as of when, in codes and dates */
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

/** The kinds of search term that are allowed while handling a case. Source: förordning (2001:637) 15 §. */
export const LOGGED_TERM_KINDS = ['name', 'personalNumber', 'caseNumber'] as const;
export type LoggedTermKind = (typeof LOGGED_TERM_KINDS)[number];

/** The entry for a search, with the kind of the search term. There is no field for the term itself: it would make the log a register of its own. */
export const searchMade = (reader: Reader, by: LoggedTermKind): AccessEntry => {
  // A caller that passes the term in place of its kind must not get the term into the log or into the error message.
  if (!LOGGED_TERM_KINDS.includes(by)) throw new TypeError('a search is by one of LOGGED_TERM_KINDS');
  return { ...readerOnly(reader), action: 'search', scope: `by=${by}` };
};

/** The entry for a list over many files. @param scope what the list was narrowed to, in codes and dates */
export const listRead = (reader: Reader, scope: string): AccessEntry => ({
  ...readerOnly(reader),
  action: 'list',
  scope,
});

/** Something that a user was not allowed. `BEYOND_REACH`: the list asked for goes beyond the user's reach. */
export interface RefusedAccess {
  readonly at: string;
  readonly user: User;
  readonly permission: Permission;
  readonly refused: AccessRefusal | 'BEYOND_REACH';
  readonly purpose?: LoggedPurpose;
  readonly fileId?: string;
}

/** The entry for something that was refused: who, what, about which file, why. It has the first of the user's roles. */
export const accessRefused = ({
  at,
  user: { userId, roles },
  permission,
  refused,
  purpose = 'unstated',
  fileId,
}: RefusedAccess): AccessEntry => ({
  at,
  userId,
  role: roles[0] ?? 'none',
  relation: 'none',
  purpose,
  action: 'refused',
  ...(fileId !== undefined && { fileId }),
  scope: `permission=${permission} why=${refused}`,
});

/** The entry for a sign-in or a sign-out. */
export const sessionChanged = (
  at: string,
  { userId, roles }: Pick<User, 'userId' | 'roles'>,
  action: 'signIn' | 'signOut',
): AccessEntry => ({
  at,
  userId,
  role: roles[0] ?? 'none',
  relation: 'none',
  purpose: 'unstated',
  action,
});

/** The entry for a failed sign-in. It has no place for what was sent as the user's id: it may be a password or a name. */
export const signInFailed = (at: string): AccessEntry => ({
  at,
  userId: '-',
  role: 'none',
  relation: 'none',
  purpose: 'unstated',
  action: 'signInFailed',
});

/** Copies only the fields of a reader, so that other fields of the caller's object do not reach the log. */
const readerOnly = ({ at, userId, role, relation, purpose }: Reader): Reader => ({
  at,
  userId,
  role,
  relation,
  purpose,
});
