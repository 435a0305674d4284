import type { AccessPurpose } from './purposes';
import type { Relation } from './relations';
import { ROLES } from './roles';

/** Who opened or searched what, when, in which role and for what purpose. Source: lag (2001:454) 10 §. */
export interface AccessEntry {
  /** ISO instant, UTC. */
  readonly at: string;
  readonly userId: string;
  readonly role: AccessRole;
  /** The reader's relation to the file. */
  readonly relation: AccessRelation;
  readonly purpose: AccessPurpose;
  readonly action: AccessAction;
  /** The file that was opened; left out for a list over many. */
  readonly fileId?: string;
  /** The filters of a list: codes and dates, never a search term. */
  readonly scope?: string;
}

/** The operator runs the command line on the machine that holds the files. */
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
] as const;
export type AccessAction = (typeof ACCESS_ACTIONS)[number];

export interface LoggedAccess extends AccessEntry {
  /** 1, 2, 3 … without gaps. */
  readonly number: number;
  readonly prevHash: string;
  readonly hash: string;
}

/** Which readings `lastReadings` counts: those by one role, from an instant on. */
export interface ReadingsBy {
  readonly role: AccessRole;
  /** ISO instant, UTC; a reading at this instant counts. */
  readonly since: string;
}

/** How long the log is, and the hash of its last entry: that of the log's name while it is empty. */
export interface AccessLogHead {
  readonly entries: number;
  /** Hex. */
  readonly hash: string;
}

export interface AccessLogVerification {
  readonly ok: boolean;
  readonly entries: number;
  /** Number of the first entry that does not fit the chain. */
  readonly brokenAt?: number;
}

/**
 * The port of the access log: append-only, each entry chained to the one before. It is kept longer than the files. What each
 * adapter must do is `access-log.contract.ts`.
 */
export interface AccessLog {
  /** Appends all entries or none, in this order; durable when it resolves. Rejects where it cannot write: then no answer may be given. */
  append(entries: readonly AccessEntry[]): Promise<void>;
  /** The entries about a file, oldest first. */
  entriesOf(fileId: string): Promise<readonly LoggedAccess[]>;
  /** For each of the files that was read so: the instant of the last such reading. One query, however many files. */
  lastReadings(fileIds: readonly string[], by: ReadingsBy): Promise<ReadonlyMap<string, string>>;
  head(): Promise<AccessLogHead>;
  /** Follows the chain from the first entry. */
  verify(): Promise<AccessLogVerification>;
  close(): Promise<void>;
}
