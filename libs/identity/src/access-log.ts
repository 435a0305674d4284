import type { AccessPurpose } from './purposes';
import { RELATIONS, type Relation } from './relations';
import { ROLES } from './roles';

/**
 * Who opened or searched what, when, in which role and for what purpose. Written before the answer leaves; where it cannot be
 * written, the answer is not given. It outlives the file. Source: lag (2001:454) 10 §.
 */
export interface AccessEntry {
  /** ISO instant, UTC. */
  readonly at: string;
  readonly userId: string;
  readonly role: AccessRole;
  /** What the reader is to the file. */
  readonly relation: AccessRelation;
  readonly purpose: AccessPurpose;
  readonly action: AccessAction;
  /** The file that was opened; left out for a list over many. */
  readonly fileId?: string;
  /** What a list was narrowed to: codes and dates, never a search term. */
  readonly scope?: string;
}

/** The operator is whoever runs the command line on the machine that holds the files. */
export const ACCESS_ROLES = [...ROLES, 'operator'] as const;
export type AccessRole = (typeof ACCESS_ROLES)[number];

export const ACCESS_RELATIONS = RELATIONS;
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

export interface AccessLog {
  /** Durable when it returns. @throws where it cannot be written: then nothing may be answered */
  write(entry: AccessEntry): void;
  /** All of them or none, in this order, for the price of one. @throws as `write` */
  writeAll(entries: readonly AccessEntry[]): void;
  /** The entries about a file, oldest first. */
  entriesOf(fileId: string): readonly LoggedAccess[];
  /** Follows the chain from the first entry; `brokenAt` is the number of the first entry that does not fit. */
  verify(): { readonly ok: boolean; readonly entries: number; readonly brokenAt?: number };
  close(): void;
}
