import { mayBeMinorOn, type DecisionId, type FileId, type LocalDate, type Population } from '@rt/domain';
import type { ReadDatabase } from '../database/read-database';
import type { DecisionOrderRow, DecisionRow } from './decisions.table';

/** Ids in one statement at most. */
const idsMax = 1_000;

/** The decisions of a population, by day, then by id. Where an age is asked for, a person of unknown age is left out. */
export const decisionsIn = async (
  { reader }: ReadDatabase,
  population: Population,
): Promise<readonly DecisionRow[]> => {
  const { measures, outcomes, decidedFrom, decidedTo, unitIds, ageMin } = population;
  let query = reader
    .selectFrom('decisions')
    .selectAll()
    .where('decidedOn', '>=', decidedFrom)
    .where('decidedOn', '<=', decidedTo)
    .where('measure', 'in', measures)
    .where('outcome', 'in', outcomes)
    .where('unitId', 'in', unitIds);
  if (ageMin !== undefined) query = query.where('age', '>=', ageMin);
  return query.orderBy('decidedOn').orderBy('decisionId').execute();
};

/** Decisions by their ids. */
export const decisionsById = async (
  { reader }: ReadDatabase,
  ids: readonly DecisionId[],
): Promise<ReadonlyMap<DecisionId, DecisionRow>> => {
  const rows = await inParts(ids, (part) =>
    reader.selectFrom('decisions').selectAll().where('decisionId', 'in', part).execute(),
  );
  return new Map(rows.map((row) => [row.decisionId, row]));
};

/** A household as it was on a day. */
export interface HouseholdOn {
  readonly minorChildren: number;
  readonly cohabits: boolean;
  readonly cohabitsWithRelative: boolean;
}

/** The households of files on a day, by what is known now. A file without a recorded household is absent. */
export const householdsOn = async (
  { reader }: ReadDatabase,
  files: readonly FileId[],
  day: LocalDate,
): Promise<ReadonlyMap<FileId, HouseholdOn>> => {
  const rows = await inParts(files, (part) =>
    reader
      .selectFrom('households')
      .selectAll()
      .where('fileId', 'in', part)
      .where('countsFrom', '<=', day)
      .orderBy('countsFrom')
      .orderBy('ordinal')
      .execute(),
  );
  // Of those that count by then the last one holds: it overwrites the others.
  return new Map(
    rows.map((row) => [
      row.fileId,
      {
        minorChildren: (JSON.parse(row.childrenBirthYears) as number[]).filter((year) =>
          mayBeMinorOn(year, day),
        ).length,
        cohabits: row.cohabits === 1,
        cohabitsWithRelative: row.cohabitsWithRelative === 1,
      },
    ]),
  );
};

/** The orders sent by a day for the decisions in files, the latest last, called off ones included. */
export const ordersOn = async (
  { reader }: ReadDatabase,
  files: readonly FileId[],
  day: LocalDate,
): Promise<ReadonlyMap<DecisionId, readonly DecisionOrderRow[]>> => {
  const rows = await inParts(files, (part) =>
    reader
      .selectFrom('decisionOrders')
      .selectAll()
      .where('fileId', 'in', part)
      .where('sentOn', '<=', day)
      .orderBy('sentOn')
      .orderBy('ordinal')
      .execute(),
  );
  return Map.groupBy(rows, (row) => row.decisionId);
};

const inParts = async <Id, Row>(
  ids: readonly Id[],
  read: (part: readonly Id[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (let from = 0; from < ids.length; from += idsMax)
    rows.push(...(await read(ids.slice(from, from + idsMax))));
  return rows;
};
