import type { CaseId, EventId, FileId } from '@rt/domain';
import * as c from '../database/columns';
import { table, type RowOf } from '../database/table';
import { ROW_HOLDER_COLUMNS } from '../holders/row-holders';
import { EXPIRY_KINDS } from './expiry-kinds';

/**
 * Stated last days and the days of reminders, and how each was renewed or ended. Every statement has its own row, so every renewal has one too.
 * The case worker of a reminder is the user it is for, unless that user has handed the file over.
 */
export const expiriesTable = table(
  'expiries',
  {
    fileId: c.uuid<FileId>(),
    /** The event that stated it, or with which it holds again. */
    eventId: c.uuid<EventId>(),
    kind: c.code(EXPIRY_KINDS),
    /** Id of the consent, decision, plan or reminder. */
    subject: c.id(),
    caseId: c.orNull(c.uuid<CaseId>()),
    ...ROW_HOLDER_COLUMNS,
    /** The text of a reminder, sealed with the file's key; null for last days. */
    note: c.orNull(c.sealed()),
    statedOn: c.day(),
    lastDay: c.day(),
    /** The day on which another statement replaced it: a renewal, a change, a new decision, the next plan. */
    renewedOn: c.orNull(c.day()),
    /** The day from which no renewal is needed: withdrawn, returned, ended, cancelled or closed. */
    endedOn: c.orNull(c.day()),
    /** The earlier of `renewedOn` and `endedOn`; 9999-12-31 while neither is known. */
    openUntil: c.day(),
  },
  {
    key: ['eventId', 'subject', 'kind', 'heldFrom'],
    // Queries ask about some weeks around a day, so the last day in the index leaves only a few rows. The other columns are those that the counts need.
    indexes: [
      {
        name: 'byUnit',
        columns: [
          'unitId',
          'lastDay',
          'kind',
          'openUntil',
          'statedOn',
          'heldFrom',
          'heldUntil',
          'workerId',
          'fileId',
        ],
      },
      {
        name: 'byWorker',
        columns: ['workerId', 'lastDay', 'kind', 'openUntil', 'statedOn', 'heldFrom', 'heldUntil', 'fileId'],
      },
      { name: 'remindersByWorker', columns: ['workerId', 'fileId'], where: ['kind', 'reminder'] },
    ],
  },
);
export type ExpiryRow = RowOf<typeof expiriesTable>;
