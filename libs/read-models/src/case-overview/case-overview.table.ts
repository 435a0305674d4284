import type { CaseId, FileId, LocalDate, MeasureCode, Outcome, Step, UnitId, UserId } from '@rt/domain';
import type { Table } from '../database/table';

/** How far a case has come along the thread. A renewed application takes it back to the beginning. */
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

/** A case as it stands by all that is recorded. The days are those of the latest step of each kind in the case, also of an earlier round. */
export interface CaseRow {
  readonly fileId: FileId;
  readonly caseId: CaseId;
  /** Who has the file now. */
  readonly unitId: UnitId | null;
  readonly workerId: UserId | null;
  readonly measure: MeasureCode;
  readonly state: CaseState;
  /** The day on which that state was reached. */
  readonly stateOn: LocalDate;
  /** The handling step that is expected next; null: none, the case is closed. */
  readonly nextStep: Step | null;
  /** Of the decision that the state rests on. */
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
    unitId: 'id?',
    workerId: 'id?',
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
  key: ['caseId'],
  indexes: [
    { name: 'byId', columns: ['caseId'] },
    { name: 'byUnit', columns: ['unitId', 'stateOn'] },
    { name: 'byWorker', columns: ['workerId', 'stateOn'] },
  ],
};
