import { absences } from './absences/absences.read-model';
import { decisions } from './decisions/decisions.read-model';
import { caseOverview } from './case-overview/case-overview.read-model';
import { caseThreads } from './case-threads/case-threads.read-model';
import { expiries } from './expiries/expiries.read-model';
import { fileSearch } from './file-search/file-search.read-model';
import { findings } from './findings/findings.read-model';
import { notices } from './notices/notices.read-model';
import { holders } from './holders/holders.read-model';
import { isOfFiles, type ReadModel } from './read-model';
import { reviewNotices } from './review-notices/review-notices.read-model';
import { samples } from './samples/samples.read-model';

/** All read models. `unit-status`, `unit-trend` and `worklist` have no rows of their own: they query the rows of these models. */
export const ALL_MODELS: readonly ReadModel[] = [
  findings,
  decisions,
  holders,
  expiries,
  caseOverview,
  caseThreads,
  notices,
  fileSearch,
  samples,
  reviewNotices,
  absences,
];

/** The read models of the personal files. */
export const FILE_MODELS = ALL_MODELS.filter(isOfFiles);
