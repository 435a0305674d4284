import type { JsonSchema } from '@rt/handling';
import { RELATIONS } from '@rt/identity';
import { CASE_STATES, NOTICE_KINDS, SECTIONS } from '@rt/read-models';
import { found, perhapsFound, SEVERITY } from './found-answers';
import { count, date, fields, flag, id, inBoth, listOf, oneOfWords, orNull, ref, text } from './schema-words';

/** How much is open, by the kind of it. */
const OPEN = fields({ pending: count, overdue: count, violation: count });

/** Whose the files of the lines are: said once, however many lines a file has. */
const persons = {
  type: 'object',
  additionalProperties: fields({ name: orNull(text), protectedIdentity: flag }),
  description: 'By file id. A protected identity has no name for whoever has no relation to the file',
};

/** What is answered about many files. */
export const LIST_ANSWERS = {
  Findings: fields({
    on: date,
    findings: listOf(
      fields({
        ...found,
        fileId: id,
        step: text,
        unitId: orNull(text),
        workerId: orNull(text),
        ...Object.fromEntries(Object.entries(perhapsFound).map(([name, schema]) => [name, orNull(schema)])),
      }),
    ),
    persons,
    next: orNull(text),
  }),
  Notices: fields({
    on: date,
    unseen: { ...count, description: 'How many there are that were not seen and have not ended' },
    notices: listOf(
      fields({
        id,
        kind: oneOfWords(NOTICE_KINDS),
        title: inBoth,
        fileId: id,
        caseId: orNull(id),
        rule: orNull(text),
        obligationId: orNull(text),
        eventType: orNull(text),
        eventId: id,
        dueOn: orNull(date),
        unitId: orNull(text),
        workerId: orNull(text),
        appearsOn: date,
        endedOn: orNull(date),
        seen: flag,
      }),
    ),
    persons,
    next: orNull(text),
  }),
  WorklistLine: fields({
    section: oneOfWords(SECTIONS),
    id: text,
    fileId: id,
    caseId: orNull(id),
    unitId: orNull(text),
    workerId: orNull(text),
    subject: text,
    step: text,
    rule: orNull(text),
    severity: orNull(SEVERITY),
    title: inBoth,
    text: inBoth,
    whatToDo: { ...inBoth, description: 'What the case worker can do about it' },
    note: {
      ...orNull(text),
      description: 'Of a reminder, to the user it is for: what to remember. Null elsewhere',
    },
    since: date,
    sinceDays: count,
    dueOn: date,
    daysLeft: { type: 'integer', description: 'Days until then; below zero where it has passed' },
    acknowledgedOn: orNull(date),
    action: {
      ...fields({ code: text, title: inBoth, settledBy: listOf(text) }),
      description:
        'What to do next, as an event type and its title, and every event type that would settle it',
    },
  }),
  Worklist: fields({
    on: date,
    horizonDays: count,
    expiredDays: count,
    counts: fields(Object.fromEntries(SECTIONS.map((section) => [section, count]))),
    lines: listOf(ref('WorklistLine')),
    persons,
    next: orNull(text),
  }),
  Case: fields({
    fileId: id,
    caseId: id,
    unitId: orNull(text),
    workerId: orNull(text),
    measure: text,
    state: oneOfWords(CASE_STATES),
    stateOn: date,
    nextStep: orNull(text),
    outcome: orNull(text),
    openedOn: date,
    applicationOn: orNull(date),
    investigationOn: orNull(date),
    decisionOn: orNull(date),
    orderOn: orNull(date),
    planOn: orNull(date),
    startedOn: orNull(date),
    lastFollowUpOn: orNull(date),
    closedOn: orNull(date),
    open: OPEN,
    openBesideCases: { ...OPEN, description: 'Open in the file where it belongs to no case' },
  }),
  Cases: fields({ on: date, count, cases: listOf(ref('Case')), persons, next: orNull(text) }),
  UnitTrend: fields({
    unitId: text,
    points: listOf(
      fields({
        on: date,
        rows: listOf(
          fields({
            rule: text,
            step: text,
            workerId: orNull(text),
            pending: count,
            overdue: count,
            violation: count,
            acknowledged: count,
          }),
        ),
      }),
    ),
  }),
  FoundFiles: fields({
    files: listOf(
      fields({
        fileId: id,
        name: text,
        protectedIdentity: flag,
        caseNumbers: listOf(text),
        relation: oneOfWords(RELATIONS),
      }),
    ),
    more: { ...flag, description: 'There are more: say more of whom you mean' },
  }),
  UnitStatus: fields({
    unitId: text,
    on: date,
    rows: listOf(
      fields({
        rule: text,
        step: text,
        workerId: orNull(text),
        counts: { type: 'object', additionalProperties: count },
        acknowledged: count,
      }),
    ),
  }),
} as const satisfies Record<string, JsonSchema>;
