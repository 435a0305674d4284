import type {
  CaseId,
  EventId,
  FileId,
  Instant,
  LocalDate,
  PersonalFileEventType,
  UnitId,
  UserId,
} from '@rt/domain';
import type { Table } from '../database/table';

/** What became of an entry: it stands as it was recorded, or it was corrected, retracted, or made unreadable. */
export type EntryState = 'asRecorded' | 'corrected' | 'retracted' | 'redacted';

/** One event of a file as it reads today: what kind of step, when, by whom. Codes and dates; what was said stands in the file. */
export interface CaseHistoryRow {
  readonly fileId: FileId;
  readonly revision: number;
  readonly eventId: EventId;
  readonly type: PersonalFileEventType;
  readonly caseId: CaseId | null;
  readonly occurredOn: LocalDate;
  readonly recordedAt: Instant;
  readonly recordedBy: UserId;
  readonly unitId: UnitId;
  readonly state: EntryState;
}

export const caseHistoryTable: Table<CaseHistoryRow> = {
  name: 'caseHistory',
  columns: {
    fileId: 'id',
    revision: 'integer',
    eventId: 'id',
    type: 'code',
    caseId: 'id?',
    occurredOn: 'day',
    recordedAt: 'instant',
    recordedBy: 'id',
    unitId: 'id',
    state: 'code',
  },
  key: ['revision'],
  indexes: [{ name: 'openedCases', columns: ['caseId'], where: ['type', 'CaseOpened'] }],
};
