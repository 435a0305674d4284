import type { CaseId, EventId, FileId, Instant, LocalDate } from '@rt/domain';
import type { Table } from '../database/table';
import { ROW_HOLDER_COLUMNS, type RowHolder } from '../holders/row-holders';

/** The kinds of notice: a deadline is near, there is a gap, something happened without a legal ground, a provider has answered, the day of a reminder has come. */
export const NOTICE_KINDS = ['deadlineNear', 'gap', 'violation', 'answer', 'reminder'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** A notice with its days. The row does not say whether a user has seen it: that is kept per user, and no event records it. */
export interface NoticeRow extends RowHolder {
  readonly fileId: FileId;
  /** Made from the file, the kind, what it is about and, after a correction, the correcting entry. So a rebuild gives the same id. */
  readonly id: string;
  readonly kind: NoticeKind;
  /** The rule that found it; null for an answer or a reminder. */
  readonly rule: string | null;
  /** The finding's id; null for an answer or a reminder. */
  readonly obligationId: string | null;
  /** The event type of the answer or the reminder; null for what a rule found. */
  readonly eventType: string | null;
  /** JSON object of the facts and numbers that the finding rests on; null for an answer. */
  readonly inputs: string | null;
  /** The event that triggered it. */
  readonly eventId: EventId;
  readonly caseId: CaseId | null;
  readonly dueOn: LocalDate | null;
  /** The first day on which it is shown; never before it was known. */
  readonly appearsOn: LocalDate;
  /** The day from which it no longer applies. */
  readonly endsOn: LocalDate | null;
  /** When the system recorded what it is based on. */
  readonly knownAt: Instant;
}

export const noticesTable: Table<NoticeRow> = {
  name: 'notices',
  columns: {
    fileId: 'id',
    id: 'id',
    kind: 'code',
    rule: 'code?',
    obligationId: 'id?',
    eventType: 'code?',
    inputs: 'codes?',
    eventId: 'id',
    caseId: 'id?',
    dueOn: 'day?',
    ...ROW_HOLDER_COLUMNS,
    appearsOn: 'day',
    endsOn: 'day?',
    knownAt: 'instant',
  },
  key: ['id', 'heldFrom'],
  indexes: [
    // The indexes contain every column that selects a user's notices, so that counting them reads no row of the table.
    { name: 'byUnit', columns: ['unitId', 'appearsOn', 'endsOn', 'id', 'fileId', 'heldFrom', 'heldUntil'] },
    {
      name: 'byWorker',
      columns: ['workerId', 'appearsOn', 'endsOn', 'id', 'fileId', 'heldFrom', 'heldUntil'],
    },
  ],
};
