import {
  daysBetween,
  shape,
  type CaseId,
  type FileId,
  type LocalDate,
  type PersonalFileEventType,
  type ShapedFields,
  type Step,
  type UnitId,
  type UserId,
} from '@rt/domain';
import {
  acknowledgementOn,
  listedStatusOn,
  remindedText,
  ruleOf,
  SEVERITIES,
  statusOn,
  type Inputs,
  type ListedStatus,
  type ShownStatus,
} from '@rt/rules';
import { THREAD_OF_CASE } from '../case-threads/case-threads.query';
import { MARKS_OF_DECISION } from '../decisions/decision-marks.query';
import { ALSO_FOUND } from '../findings/also-found.query';
import type { ExpiryRow } from '../expiries/expiries.table';
import type { ExpiryDeclaration } from '../expiries/expiry';
import { EXPIRIES } from '../expiries/expiry-kinds';
import type { DescribedRow } from '../findings/finding-facts';
import type { FindingRow } from '../findings/findings.table';
import { SECTIONS, type ExpirySection, type FindingSection } from './sections';

/** One line of a worklist: what to do, in which file, by which rule, since when, and what settles it. */
export const WORKLIST_LINE = {
  section: shape.oneOf(SECTIONS),
  /** The id of the finding, or of the event that stated the last day. */
  id: shape.text(),
  fileId: shape.uuid<FileId>(),
  caseId: shape.orNull(shape.uuid<CaseId>()),
  unitId: shape.orNull(shape.text<UnitId>()),
  /** The case worker who has the file. It differs from the user who asked if that user is a substitute. */
  workerId: shape.orNull(shape.text<UserId>()),
  /** The id of what it concerns: an order, a plan, a contact, a consent … */
  subject: shape.text(),
  step: shape.text<Step>(),
  /** Null for a last day, which comes from no rule. */
  rule: shape.orNull(shape.text()),
  severity: shape.orNull(shape.oneOf(SEVERITIES)),
  title: shape.inBoth(),
  text: shape.inBoth(),
  whatToDo: shape.described(shape.inBoth(), 'What the case worker can do about it'),
  since: shape.day(),
  sinceDays: shape.count(),
  /** The last day that is still in time, or the last day of what expires. */
  dueOn: shape.day(),
  daysLeft: shape.described(shape.integer(), 'Days until then; below zero where it has passed'),
  acknowledgedOn: shape.orNull(shape.day()),
  reminded: shape.described(shape.orNull(shape.inBoth()), 'That the provider was reminded of it, and when'),
  ...THREAD_OF_CASE,
  ...MARKS_OF_DECISION,
  ...ALSO_FOUND,
};
export interface WorklistLine extends ShapedFields<typeof WORKLIST_LINE> {
  /** The event types that settle it, the most likely one first. */
  readonly settledBy: readonly [PersonalFileEventType, ...PersonalFileEventType[]];
  /** Of what runs out: the event types that begin what settles it. */
  readonly begunBy: readonly PersonalFileEventType[];
  /** Of a finding: its status and what it rests on. They decide what can be done about it. */
  readonly status: ListedStatus;
  readonly inputs: Inputs;
  /** Of a finding about a plan: the day on which the plan was returned already. */
  readonly returnedOn: LocalDate | null;
}

/** The threads, the marks and the other rules of a page are read together, after its lines. */
export type LineOfRow = Omit<WorklistLine, 'thread' | 'marks' | 'alsoFound'>;

export const findingLine = (
  section: FindingSection,
  row: FindingRow,
  on: LocalDate,
  describe: (row: FindingRow, status: ShownStatus) => DescribedRow,
): LineOfRow => {
  const { acknowledgedOn, acknowledgedUntil, remindedOn, returnedOn, ...found } = row;
  const { id, rule, severity, step, subject, arisesOn, dueOn } = found;
  const acknowledged = {
    ...(acknowledgedOn !== null && { acknowledgedOn }),
    ...(acknowledgedUntil !== null && { acknowledgedUntil }),
  };
  const { title, text, inputs } = describe(row, statusOn(row, on) as ShownStatus);
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
    acknowledgedOn: acknowledgementOn(acknowledged, on) ?? null,
    reminded: remindedOn !== null && remindedOn <= on ? remindedText(remindedOn, on) : null,
    settledBy,
    begunBy: [],
    status: listedStatusOn({ ...found, ...acknowledged }, on) as ListedStatus,
    inputs,
    returnedOn: returnedOn !== null && returnedOn <= on ? returnedOn : null,
  };
};

export const expiryLine = (section: ExpirySection, row: ExpiryRow, on: LocalDate): LineOfRow => {
  const { eventId, kind, subject, statedOn, lastDay } = row;
  const { step, title, text, whatToDo, settledBy, begunBy = [] }: ExpiryDeclaration = EXPIRIES[kind];
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
    reminded: null,
    settledBy,
    begunBy,
    status: 'pending',
    inputs: {},
    returnedOn: null,
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
