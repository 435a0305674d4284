import { shape, type CaseId, type EventId, type FileId } from '@rt/domain';
import * as c from '../database/columns';
import { shapesOf, table, type RowOf } from '../database/table';
import { ROW_HOLDER_COLUMNS } from '../holders/row-holders';
import { NOTICE_KINDS } from './notice-kinds';

/** Notices with their days. A row does not say whether a user has seen it: that is kept per user, and no event records it. */
export const noticesTable = table(
  'notices',
  {
    fileId: c.uuid<FileId>(),
    /** Made from the file, the kind, what it is about and, after a correction, the correcting entry. So a rebuild gives the same id. */
    id: c.uuid(),
    kind: c.code(NOTICE_KINDS),
    /** The rule that found it; null for an answer or a reminder. */
    rule: c.orNull(c.code()),
    /** The finding's id; null for an answer or a reminder. */
    obligationId: c.orNull(c.id()),
    /** The event type of the answer or the reminder; null for what a rule found. */
    eventType: c.orNull(c.code()),
    /** The numbers of the rule that applied, for its title; null for an answer or a reminder. */
    numbers: c.orNull(c.settings()),
    /** The event that triggered it. */
    eventId: c.uuid<EventId>(),
    caseId: c.orNull(c.uuid<CaseId>()),
    dueOn: c.orNull(c.day()),
    ...ROW_HOLDER_COLUMNS,
    /** The first day on which it is shown; never before it was known. */
    appearsOn: c.day(),
    /** The day from which it no longer applies. */
    endsOn: c.orNull(c.day()),
    /** When the system recorded what it is based on. */
    knownAt: c.instant(),
  },
  {
    key: ['id', 'heldFrom'],
    indexes: [
      // The indexes contain every column that selects a user's notices, so that counting them reads no row of the table.
      { name: 'byUnit', columns: ['unitId', 'appearsOn', 'endsOn', 'id', 'fileId', 'heldFrom', 'heldUntil'] },
      {
        name: 'byWorker',
        columns: ['workerId', 'appearsOn', 'endsOn', 'id', 'fileId', 'heldFrom', 'heldUntil'],
      },
    ],
  },
);
export type NoticeRow = RowOf<typeof noticesTable>;

/** The part of a notice that is shown as it is stored. */
export const NOTICE = shape.omit(
  shapesOf(noticesTable),
  'numbers',
  'heldFrom',
  'heldUntil',
  'endsOn',
  'knownAt',
);
