import {
  actOf,
  ageOn,
  amountPerYear,
  cancelledOn,
  decisionAsMade,
  householdCountsFrom,
  householdOn,
  minorsIn,
  partyOn,
  personOn,
  unitOn,
  type Extent,
  type HouseholdRecorded,
  type LocalDate,
  type PersonalFile,
  type Recorded,
  type Thing,
} from '@rt/domain';
import type { FileReading, ReadModel } from '../read-model';
import {
  decisionOrdersTable,
  decisionsTable,
  householdsTable,
  type DecisionOrderRow,
  type DecisionRow,
  type HouseholdRow,
} from './decisions.table';
import { decisionsWords } from './decisions.words';

/** What was decided about whom: the facts of statistics, samples and measures. */
export const decisions: ReadModel = {
  name: 'decisions',
  version: '2',
  words: decisionsWords,
  tables: [decisionsTable, householdsTable, decisionOrdersTable],
  rowsOf: (reading, _inForce, emit) => {
    const { file } = reading;
    for (const decision of file.things('decision')) emit(decisionsTable, decisionRow(reading, decision));
    file.events('HouseholdRecorded').forEach((entry, ordinal) => {
      emit(householdsTable, householdRow(reading, entry, ordinal));
    });
    file.things('order').forEach((order, ordinal) => {
      const row = orderRow(reading, order, ordinal);
      if (row) emit(decisionOrdersTable, row);
    });
  },
};

const decisionRow = ({ file, fileId }: FileReading, decision: Thing<'decision'>): DecisionRow => {
  const { created } = decision;
  const decidedOn = created.occurredOn;
  const content = decisionAsMade(decision);
  const person = personOn(file, decidedOn);
  const household = householdOn(file, decidedOn);
  const application = file.get('application', created.data.applicationId);
  return {
    decisionId: decision.id,
    fileId,
    caseId: created.caseId ?? null,
    boardId: file.opened?.data.boardId ?? null,
    unitId: unitOn(file, decidedOn) ?? created.unitId,
    decidedOn,
    recordedAt: created.recordedAt,
    decidedBy: content.decidedBy ?? null,
    sex: person?.sex ?? null,
    age: (person && ageOn(person, decidedOn)) ?? null,
    minorChildren: household ? minorsIn(household, decidedOn).length : null,
    cohabitsWithRelative: household ? flag(cohabitsWithRelative(file, household, decidedOn)) : null,
    act: actOf(content.law) ?? null,
    statute: content.law.statute,
    section: content.law.section,
    measure: content.measure,
    outcome: content.outcome,
    rejectionGround: content.rejectionGround ?? null,
    requestedPerMonth: perMonth(content.requestedExtent),
    requestedUnit: content.requestedExtent?.unit ?? null,
    grantedPerMonth: perMonth(content.grantedExtent),
    grantedUnit: content.grantedExtent?.unit ?? null,
    validFrom: content.from ?? null,
    validTo: content.to ?? null,
    applicationId: application?.id ?? null,
    appliedOn: application?.created.occurredOn ?? null,
    investigationId: file.get('investigation', created.data.investigationId)?.id ?? null,
    previousDecisionId: file.get('decision', created.data.previousDecisionId)?.id ?? null,
    servedOn: decision.since('DecisionServed')[0]?.occurredOn ?? null,
    changedOn: decision.since('DecisionChanged')[0]?.occurredOn ?? null,
    appealedOn: decision.linked('appeal')[0]?.created.occurredOn ?? null,
    startedOn: decision.linked('execution')[0]?.created.occurredOn ?? null,
  };
};

const householdRow = (
  { file, fileId }: FileReading,
  entry: Recorded<HouseholdRecorded>,
  ordinal: number,
): HouseholdRow => {
  const countsFrom = householdCountsFrom(entry);
  return {
    fileId,
    eventId: entry.id,
    ordinal,
    countsFrom,
    childrenBirthYears: JSON.stringify(birthYearsIn(entry.data)),
    cohabits: flag(entry.data.cohabits.length > 0),
    cohabitsWithRelative: flag(cohabitsWithRelative(file, entry.data, countsFrom)),
  };
};

const orderRow = (
  { file, fileId }: FileReading,
  order: Thing<'order'>,
  ordinal: number,
): DecisionOrderRow | undefined => {
  const decision = file.get('decision', order.created.data.decisionId);
  return (
    decision && {
      fileId,
      decisionId: decision.id,
      orderId: order.id,
      ordinal,
      sentOn: order.created.occurredOn,
      cancelledOn: cancelledOn(order) ?? null,
    }
  );
};

const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);

const birthYearsIn = (household: HouseholdRecorded['data']): readonly number[] =>
  household.minorChildren.map(({ birthYear }) => birthYear);

const cohabitsWithRelative = (
  file: PersonalFile,
  household: HouseholdRecorded['data'],
  day: LocalDate,
): boolean =>
  household.cohabits.some((partyId) => {
    const party = file.get('party', partyId);
    return party !== undefined && partyOn(party, day).kind === 'relative';
  });

/** What an extent comes to a month, in its own unit, with two decimals. */
const perMonth = (extent: Extent | null): number | null =>
  extent && Math.round((amountPerYear(extent) / 12) * 100) / 100;
