import type { CaseId, EventId, FileId, LocalDate } from '@rt/domain';
import type { Table } from '../database/table';
import { ROW_HOLDER_COLUMNS, type RowHolder } from '../holders/row-holders';
import type { ExpiryKind } from './expiry-words';

/** A stated last day, or the day of a reminder, and how it was renewed or ended. Every statement has its own row, so every renewal has one too.
 * The case worker of a reminder is the user it is for, unless that user has handed the file over. */
export interface ExpiryRow extends RowHolder {
  readonly fileId: FileId;
  /** The event that stated it. */
  readonly eventId: EventId;
  readonly kind: ExpiryKind;
  /** Id of the consent, decision, plan or reminder. */
  readonly subject: string;
  readonly caseId: CaseId | null;
  /** The text of a reminder, sealed with the file's key; null for last days. */
  readonly note: string | null;
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
    note: 'sealed?',
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
    { name: 'remindersByWorker', columns: ['workerId', 'fileId'], where: ['kind', 'reminder'] },
  ],
};
