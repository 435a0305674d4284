import type { CaseId, EventId, FileId, Step } from '@rt/domain';
import { RULE_KINDS, SEVERITIES } from '@rt/rules';
import * as c from '../database/columns';
import { table, type RowOf } from '../database/table';
import { ROW_HOLDER_COLUMNS } from '../holders/row-holders';

/**
 * What the rules found in the files: obligations with their days, without a status. The status depends on the day of the question, so one row can answer
 * for every day.
 */
export const findingsTable = table(
  'findings',
  {
    fileId: c.uuid<FileId>(),
    id: c.id(),
    rule: c.code(),
    ruleVersion: c.version(),
    severity: c.code(SEVERITIES),
    /** The handling step where the gap shows. */
    step: c.code<Step>(),
    kind: c.code(RULE_KINDS),
    subject: c.id(),
    trigger: c.uuid<EventId>(),
    caseId: c.orNull(c.uuid<CaseId>()),
    ...ROW_HOLDER_COLUMNS,
    arisesOn: c.day(),
    dueOn: c.day(),
    fulfilledOn: c.orNull(c.day()),
    voidedOn: c.orNull(c.day()),
    explainedOn: c.orNull(c.day()),
    acknowledgedOn: c.orNull(c.day()),
    /** The day from which the last acknowledgement is withdrawn. */
    acknowledgedUntil: c.orNull(c.day()),
    /** The last day on which the provider was reminded of it. */
    remindedOn: c.orNull(c.day()),
    /** The day on which the plan that it is about was returned to the provider. */
    returnedOn: c.orNull(c.day()),
    /** The first day on which the finding is no longer open; 9999-12-31 while no such day is known. */
    openUntil: c.day(),
    /** The day from which its case is closed; if it concerns the person and no case, the day from which every case is closed. */
    caseClosedFrom: c.orNull(c.day()),
    /** Of a contact that several rules found: the finding in whose line this one stands. */
    lineOf: c.orNull(c.id()),
    /** The first day on which it has a line of its own after all, because the two fared differently. */
    ownLineFrom: c.orNull(c.day()),
    /** The numbers of the rule that applied, for its title. */
    numbers: c.settings(),
    /** The ids of events. */
    evidence: c.ids(),
  },
  {
    key: ['id', 'heldFrom'],
    indexes: [
      {
        // The index contains every column that a unit's counts need, so that they read no row of the table. The due day comes second, so that a page of
        // findings is read in order and the reading stops at the end of the page.
        name: 'byUnit',
        columns: [
          'unitId',
          'dueOn',
          'rule',
          'workerId',
          'kind',
          'arisesOn',
          'fulfilledOn',
          'voidedOn',
          'explainedOn',
          'acknowledgedOn',
          'acknowledgedUntil',
          'openUntil',
          'caseClosedFrom',
          'ownLineFrom',
          'heldFrom',
          'heldUntil',
        ],
      },
      {
        // What is open comes first, so a worklist costs what is open, however much is settled. The other columns decide in which section a
        // line stands, so that counting the sections reads no row of the table.
        name: 'byWorker',
        columns: [
          'workerId',
          'openUntil',
          'arisesOn',
          'dueOn',
          'rule',
          'unitId',
          'kind',
          'acknowledgedOn',
          'acknowledgedUntil',
          'caseClosedFrom',
          'ownLineFrom',
          'heldFrom',
          'heldUntil',
        ],
      },
      {
        // For the counts of the cases on a page: all that they need of a file's open findings. A unit's files are neighbours here, so that a page of
        // its cases costs the same in a large municipality as in a small one.
        name: 'byUnitAndFile',
        columns: [
          'unitId',
          'fileId',
          'openUntil',
          'arisesOn',
          'dueOn',
          'caseId',
          'kind',
          'caseClosedFrom',
          'acknowledgedOn',
          'acknowledgedUntil',
          'heldFrom',
          'heldUntil',
        ],
      },
    ],
  },
);
export type FindingRow = RowOf<typeof findingsTable>;

/**
 * The facts that the findings of a file are based on, by the id of the finding: extents, counts, kinds of relatives, what a document lacks. One text for
 * the file, sealed with its key: a list opens it once for all lines of the file.
 */
export const findingFactsTable = table(
  'findingFacts',
  { fileId: c.uuid<FileId>(), facts: c.sealed() },
  { key: [], indexes: [] },
);
export type FindingFactsRow = RowOf<typeof findingFactsTable>;
