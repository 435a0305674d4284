import type { CaseId, EventId, LocalDate, PersonalFile, UserId } from '@rt/domain';
import type { Finding } from '@rt/rules';

/** A possible notice of a file, with the days on which things happened. The days on which they became known are added later. */
export interface News<Kind extends string = string> {
  /** Identifies it within the file: its kind and what it concerns. The ids of notices follow from it, so a renamed rule does not change it. */
  readonly key: string;
  readonly kind: Kind;
  readonly rule?: string;
  readonly obligationId?: string;
  /** The numbers of the rule that applied. */
  readonly numbers?: Finding['inputs'];
  readonly eventType?: string;
  readonly eventId: EventId;
  readonly caseId?: CaseId;
  /** Whom it is for in place of the case worker who has the file. */
  readonly workerId?: UserId;
  readonly dueOn?: LocalDate;
  /** The first day on which it applies. */
  readonly from: LocalDate;
  /** The day from which it no longer applies. */
  readonly until?: LocalDate;
}

/** Where notices come from, and the kinds of notice that come from there. */
export interface NewsSource<Kind extends string = string> {
  readonly kinds: readonly Kind[];
  newsIn(file: PersonalFile, findings: readonly Finding[]): readonly News<Kind>[];
}
