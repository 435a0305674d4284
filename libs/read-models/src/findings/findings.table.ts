import type { CaseId, EventId, FileId, LocalDate, Step, UnitId, UserId } from '@rt/domain';
import type { Obligation, Severity } from '@rt/rules';
import type { Table } from '../database/table';

/**
 * What a rule found in a file: an obligation with its days, and no status. Status is asked for with a day, so one row answers for any.
 */
export interface FindingRow {
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
  /** Who has the file now: the unit and the case worker. A new assignment moves open work at once. */
  readonly unitId: UnitId | null;
  readonly workerId: UserId | null;
  readonly arisesOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly fulfilledOn: LocalDate | null;
  readonly voidedOn: LocalDate | null;
  readonly explainedOn: LocalDate | null;
  readonly acknowledgedOn: LocalDate | null;
  /** The first day on which nobody has to look at it any more; 9999-12-31 while no such day is known. */
  readonly openUntil: LocalDate;
  /** The day from which its case is closed; about the person rather than a case: every case. */
  readonly atRestFrom: LocalDate | null;
  /** JSON object of the facts it rests on. */
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
    unitId: 'id?',
    workerId: 'id?',
    arisesOn: 'day',
    dueOn: 'day',
    fulfilledOn: 'day?',
    voidedOn: 'day?',
    explainedOn: 'day?',
    acknowledgedOn: 'day?',
    openUntil: 'day',
    atRestFrom: 'day?',
    inputs: 'codes',
    evidence: 'codes',
  },
  key: ['id'],
  indexes: [
    {
      // Holds all that a unit's status asks for, so that the counts of a unit touch no row of the table; by due day, so that a page of its
      // findings is read in their order and ends where the page ends.
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
        'atRestFrom',
      ],
    },
    // What is open comes last, so that a worklist costs what is open, however much has been settled.
    { name: 'byWorker', columns: ['workerId', 'openUntil'] },
  ],
};
