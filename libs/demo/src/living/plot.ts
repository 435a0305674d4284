import type { AssignmentId, CaseId, LocalDate } from '@rt/domain';
import type { District } from '../city';
import type { Behind } from '../course/contacts';
import type { Course, Handled } from '../course/course';
import type { Home } from '../course/open-file';
import type { AskedWhen } from '../course/performers';
import type { FileWriter } from '../file-writer';

/** The rules that the demo breaks on purpose, by their ids. */
export const BROKEN_RULES = [
  'plan-due',
  'plan-review-due',
  'plan-renewal-due',
  'plan-mismatch-order',
  'plan-content-incomplete',
  'order-after-approval',
  'order-unspecific',
  'decision-without-current-investigation',
  'assessment-missing',
  'wishes-missing',
  'contact-relative-without-consent',
  'contact-professional-without-consent',
  'contact-after-withdrawal',
  'relative-employed-without-asking',
  'follow-up-due',
  'investigation-start-due',
  'decision-delayed',
  'request-to-decide-unanswered',
  'decision-notice-due',
  'appeal-timeliness-check',
  'appeal-forwarding-due',
  'decision-expiring',
  'plan-resubmission-due',
  'decision-unexecuted',
  'execution-interrupted',
  'unexecuted-report-due',
  'case-without-worker',
  'decision-without-communication',
  'lss-without-request',
  'order-without-decision',
  'relative-employed-despite-no',
  'relative-performer-and-representative',
  'performer-lives-with-person',
  'individual-plan-offer',
  'freda-yearly',
  'decision-corrected-after-service',
  'judgment-to-carry-out',
] as const;
export type BrokenRule = (typeof BROKEN_RULES)[number];

/** A text that tells a new user what to look at in a case. */
export interface Sight {
  readonly sv: string;
  readonly en: string;
}

/** How a living file differs from an ordinary one. `day` is the day of the demo. */
export interface Plot {
  readonly breaks: readonly BrokenRule[];
  /** Days from the decision to the day of the demo, both ends included. */
  readonly decidedAgo: readonly [number, number];
  /** The parts of the handling that differ from an ordinary course. */
  course?(day: LocalDate): Partial<Course>;
  /** The day of the decision if a deadline depends on it; replaces `decidedAgo`. */
  decidedOn?(day: LocalDate): LocalDate;
  /** Days from the application to the decision; if absent, 42 to 75. */
  readonly appliedBefore?: number;
  readonly home?: Home;
  /** True: the measure is always ledsagning or ledsagarservice, and not another random one. */
  readonly companion?: true;
  /** True: the decision renews an earlier one in the same case. */
  readonly renews?: true;
  readonly callsRelative?: Behind;
  readonly callsProfessional?: Behind;
  readonly relativeEmployed?: AskedWhen;
  /** False: nobody assesses the risk of the relative performing the measure. */
  readonly riskAssessed?: false;
  /** True: the relative becomes the person's guardian some weeks after beginning. */
  readonly performerBecomesGuardian?: true;
  /** Records further steps after the application has been handled. */
  then?(story: FileInProgress): void;
  readonly sight?: Sight;
  /** If absent, the districts take turns. */
  readonly district?: District;
  /** True: the person's identity is protected. */
  readonly protectedIdentity?: true;
}

/** A file that is being written, and the results of its handling so far. */
export interface FileInProgress {
  readonly file: FileWriter;
  readonly handled: Handled;
  /** The assignment of the responsible case worker. */
  readonly assignmentId: AssignmentId;
  readonly day: LocalDate;
}

/** A case that the demo's summary points at. */
export interface Sighted {
  readonly caseId: CaseId;
  readonly sight: Sight;
}
