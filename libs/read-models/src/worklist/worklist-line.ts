import {
  daysBetween,
  type CaseId,
  type FileId,
  type LocalDate,
  type PersonalFileEventType,
  type Step,
  type Text,
  type UnitId,
  type UserId,
} from '@rt/domain';
import { ruleOf, statusOn, wordsOf, type Inputs, type Severity, type ShownStatus } from '@rt/rules';
import type { ExpiryRow } from '../expiries/expiries.table';
import { EXPIRY_WORDS } from '../expiries/expiry-words';
import type { FindingRow } from '../findings/findings.table';
import type { ExpirySection, FindingSection, Section } from './sections';

/** One line of a worklist: what to do, in which file, by which rule, since when, and what settles it. */
export interface WorklistLine {
  readonly section: Section;
  /** The id of the finding, or of the event that stated the last day. */
  readonly id: string;
  readonly fileId: FileId;
  readonly caseId: CaseId | null;
  readonly unitId: UnitId | null;
  /** The case worker who has the file. It differs from the user who asked if that user is a substitute. */
  readonly workerId: UserId | null;
  /** The id of what it concerns: an order, a plan, a contact, a consent … */
  readonly subject: string;
  readonly step: Step;
  /** Null for a last day, which comes from no rule. */
  readonly rule: string | null;
  readonly severity: Severity | null;
  readonly title: Text;
  readonly text: Text;
  /** What the case worker can do about it. An imperative. */
  readonly whatToDo: Text;
  readonly since: LocalDate;
  readonly sinceDays: number;
  /** The last day that is still in time, or the last day of what expires. */
  readonly dueOn: LocalDate;
  /** Days until `dueOn`; negative if it has passed. */
  readonly daysLeft: number;
  readonly acknowledgedOn: LocalDate | null;
  /** The event types that settle it, the most likely one first. */
  readonly settledBy: readonly [PersonalFileEventType, ...PersonalFileEventType[]];
}

export const findingLine = (section: FindingSection, row: FindingRow, on: LocalDate): WorklistLine => {
  const { id, rule, severity, step, subject, arisesOn, dueOn, acknowledgedOn } = row;
  const inputs = JSON.parse(row.inputs) as Inputs;
  const { title, text } = wordsOf({ ...row, inputs }, statusOn(row, on) as ShownStatus);
  const { whatToDo, settledBy } = ruleOf(row);
  return {
    section,
    ...common(row, on, arisesOn, dueOn),
    id,
    subject,
    step,
    rule,
    severity,
    title,
    text,
    whatToDo,
    acknowledgedOn: acknowledgedOn !== null && acknowledgedOn <= on ? acknowledgedOn : null,
    settledBy,
  };
};

export const expiryLine = (section: ExpirySection, row: ExpiryRow, on: LocalDate): WorklistLine => {
  const { eventId, kind, subject, statedOn, lastDay } = row;
  const { step, title, text, whatToDo, settledBy } = EXPIRY_WORDS[kind];
  return {
    section,
    ...common(row, on, statedOn, lastDay),
    id: eventId,
    subject,
    step,
    rule: null,
    severity: null,
    title,
    text: text(lastDay, on),
    whatToDo,
    acknowledgedOn: null,
    settledBy,
  };
};

const common = (
  { fileId, caseId, unitId, workerId }: FindingRow | ExpiryRow,
  on: LocalDate,
  since: LocalDate,
  dueOn: LocalDate,
) => ({
  fileId,
  caseId,
  unitId,
  workerId,
  since,
  sinceDays: daysBetween(since, on),
  dueOn,
  daysLeft: daysBetween(on, dueOn),
});
