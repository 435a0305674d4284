import type { CaseId, LocalDate } from '@rt/domain';
import type { Behind } from '../course/contacts';
import type { Course, Handled } from '../course/course';
import type { Home } from '../course/open-file';
import type { Asked } from '../course/performers';
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
] as const;
export type BrokenRule = (typeof BROKEN_RULES)[number];

/** What a newcomer should look at, in words. */
export interface Sight {
  readonly sv: string;
  readonly en: string;
}

/** What happens in a living file beside the ordinary. The day is that of the demo. */
export interface Plot {
  readonly breaks: readonly BrokenRule[];
  /** Days from the decision to the day of the demo, both ends included. */
  readonly decidedAgo: readonly [number, number];
  /** How this application is handled where it is not as it should be. */
  course?(day: LocalDate): Partial<Course>;
  /** A day of decision that a deadline hangs on, in place of `decidedAgo`. */
  decidedOn?(day: LocalDate): LocalDate;
  readonly home?: Home;
  /** Ledsagning or ledsagarservice, whatever chance says. */
  readonly companion?: true;
  /** A decision before this one, in the same case. */
  readonly renews?: true;
  readonly callsRelative?: Behind;
  readonly callsProfessional?: Behind;
  readonly relativeEmployed?: Asked;
  /** What else happens, when the thread has been written. */
  then?(story: Story): void;
  readonly sight?: Sight;
}

/** A file that is being written, and how far its thread has come. */
export interface Story {
  readonly file: FileWriter;
  readonly handled: Handled;
  readonly day: LocalDate;
}

/** A case that the summary points at. */
export interface Sighted {
  readonly caseId: CaseId;
  readonly sight: Sight;
}
