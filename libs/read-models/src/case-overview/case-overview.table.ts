import { OUTCOMES, type CaseId, type FileId, type MeasureCode, type Step } from '@rt/domain';
import * as c from '../database/columns';
import { table, type RowOf } from '../database/table';
import { ROW_HOLDER_COLUMNS } from '../holders/row-holders';

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

const REST = [
  'caseId',
  'fileId',
  'heldFrom',
  'heldUntil',
  'measure',
  'state',
  'nextStep',
  'outcome',
  'decisionCorrectedOn',
  'decisionByCourt',
  'openedOn',
  'applicationOn',
  'investigationOn',
  'decisionOn',
  'orderOn',
  'planOn',
  'startedOn',
  'lastFollowUpOn',
  'closedOn',
] as const;

/**
 * The cases according to all that is recorded. Each day is that of the latest step of its kind in the case, even if it belongs to an earlier
 * application.
 */
export const casesTable = table(
  'cases',
  {
    fileId: c.uuid<FileId>(),
    caseId: c.uuid<CaseId>(),
    ...ROW_HOLDER_COLUMNS,
    measure: c.code<MeasureCode>(),
    state: c.code(CASE_STATES),
    /** The day on which the state was reached. */
    stateOn: c.day(),
    /** The handling step that is expected next; null if the case is closed. */
    nextStep: c.orNull(c.code<Step>()),
    /** The outcome of the decision that the state is based on. */
    outcome: c.orNull(c.code(OUTCOMES)),
    /** The day on which the content of that decision was corrected after it was sent to the person. */
    decisionCorrectedOn: c.orNull(c.day()),
    /** The day of the judgment whose content that decision has. */
    decisionByCourt: c.orNull(c.day()),
    openedOn: c.day(),
    applicationOn: c.orNull(c.day()),
    investigationOn: c.orNull(c.day()),
    decisionOn: c.orNull(c.day()),
    orderOn: c.orNull(c.day()),
    planOn: c.orNull(c.day()),
    startedOn: c.orNull(c.day()),
    lastFollowUpOn: c.orNull(c.day()),
    closedOn: c.orNull(c.day()),
  },
  {
    key: ['caseId', 'heldFrom'],
    indexes: [
      { name: 'byId', columns: ['caseId'] },
      // The indexes contain whole rows, so that a page reads a few neighbouring pages of the index, however many files of others there are.
      { name: 'byUnit', columns: ['unitId', 'stateOn', ...REST, 'workerId'] },
      { name: 'byWorker', columns: ['workerId', 'stateOn', ...REST, 'unitId'] },
    ],
  },
);
export type CaseRow = RowOf<typeof casesTable>;
