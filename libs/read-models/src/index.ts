export type { ReadDatabase, ReadSchema } from './database/read-database';
export type { FileRow, Table } from './database/table';
export type { Emit, InForce, ReadModel } from './read-model';
export { ALL_MODELS } from './models';
export { readRuleset } from './read-ruleset';
export type { Applied } from './runner/batch';
export { catchUp, lagOf, rebuild, type Lag, type Progress, type ProjectionOptions } from './runner/runner';
export { filesWithDecisions } from './decisions/decisions.query';
export type { FindingRow } from './findings/findings.table';
export {
  findingsOn,
  type FindingOn,
  type FindingsAnswer,
  type FindingsQuestion,
} from './findings/findings.query';
export { CASE_STATES, type CaseRow, type CaseState } from './case-overview/case-overview.table';
export {
  CASE_SORTS,
  casesOn,
  fileOfCase,
  type CaseOn,
  type CasesAnswer,
  type CaseSort,
  type CasesQuestion,
} from './case-overview/case-overview.query';
export type { Worklist, WorklistQuestion } from './worklist/worklist.query';
export type { WorklistLine } from './worklist/worklist-line';
export { worklistOn } from './worklist/worklist.query';
export { HORIZON_DAYS } from './worklist/open-work';
export { SECTIONS, type Section } from './worklist/sections';
export { POINTS_MAX, trendDays, unitTrendOn, type UnitTrendPoint } from './unit-trend/unit-trend.query';
export { openByRule, type OpenByRule } from './findings/open-by-rule.query';
export { unitStatusOn, type UnitStatusRow } from './unit-status/unit-status.query';
export { NOTICE_KINDS, type NoticeKind, type NoticeRow } from './notices/notices.table';
export {
  noticesById,
  noticesLearnt,
  noticesShown,
  type NoticeReach,
  type ShownNotice,
} from './notices/notices.query';
export {
  filesFound,
  namesOf,
  type FileName,
  type FoundFile,
  type SearchPorts,
} from './file-search/file-search.query';
export { kindOfTerm, type SearchTermKind } from './file-search/search-term';
export { fileHoldersOn, type FileHolder } from './holders/holders.query';
