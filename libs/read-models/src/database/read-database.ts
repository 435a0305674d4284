import type { Kysely } from 'kysely';
import type { CaseRow } from '../case-overview/case-overview.table';
import type { DecisionRow } from '../decisions/decisions.table';
import type { ExpiryRow } from '../expiries/expiries.table';
import type { FilePersonRow, SearchMarkRow } from '../file-search/file-search.table';
import type { FindingRow } from '../findings/findings.table';
import type { NoticeRow } from '../notices/notices.table';
import type { FileAssignmentRow, FileStandingRow } from '../standings/standings.table';

/** How far a read model has come. */
export interface ModelStateRow {
  readonly model: string;
  /** The version its rows were made by; another one rebuilds it. */
  readonly version: string;
  /** Everything up to this position of the store is in its rows; null: the store was empty. */
  readonly position: string | null;
}

/** The tables as queries see them. In SQL the names are in snake case. */
export interface ReadSchema {
  readonly findings: FindingRow;
  readonly decisions: DecisionRow;
  readonly expiries: ExpiryRow;
  readonly cases: CaseRow;
  readonly fileStandings: FileStandingRow;
  readonly fileAssignments: FileAssignmentRow;
  readonly notices: NoticeRow;
  readonly filePersons: FilePersonRow;
  readonly searchMarks: SearchMarkRow;
  readonly modelStates: ModelStateRow;
}

/**
 * Where the read models live. Questions are asked on `reader` and are answered while `writer` works, also during a rebuild, from what was
 * last committed. It holds nothing that the events do not: it may be deleted at any time, and is in no backup.
 */
export interface ReadDatabase {
  readonly reader: Kysely<ReadSchema>;
  /** For the runner alone. Its transactions exclude those of other processes from their first statement on. */
  readonly writer: Kysely<ReadSchema>;
  /** Gives room back after a rebuild. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

/** Another process is writing to the read database: try again. */
export class ReadDatabaseBusy extends Error {
  readonly code = 'READ_DATABASE_BUSY';
}
