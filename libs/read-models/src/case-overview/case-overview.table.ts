import type { CaseId, FileId, LocalDate, MeasureCode, Outcome, Step } from '@rt/domain';
import type { Table } from '../database/table';
import { ROW_HOLDER_COLUMNS, type RowHolder } from '../holders/row-holders';

/** The states of a case in the order of handling. A new application takes the case back to `applied`. */
export const CASE_STATES = [
  'opened',
  'applied',
  'investigating',
  'investigated',
  'decided',
  'ordered',
  'planned',
  'running',
  'followedUp',
  'ended',
  'closed',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/**
 * A case according to all that is recorded. Each day is that of the latest step of its kind in the case, even if it belongs to an earlier
 * application.
 */
export interface CaseRow extends RowHolder {
  readonly fileId: FileId;
  readonly caseId: CaseId;
  readonly measure: MeasureCode;
  readonly state: CaseState;
  /** The day on which the state was reached. */
  readonly stateOn: LocalDate;
  /** The handling step that is expected next; null if the case is closed. */
  readonly nextStep: Step | null;
  /** The outcome of the decision that the state is based on. */
  readonly outcome: Outcome | null;
  readonly openedOn: LocalDate;
  readonly applicationOn: LocalDate | null;
  readonly investigationOn: LocalDate | null;
  readonly decisionOn: LocalDate | null;
  readonly orderOn: LocalDate | null;
  readonly planOn: LocalDate | null;
  readonly startedOn: LocalDate | null;
  readonly lastFollowUpOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
}

export const casesTable: Table<CaseRow> = {
  name: 'cases',
  columns: {
    fileId: 'id',
    caseId: 'id',
    ...ROW_HOLDER_COLUMNS,
    measure: 'code',
    state: 'code',
    stateOn: 'day',
    nextStep: 'code?',
    outcome: 'code?',
    openedOn: 'day',
    applicationOn: 'day?',
    investigationOn: 'day?',
    decisionOn: 'day?',
    orderOn: 'day?',
    planOn: 'day?',
    startedOn: 'day?',
    lastFollowUpOn: 'day?',
    closedOn: 'day?',
  },
  key: ['caseId', 'heldFrom'],
  indexes: [
    { name: 'byId', columns: ['caseId'] },
    { name: 'byUnit', columns: ['unitId', 'stateOn'] },
    { name: 'byWorker', columns: ['workerId', 'stateOn'] },
  ],
};
