import type { CaseId, EventId, FileId, LocalDate } from '@rt/domain';
import type { Table } from '../database/table';
import { ROW_HOLDER_COLUMNS, type RowHolder } from '../holders/row-holders';

/** What can have a last day: a consent, a decision's grant, a plan. */
export const EXPIRY_KINDS = ['consent', 'decision', 'plan'] as const;
export type ExpiryKind = (typeof EXPIRY_KINDS)[number];

/** A stated last day, and how it was renewed or ended. Every statement has its own row, so every renewal has one too. */
export interface ExpiryRow extends RowHolder {
  readonly fileId: FileId;
  /** The event that stated it. */
  readonly eventId: EventId;
  readonly kind: ExpiryKind;
  /** Id of the consent, decision or plan. */
  readonly subject: string;
  readonly caseId: CaseId | null;
  readonly statedOn: LocalDate;
  readonly lastDay: LocalDate;
  /** The day on which another statement replaced it: a renewal, a change, a new decision, the next plan. */
  readonly renewedOn: LocalDate | null;
  /** The day from which no renewal is needed: withdrawn, returned, ended, cancelled or closed. */
  readonly endedOn: LocalDate | null;
  /** The earlier of `renewedOn` and `endedOn`; 9999-12-31 while neither is known. */
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
    ...ROW_HOLDER_COLUMNS,
    statedOn: 'day',
    lastDay: 'day',
    renewedOn: 'day?',
    endedOn: 'day?',
    openUntil: 'day',
  },
  key: ['eventId', 'heldFrom'],
  // Queries ask about some weeks around a day, so the last day in the index leaves only a few rows.
  indexes: [
    { name: 'byUnit', columns: ['unitId', 'lastDay'] },
    { name: 'byWorker', columns: ['workerId', 'lastDay'] },
  ],
};
