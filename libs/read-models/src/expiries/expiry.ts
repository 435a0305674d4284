import {
  byOccurrence,
  closedOn,
  diedOn,
  earliest,
  type CaseId,
  type LocalDate,
  type PersonalFile,
  type PersonalFileEvent,
  type PersonalFileEventType,
  type Recorded,
  type Step,
  type Text,
  type UserId,
} from '@rt/domain';

/** A day that an entry states, with the days that renew or end it. */
export interface Statement {
  readonly subject: string;
  readonly said: Recorded<PersonalFileEvent>;
  readonly lastDay: LocalDate;
  readonly renewals: readonly (LocalDate | undefined)[];
  readonly ends: readonly (LocalDate | undefined)[];
  readonly note?: string;
  /** Whom it concerns in place of the case worker who has the file. */
  readonly workerId?: UserId;
}

/** A kind of thing with a day that the worklist shows. All that is special about the kind stands in its declaration. */
export interface ExpiryDeclaration {
  readonly step: Step;
  readonly title: Text;
  /** What the case worker can do about it. An imperative. */
  readonly whatToDo: Text;
  /** The event types that settle it, the most likely one first. */
  readonly settledBy: readonly [PersonalFileEventType, ...PersonalFileEventType[]];
  /** The event types that begin what settles it. */
  readonly begunBy?: readonly PersonalFileEventType[];
  text(lastDay: LocalDate, on: LocalDate): Text;
  statementsIn(file: PersonalFile): readonly Statement[];
}

/** What is said of a last day. */
export const holds = (lastDay: LocalDate, on: LocalDate, sv: string, en: string): Text =>
  lastDay < on
    ? { sv: `${sv} gällde till och med ${lastDay}.`, en: `${en} held until ${lastDay}.` }
    : { sv: `${sv} gäller till och med ${lastDay}.`, en: `${en} holds until ${lastDay}.` };

export const occurredOnOf = ({ occurredOn }: { readonly occurredOn: LocalDate }): LocalDate => occurredOn;

export const isAfter =
  (before: Recorded<PersonalFileEvent>) =>
  (event: Recorded<PersonalFileEvent>): boolean =>
    byOccurrence(before, event) < 0;

/** The day from which nothing in the case runs out any longer: it was closed, or the person died. Undefined if neither. */
export const closingOf = (file: PersonalFile, caseId: CaseId | undefined): LocalDate | undefined => {
  const theCase = file.get('case', caseId);
  const closed = theCase && closedOn(theCase);
  const death = diedOn(file);
  return closed && death ? earliest(closed, death) : (closed ?? death);
};
