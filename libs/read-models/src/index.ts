export type { ReadDatabase, ReadSchema } from './database/read-database';
export { openReadDatabase } from './database/read-database.sqlite';
export type { FileRow, Table } from './database/table';
export type { Emit, FileReading, InForce, ReadModel, Word, Words } from './read-model';
export { ALL_MODELS } from './models';
export { fileOfStream, readFile, streamOfFile } from './read-file';
export { readRuleset, rulesetStreamDefault } from './read-ruleset';
export type { Applied } from './runner/batch';
export {
  catchUp,
  lagOf,
  rebuild,
  runProjections,
  type Lag,
  type Progress,
  type ProjectionOptions,
} from './runner/runner';
export type { DecisionOrderRow, DecisionRow, HouseholdRow } from './decisions/decisions.table';
export {
  decisionsById,
  decisionsIn,
  householdsOn,
  ordersOn,
  type HouseholdOn,
} from './decisions/decisions.query';
export type { FindingRow } from './findings/findings.table';
export {
  findingsOn,
  type FindingOn,
  type FindingsAnswer,
  type FindingsQuestion,
} from './findings/findings.query';
export { unitStatusOn, type UnitStatusRow } from './unit-status/unit-status.query';
export type { CaseHistoryRow, EntryState } from './case-history/case-history.table';
export type { FileAssignmentRow, FileStandingRow } from './standings/standings.table';
export { fileStandingsOf, unitOfStanding, type FileStanding } from './standings/standings.query';
export { caseHistoryOf, fileOfCase } from './case-history/case-history.query';
