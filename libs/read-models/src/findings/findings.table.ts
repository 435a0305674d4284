import type { CaseId, EventId, FileId, LocalDate, Step } from '@rt/domain';
import type { Obligation, Severity } from '@rt/rules';
import type { Table } from '../database/table';
import { ROW_HOLDER_COLUMNS, type RowHolder } from '../holders/row-holders';

/**
 * What a rule found in a file: an obligation with its days, without a status. The status depends on the day of the question, so one row can answer
 * for every day.
 */
export interface FindingRow extends RowHolder {
  readonly fileId: FileId;
  readonly id: string;
  readonly rule: string;
  readonly ruleVersion: number;
  readonly severity: Severity;
  /** The handling step where the gap shows. */
  readonly step: Step;
  readonly kind: Obligation['kind'];
  readonly subject: string;
  readonly trigger: EventId;
  readonly caseId: CaseId | null;
  readonly arisesOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly fulfilledOn: LocalDate | null;
  readonly voidedOn: LocalDate | null;
  readonly explainedOn: LocalDate | null;
  readonly acknowledgedOn: LocalDate | null;
  /** The first day on which the finding is no longer open; 9999-12-31 while no such day is known. */
  readonly openUntil: LocalDate;
  /** The day from which its case is closed; if it concerns the person and no case, the day from which every case is closed. */
  readonly caseClosedFrom: LocalDate | null;
  /** JSON object with the facts that the finding is based on. */
  readonly inputs: string;
  /** JSON array of event ids. */
  readonly evidence: string;
}

export const findingsTable: Table<FindingRow> = {
  name: 'findings',
  columns: {
    fileId: 'id',
    id: 'id',
    rule: 'code',
    ruleVersion: 'integer',
    severity: 'code',
    step: 'code',
    kind: 'code',
    subject: 'id',
    trigger: 'id',
    caseId: 'id?',
    ...ROW_HOLDER_COLUMNS,
    arisesOn: 'day',
    dueOn: 'day',
    fulfilledOn: 'day?',
    voidedOn: 'day?',
    explainedOn: 'day?',
    acknowledgedOn: 'day?',
    openUntil: 'day',
    caseClosedFrom: 'day?',
    inputs: 'codes',
    evidence: 'codes',
  },
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
        'openUntil',
        'caseClosedFrom',
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
        'caseClosedFrom',
        'heldFrom',
        'heldUntil',
      ],
    },
    {
      // For the counts of the cases on a page: all that they need of a file's open findings.
      name: 'byFile',
      columns: ['fileId', 'openUntil', 'arisesOn', 'dueOn', 'caseId', 'kind', 'heldFrom', 'heldUntil'],
    },
  ],
};
