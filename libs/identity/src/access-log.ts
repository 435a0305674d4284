import type { AccessPurpose } from './purposes';
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
  readonly purpose: AccessPurpose;
  readonly action: AccessAction;
  /** The file that was opened. Left out for a list over many files. */
  readonly fileId?: string;
  /** The filters of a list: codes and dates, never a search term. */
  readonly scope?: string;
}

/** `operator`: a person who runs the command line on the machine that holds the files. */
export const ACCESS_ROLES = [...ROLES, 'operator'] as const;
export type AccessRole = (typeof ACCESS_ROLES)[number];

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

/** The reads that `lastReadings` counts: by one role, from an instant on. */
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

export interface AccessLogVerification {
  readonly ok: boolean;
  readonly entries: number;
  /** The number of the first entry that does not fit the chain. */
  readonly brokenAt?: number;
}

/**
 * The port of the access log. It is append-only, and each entry contains the hash of the entry before. It is kept longer than the files.
 * `access-log.contract.ts` tests every adapter.
 */
export interface AccessLog {
  /**
   * Appends all entries, in this order, or none. Resolves when they are on disk. Rejects if they cannot be written; the caller must not answer then.
   */
  append(entries: readonly AccessEntry[]): Promise<void>;
  /** The entries about one file, oldest first. */
  entriesOf(fileId: string): Promise<readonly LoggedAccess[]>;
  /** For each file that was read in this way, the instant of the last read. It makes one query, however many files there are. */
  lastReadings(fileIds: readonly string[], by: ReadingsBy): Promise<ReadonlyMap<string, string>>;
  head(): Promise<AccessLogHead>;
  /** Checks the chain from the first entry to the last. */
  verify(): Promise<AccessLogVerification>;
  close(): Promise<void>;
}
