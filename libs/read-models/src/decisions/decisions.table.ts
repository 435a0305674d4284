import type {
  Act,
  ApplicationId,
  BoardId,
  CaseId,
  DecisionId,
  EventId,
  ExtentUnit,
  FileId,
  Instant,
  InvestigationId,
  LocalDate,
  MeasureCode,
  OrderId,
  Outcome,
  Sex,
  UnitId,
  UserId,
} from '@rt/domain';
import type { Flag, Table } from '../database/table';

/**
 * A decision as it was made, as far as statistics, samples and measures ask. What was changed later has a day of its own here and
 * is read by replay. Corrections of the entry (`EntryCorrected`) are applied.
 */
export interface DecisionRow {
  readonly decisionId: DecisionId;
  readonly fileId: FileId;
  readonly caseId: CaseId | null;
  readonly boardId: BoardId | null;
  /** The unit that handled the file on the day of the decision. */
  readonly unitId: UnitId;
  readonly decidedOn: LocalDate;
  /** When the system learnt it. */
  readonly recordedAt: Instant;
  readonly decidedBy: UserId | null;

  readonly sex: Sex | null;
  /** Whole years on the day of the decision. */
  readonly age: number | null;
  /** The household on the day of the decision: children under 18, and whether a relative of the file's parties lives there. Null: no household was recorded. */
  readonly minorChildren: number | null;
  readonly cohabitsWithRelative: Flag | null;

  /** `sol` or `lss`; null for any other statute. */
  readonly act: Act | null;
  /** SFS number, e.g. `1993:387`, and the section as it is cited. */
  readonly statute: string;
  readonly section: string;
  readonly measure: MeasureCode;
  readonly outcome: Outcome;
  readonly rejectionGround: string | null;

  /** Amounts a month, in their unit. Null: no extent was stated. */
  readonly requestedPerMonth: number | null;
  readonly requestedUnit: ExtentUnit | null;
  readonly grantedPerMonth: number | null;
  readonly grantedUnit: ExtentUnit | null;
  readonly validFrom: LocalDate | null;
  /** Last day of what was granted; null: indefinite (tillsvidare), or nothing was granted. */
  readonly validTo: LocalDate | null;

  readonly applicationId: ApplicationId | null;
  readonly appliedOn: LocalDate | null;
  readonly investigationId: InvestigationId | null;
  readonly previousDecisionId: DecisionId | null;

  /** First days of what followed. */
  readonly servedOn: LocalDate | null;
  readonly changedOn: LocalDate | null;
  readonly appealedOn: LocalDate | null;
  readonly startedOn: LocalDate | null;
}

export const decisionsTable: Table<DecisionRow> = {
  name: 'decisions',
  columns: {
    decisionId: 'id',
    fileId: 'id',
    caseId: 'id?',
    boardId: 'id?',
    unitId: 'id',
    decidedOn: 'day',
    recordedAt: 'instant',
    decidedBy: 'id?',
    sex: 'code?',
    age: 'integer?',
    minorChildren: 'integer?',
    cohabitsWithRelative: 'flag?',
    act: 'code?',
    statute: 'code',
    section: 'code',
    measure: 'code',
    outcome: 'code',
    rejectionGround: 'code?',
    requestedPerMonth: 'amount?',
    requestedUnit: 'code?',
    grantedPerMonth: 'amount?',
    grantedUnit: 'code?',
    validFrom: 'day?',
    validTo: 'day?',
    applicationId: 'id?',
    appliedOn: 'day?',
    investigationId: 'id?',
    previousDecisionId: 'id?',
    servedOn: 'day?',
    changedOn: 'day?',
    appealedOn: 'day?',
    startedOn: 'day?',
  },
  key: ['decisionId'],
  indexes: [
    { name: 'byDay', columns: ['decidedOn', 'unitId'] },
    { name: 'byId', columns: ['decisionId'] },
  ],
};

/** A household from a day on, until the next one of the file. */
export interface HouseholdRow {
  readonly fileId: FileId;
  /** The entry it was recorded by. */
  readonly eventId: EventId;
  /** Place among the file's households: of two that count from one day, the higher one holds. */
  readonly ordinal: number;
  readonly countsFrom: LocalDate;
  /** JSON array of the children's years of birth. */
  readonly childrenBirthYears: string;
  readonly cohabits: Flag;
  /** Whether any of those who live there is a party of the kind `relative`. */
  readonly cohabitsWithRelative: Flag;
}

export const householdsTable: Table<HouseholdRow> = {
  name: 'households',
  columns: {
    fileId: 'id',
    eventId: 'id',
    ordinal: 'integer',
    countsFrom: 'day',
    childrenBirthYears: 'codes',
    cohabits: 'flag',
    cohabitsWithRelative: 'flag',
  },
  key: ['ordinal'],
  indexes: [],
};

/** An order of a decision. */
export interface DecisionOrderRow {
  readonly fileId: FileId;
  readonly decisionId: DecisionId;
  readonly orderId: OrderId;
  /** Place among the file's orders: of two sent on one day, the higher one is the later. */
  readonly ordinal: number;
  readonly sentOn: LocalDate;
  readonly cancelledOn: LocalDate | null;
}

export const decisionOrdersTable: Table<DecisionOrderRow> = {
  name: 'decisionOrders',
  columns: {
    fileId: 'id',
    decisionId: 'id',
    orderId: 'id',
    ordinal: 'integer',
    sentOn: 'day',
    cancelledOn: 'day?',
  },
  key: ['orderId'],
  indexes: [],
};
