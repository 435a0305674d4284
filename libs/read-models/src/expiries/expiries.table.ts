import type { CaseId, EventId, FileId, LocalDate, UnitId, UserId } from '@rt/domain';
import type { Table } from '../database/table';

/** What has a last day: a consent, what a decision grants, a plan. */
export const EXPIRY_KINDS = ['consent', 'decision', 'plan'] as const;
export type ExpiryKind = (typeof EXPIRY_KINDS)[number];

/** A last day that was stated, and what came of it: one row for every statement, so that each renewal has its own. */
export interface ExpiryRow {
  readonly fileId: FileId;
  /** The event that stated it. */
  readonly eventId: EventId;
  readonly kind: ExpiryKind;
  /** Id of the consent, decision or plan. */
  readonly subject: string;
  readonly caseId: CaseId | null;
  /** Who has the file now. */
  readonly unitId: UnitId | null;
  readonly workerId: UserId | null;
  readonly statedOn: LocalDate;
  readonly lastDay: LocalDate;
  /** Another statement took its place: renewed, changed, decided anew, the next plan. */
  readonly renewedOn: LocalDate | null;
  /** Nobody asks for a renewal any more: withdrawn, returned, ended, called off, closed. */
  readonly endedOn: LocalDate | null;
  /** The earlier of the two; 9999-12-31 while neither is known. */
  readonly openUntil: LocalDate;
}

export const expiriesTable: Table<ExpiryRow> = {
  name: 'expiries',
  columns: {
    fileId: 'id',
    eventId: 'id',
    kind: 'code',
    subject: 'id',
    caseId: 'id?',
    unitId: 'id?',
    workerId: 'id?',
    statedOn: 'day',
    lastDay: 'day',
    renewedOn: 'day?',
    endedOn: 'day?',
    openUntil: 'day',
  },
  key: ['eventId'],
  // A question is about some weeks around a day, so the last day narrows it to a handful.
  indexes: [
    { name: 'byUnit', columns: ['unitId', 'lastDay'] },
    { name: 'byWorker', columns: ['workerId', 'lastDay'] },
  ],
};
