import { ACCESS_PURPOSES } from './purposes';
import type { Relation } from './relations';
import { ROLES } from './roles';

/** A record of who opened or searched what, when, in which role and for what purpose. Source: lag (2001:454) 10 §. */
export interface AccessEntry {
  /** ISO instant, UTC. */
  readonly at: string;
  readonly userId: string;
  readonly role: AccessRole;
  /** The reader's relation to the file. */
  readonly relation: AccessRelation;
  readonly purpose: LoggedPurpose;
  readonly action: AccessAction;
  /** The file that was opened. Left out for a list over many files. */
  readonly fileId?: string;
  /** The filters of a list, or why something was refused: ids, codes and dates, never free text. */
  readonly scope?: string;
}

/**
 * `operator`: a person who runs the command line on the machine that holds the files. `system`: the program itself, for its notes in the log.
 * `none`: nobody who is known, for a failed sign-in.
 */
export const ACCESS_ROLES = [...ROLES, 'operator', 'system', 'none'] as const;
export type AccessRole = (typeof ACCESS_ROLES)[number];

/** `unstated`: the request stated no purpose, and was refused or reads nothing about persons. */
export const LOGGED_PURPOSES = [...ACCESS_PURPOSES, 'unstated'] as const;
export type LoggedPurpose = (typeof LOGGED_PURPOSES)[number];

export type AccessRelation = Relation;

export const ACCESS_ACTIONS = [
  'open',
  'history',
  'replay',
  'accessLog',
  'list',
  'search',
  'measure',
  'export',
  'erase',
  'refused',
  'signIn',
  'signInFailed',
  'signOut',
  'takenOver',
  'repaired',
] as const;
export type AccessAction = (typeof ACCESS_ACTIONS)[number];

export interface LoggedAccess extends Omit<AccessEntry, 'fileId' | 'scope'> {
  /** Null for a list of many files. */
  readonly fileId: string | null;
  readonly scope: string | null;
  /** Entries are numbered 1, 2, 3 … without gaps. */
  readonly number: number;
  readonly prevHash: string;
  readonly hash: string;
}

/** The reads that `lastReadings` counts: by one role, from an instant on, without what was refused. */
export interface ReadingsBy {
  readonly role: AccessRole;
  /** ISO instant, UTC. A read at this very instant counts. */
  readonly since: string;
}

/** The number of entries in the log and the hash of the last one; for an empty log, the hash of the name of the log. */
export interface AccessLogHead {
  readonly entries: number;
  /** Hex. */
  readonly hash: string;
}

/** Which entries to read, oldest first. */
export interface EntriesAsked {
  readonly of: { readonly fileId: string } | { readonly userId: string };
  /** ISO instant. An entry at this very instant counts. */
  readonly since?: string;
  /** ISO instant. An entry at this very instant does not count. */
  readonly until?: string;
  /** Entries of these actions only. Default: all. */
  readonly actions?: readonly AccessAction[];
  /** The number of the last entry of the page before. */
  readonly after?: number;
  /** Default: all. */
  readonly limit?: number;
}

/**
 * `changed`: an entry is changed, missing or not authentic. `cutTail`: entries at the end are missing. `headLost`: the record of the last entry was
 * lost or changed once, so entries may have been cut off before the note that says so. `markLost`: the same of the mark that is kept outside the
 * database. `otherThanSigned`: the log does not have the entry that a
 * checkpoint signed as its last one.
 */
export type AccessLogProblem = 'changed' | 'cutTail' | 'headLost' | 'markLost' | 'otherThanSigned';

/** What a person noted when the log was repaired. `verify` excuses what is noted, and says it every time. */
export interface AccessLogRepair {
  /** The number of the note. */
  readonly number: number;
  readonly at: string;
  /** Who ran the repair. */
  readonly userId: string;
  /** The first and the last number of each range of entries that are gone. */
  readonly lost: readonly (readonly [from: number, to: number])[];
  /** Entries before which some may be missing without a trace. */
  readonly unsure: readonly number[];
}

export interface AccessLogVerification {
  readonly ok: boolean;
  readonly entries: number;
  /** How many entries are older than the entries' authentication. They were authenticated as they were found, when the log was upgraded. */
  readonly takenOver: number;
  /** Left out: the log was never repaired. */
  readonly repairs?: readonly AccessLogRepair[];
  /** The number of the first entry that is wrong, and what is wrong. */
  readonly brokenAt?: number;
  readonly problem?: AccessLogProblem;
}

/**
 * The port of the access log. It is append-only, and each entry contains the hash of the entry before. It is kept longer than the files. Each entry
 * is authenticated with a key of the installation, and every entry that is read is checked. `access-log.contract.ts` tests every adapter.
 */
export interface AccessLog {
  /**
   * Appends all entries, in this order, or none. Resolves when they are on disk. Rejects if they cannot be written; the caller must not answer then.
   * @throws AccessLogBusy
   */
  append(entries: readonly AccessEntry[]): Promise<void>;
  /** The entries about one file or by one user, oldest first. @throws AccessLogDamaged */
  entriesOf(asked: EntriesAsked): Promise<readonly LoggedAccess[]>;
  /**
   * For each file that was read in this way, the instant of the last read. It makes one query, however many files there are.
   * @throws AccessLogDamaged
   */
  lastReadings(fileIds: readonly string[], by: ReadingsBy): Promise<ReadonlyMap<string, string>>;
  /** @throws AccessLogDamaged */
  head(): Promise<AccessLogHead>;
  /** Checks every entry from the first to the last. @param signed heads that the log once had, as checkpoints signed them */
  verify(signed?: readonly AccessLogHead[]): Promise<AccessLogVerification>;
  /**
   * Deletes the entries that are not authentic, and notes which entries are gone, so that the log can be read again. Without damage it does nothing.
   * @param about who repairs it and when, the heads that checkpoints signed, and where a copy of the log as it is goes
   * @returns the numbers of the notes; undefined if nothing was wrong
   */
  repair(about: RepairAccessLog): Promise<AccessLogRepaired | undefined>;
  /** Copies the log into a new file while it is in use, for a backup. */
  copyTo(file: string): Promise<void>;
  close(): Promise<void>;
}

export interface RepairAccessLog {
  readonly by: string;
  readonly at: string;
  readonly signed: readonly AccessLogHead[];
  /** A file that does not exist. */
  readonly aside: string;
}

export interface AccessLogRepaired {
  /** How many entries were deleted because they were not authentic. */
  readonly deleted: number;
  readonly lost: AccessLogRepair['lost'];
  readonly unsure: AccessLogRepair['unsure'];
}

/** Entries of the access log are changed, missing or not authentic, so they are not shown. */
export class AccessLogDamaged extends Error {
  readonly code = 'ACCESS_LOG_DAMAGED';
  /** @param entry the number of the first entry that is wrong */
  constructor(readonly entry: number) {
    super(`the access log is damaged or was changed at entry ${entry}; \`verify\` says what is wrong`);
  }
}

/** Another process holds a lock on the access log, longer than a request waits. */
export class AccessLogBusy extends Error {
  readonly code = 'ACCESS_LOG_BUSY';
  constructor(options?: ErrorOptions) {
    super('another process holds a lock on the access log', options);
  }
}
