export { ReadDatabaseBusy, ReadDatabaseDamaged, type ReadDatabase } from './database/read-database';
export type { FileModel } from './read-model';
export { filesInSample, openReviewsOf, plannedReviews } from './samples/samples.query';
export { ALL_MODELS } from './models';
export type { Applied } from './runner/batch';
export type { Progress } from './runner/progress';
export { compareAll, Scrub } from './scrub/scrub';
export type { ReadModelDifference } from './scrub/check-owner';
export { catchUp, lagOf, rebuild, type Lag } from './runner/runner';
export { filesWithDecisions } from './decisions/decisions.query';
export { replayedFindings } from './findings/replayed-findings';
export type { FindingRow } from './findings/findings.table';
export { CASE_SIDES } from './findings/status.sql';
export { workerLoad, workerLoadOn, type WorkerLoad } from './unit-status/worker-load.query';
export { foundByRule, foundByRuleOn } from './findings/found-by-rule.query';
export { oncePerContact } from './findings/once-per-contact';
export { FINDING_ON, findingsOn, type FindingOn } from './findings/findings.query';
export { CASE_STATES, type CaseRow } from './case-overview/case-overview.table';
export { CASE_SORTS, caseOn, casesOn, fileOfCase, measuresOf } from './case-overview/case-overview.query';
export type { Worklist } from './worklist/worklist.query';
export { WORKLIST_LINE, type WorklistLine } from './worklist/worklist-line';
export { worklistOn } from './worklist/worklist.query';
export { filesRemindedOf, reminderNotesOf } from './worklist/reminder-notes.query';
export { HORIZON_DAYS } from './worklist/open-work';
export { SECTION_TITLES, SECTIONS } from './worklist/sections';
export { POINTS_MAX, trendDays, unitTrendOn, unitTrendPoint } from './unit-trend/unit-trend.query';
export { openByRule, type OpenByRule } from './findings/open-by-rule.query';
export { unitStatusOn, unitStatusRow, type UnitStatusRow } from './unit-status/unit-status.query';
export { NOTICE, type NoticeRow } from './notices/notices.table';
export {
  noticesById,
  noticesLearnt,
  noticesShown,
  type NoticeReach,
  type ShownNotice,
} from './notices/notices.query';
export { REVIEW_NOTICE_KINDS, type ReviewNoticeRow } from './review-notices/review-notices.table';
export { reviewNoticesLearnt, reviewNoticesShown } from './review-notices/review-notices.query';
export { filesSharing, sharedFilesOn } from './file-search/shared-files.query';
export { SHARED_KINDS, type SharedKind } from './file-search/shared-marks';
export {
  boardsWithFiles,
  FILES_LOOKED_AT_MAX,
  filesFound,
  namesOf,
  protectedAmong,
  type SearchPorts,
} from './file-search/file-search.query';
export { kindOfTerm } from './file-search/search-term';
export { heldFile, heldFilesOn } from './held-files/held-files.query';
export { filesStoodInFor } from './holders/held-by.sql';
export { hasHeldFiles } from './holders/held-files.query';
export { fileHoldersOn, type FileHolder } from './holders/holders.query';
export { absenceOn, absencesOfUnit, absencesOn } from './absences/absences.query';
