import { DataFolderUnusable } from '@rt/event-store';
import type { Kysely } from 'kysely';
import type { AbsenceRow } from '../absences/absences.table';
import type { CaseRow } from '../case-overview/case-overview.table';
import type { DecisionMarkRow } from '../decisions/decision-marks.table';
import type { CaseThreadRow } from '../case-threads/case-threads.table';
import type { DecisionRow } from '../decisions/decisions.table';
import type { ExpiryRow } from '../expiries/expiries.table';
import type { FilePersonRow, SearchMarkRow, SharedMarkRow } from '../file-search/file-search.table';
import type { FindingFactsRow, FindingRow } from '../findings/findings.table';
import type { NoticeRow } from '../notices/notices.table';
import type { FileHolderRow, OpenedFileRow } from '../holders/holders.table';
import type { ScrubPassRow } from '../scrub/scrub-pass';
import type { ReviewNoticeRow } from '../review-notices/review-notices.table';
import type { ReviewRow, SampledFileRow } from '../samples/samples.table';

/** The checkpoint of a read model. */
export interface ModelStateRow {
  readonly model: string;
  /** The version that made its rows; if the program's version differs, the model is rebuilt. */
  readonly version: string;
  /** All events up to this position of the store are in its rows; null: the store was empty. */
  readonly position: string | null;
}

/** The tables, by the names that queries use. In SQL the names are in snake case. */
export interface ReadSchema {
  readonly findings: FindingRow;
  readonly findingFacts: FindingFactsRow;
  readonly decisions: DecisionRow;
  readonly decisionMarks: DecisionMarkRow;
  readonly expiries: ExpiryRow;
  readonly cases: CaseRow;
  readonly caseThreads: CaseThreadRow;
  readonly openedFiles: OpenedFileRow;
  readonly fileHolders: FileHolderRow;
  readonly notices: NoticeRow;
  readonly filePersons: FilePersonRow;
  readonly searchMarks: SearchMarkRow;
  readonly sharedMarks: SharedMarkRow;
  readonly reviews: ReviewRow;
  readonly sampledFiles: SampledFileRow;
  readonly reviewNotices: ReviewNoticeRow;
  readonly absences: AbsenceRow;
  readonly modelStates: ModelStateRow;
  readonly scrubPasses: ScrubPassRow;
}

/**
 * The database of the read models. `reader` answers queries from the last commit while `writer` works, also during a rebuild. All its contents are
 * derived from the events, so it may be deleted at any time, and backups do not contain it.
 *
 * After damage was met, both connections throw `ReadDatabaseDamaged`: other rows of the file may be wrong without an error.
 */
export interface ReadDatabase {
  readonly reader: Kysely<ReadSchema>;
  /** For the runner only. From its first statement on, a transaction excludes transactions of other processes. */
  readonly writer: Kysely<ReadSchema>;
  /** Notes that the contents are damaged, which another thread has found. @returns the error that the connections throw from now on */
  damaged(cause?: unknown): ReadDatabaseDamaged;
  /** Makes an answer of rows. Contents that make no sense are damage. @throws ReadDatabaseDamaged where `work` throws */
  madeOfRows<Answer>(work: () => Answer): Answer;
  /** Moves a damaged file aside, unless another process has done so, and opens a new one, which has no rows. */
  makeAnew(): Promise<void>;
  /** Opens the file again in which another thread has made the rows anew. Does nothing if that file is open already and no damage was met. */
  reopen(): Promise<void>;
  /** Returns unused disk space after a rebuild. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

/** Another process is writing to the read database: try again. */
export class ReadDatabaseBusy extends Error {
  readonly code = 'READ_DATABASE_BUSY';
}

/** The read database is damaged. `catchUp` makes it anew from the events. */
export class ReadDatabaseDamaged extends DataFolderUnusable {
  constructor(file: string, options?: ErrorOptions) {
    super(
      'corrupt',
      `${file}: it is damaged; it holds nothing of its own and is made anew from the events: try again`,
      options,
    );
  }
}
