import { earliest, END_OF_TIME, latest, type LocalDate } from '@rt/domain';
import { rowHoldersFor, type RowHolder } from '../holders/row-holders';
import type { FileModel } from '../read-model';
import { expiriesTable, type ExpiryRow } from './expiries.table';
import type { Statement } from './expiry';
import { EXPIRIES, EXPIRY_KINDS } from './expiry-kinds';

/** The last days of consents, decisions and plans, and the days of reminders. */
export const expiries: FileModel = {
  name: 'expiries',
  version: '7',
  ignores: [
    'party',
    'representative',
    'contact',
    'application',
    'investigation',
    'follow-up',
    'individual-plan',
    'coordinated-plan',
    'violence-questions',
    'malpractice',
    'gap',
  ],
  tables: [expiriesTable],
  rowsOf: ({ fileId, file }, _inForce, emit, texts) => {
    const holdersFor = rowHoldersFor(file);
    for (const kind of EXPIRY_KINDS)
      for (const statement of EXPIRIES[kind].statementsIn(file)) {
        const note = statement.note === undefined ? null : (texts?.seal('note', statement.note) ?? null);
        const row = { fileId, kind, note, ...daysOf(statement) };
        for (const holder of holdersFor(statement.workerId)) emit(expiriesTable, { ...row, ...holder });
      }
  },
};

/** Makes the row. A renewal or end dated before the statement counts from the statement's day. */
const daysOf = ({
  subject,
  said,
  lastDay,
  renewals,
  ends,
}: Statement): Omit<ExpiryRow, 'fileId' | 'kind' | 'note' | keyof RowHolder> => {
  const statedOn = said.occurredOn;
  const renewedOn = firstFrom(statedOn, renewals);
  const endedOn = firstFrom(statedOn, ends);
  return {
    eventId: said.id,
    subject,
    caseId: said.caseId ?? null,
    statedOn,
    lastDay,
    renewedOn: renewedOn ?? null,
    endedOn: endedOn ?? null,
    openUntil: earliest(END_OF_TIME, renewedOn ?? END_OF_TIME, endedOn ?? END_OF_TIME),
  };
};

const firstFrom = (statedOn: LocalDate, days: readonly (LocalDate | undefined)[]): LocalDate | undefined => {
  const known = days.filter((day) => day !== undefined).map((day) => latest(statedOn, day));
  const [first] = known;
  return first && earliest(first, ...known);
};
