import type { FileId } from '@rt/domain';
import {
  comparePositions,
  HistoryDamaged,
  type EventStore,
  type Position,
  type StreamName,
} from '@rt/event-store';
import { FileRepository, streamOfFile } from '@rt/files';
import type { InForce } from '@rt/rules';
import type { Kysely } from 'kysely';
import { ReadDatabaseBusy, type ReadDatabase, type ReadSchema } from '../database/read-database';
import { columnsOf, ownerOf, type Cell } from '../database/table';
import { readCells } from '../database/tables.sql';
import { textsOf } from '../file-texts';
import { readOther, streamOfOther, type OtherKind, type OtherOwner } from '../other-streams';
import { isOfFiles, modelsOf, tablesOf, type ReadModel } from '../read-model';
import { columnsThatDiffer, differencesIn, settle, type RowDifference } from '../runner/row-difference';
import { positionOf, readStates, staleModels } from '../runner/states';

export interface CheckPorts {
  readonly store: EventStore;
  readonly db: ReadDatabase;
  readonly models: readonly ReadModel[];
  readonly inForce: InForce;
}

/** A file, a review or a unit, by the text that stands as owner in its rows. */
export interface Owner {
  readonly of: 'files' | OtherKind;
  readonly id: string;
  /** Rows name it and the store does not, so it can be any text. */
  readonly isStranger?: true;
}

/**
 * One row that differs from what the events give. It names ids, tables and columns, and never a value. `unproved`: the rows that an owner has in the table
 * are from before its events were damaged, so they can be compared with nothing.
 */
export interface ReadModelDifference {
  readonly table: string;
  /** The file, the review or the unit; null if the row names something that is no id. */
  readonly owner: string | null;
  readonly what: 'changed' | 'missing' | 'extra' | 'unproved';
  /** The columns that differ, where a row was changed. */
  readonly columns: readonly string[];
}

/** `later`: the rows do not include all events of the owner yet, so nothing can be said. `damaged`: its events cannot be read. */
export type CheckResult = readonly ReadModelDifference[] | 'later' | 'damaged';

/** After more events than this, following comes first. */
const unappliedMax = 10_000;

/**
 * Compares the rows of an owner with what its events give. A difference is looked at again in a transaction that keeps other processes from writing rows,
 * because the rows may just have been updated; there it is healed too.
 */
export const checkOwner = async (ports: CheckPorts, owner: Owner, heal: boolean): Promise<CheckResult> =>
  compared(ports, owner, heal).catch((error: unknown) => {
    if (error instanceof HistoryDamaged) return 'damaged';
    // While another process writes rows, nothing can be said.
    if (error instanceof ReadDatabaseBusy) return 'later';
    throw error;
  });

/** The tables in which an owner has rows that its damaged events cannot prove. */
export const unprovedRows = async (
  { db, models }: CheckPorts,
  { of, id }: Owner,
): Promise<readonly ReadModelDifference[]> => {
  const unproved: ReadModelDifference[] = [];
  for (const table of tablesOf(models, of))
    if ((await readCells(db.reader, table, id)).length > 0)
      unproved.push({ table: table.name, owner: id, what: 'unproved', columns: [] });
  return unproved;
};

const compared = async (ports: CheckPorts, owner: Owner, heal: boolean): Promise<CheckResult> => {
  const { db } = ports;
  if ((await differencesOf(ports, db.reader, owner)).length === 0) return [];
  return db.writer.transaction().execute(async (trx) => {
    const states = await readStates(trx);
    if (staleModels(ports.models, states, ports.inForce).length > 0) return 'later';
    const differences = await differencesOf(ports, trx, owner);
    if (differences.length === 0) return [];
    // Asked after the events were read: an event that came in between counts as not applied.
    if (await hasUnapplied(ports.store, streamOf(owner), positionOf(ports.models, states))) return 'later';
    if (heal) await settle(trx, differences);
    // What has rows by its events exists: it is only newer than the list of the pass.
    const exists = differences.some(({ missing }) => missing.length > 0);
    const named = owner.isStranger && !exists && !UUID.test(owner.id) ? null : owner.id;
    return differences.flatMap((difference) => reported(named, difference));
  });
};

const isOther = (owner: Owner): owner is Owner & OtherOwner => owner.of !== 'files';

const streamOf = (owner: Owner): StreamName =>
  isOther(owner) ? streamOfOther(owner) : streamOfFile(owner.id as FileId);

const differencesOf = async (
  { store, models, inForce }: CheckPorts,
  db: Kysely<ReadSchema>,
  owner: Owner,
): Promise<readonly RowDifference[]> => {
  const differences: RowDifference[] = [];
  if (isOther(owner)) {
    const stream = await readOther(store, owner);
    for (const model of modelsOf(models, owner.of))
      differences.push(...(await differencesIn(db, model, owner.id, (emit) => model.rowsOf(stream, emit))));
  } else {
    const fileId = owner.id as FileId;
    const file = await new FileRepository(store).find(fileId);
    const texts = file && (await textsOf(store, fileId));
    for (const model of models.filter(isOfFiles))
      differences.push(
        ...(await differencesIn(
          db,
          model,
          fileId,
          (emit) => file && model.rowsOf(file, inForce, emit, texts),
        )),
      );
  }
  return differences;
};

const hasUnapplied = async (
  store: EventStore,
  stream: StreamName,
  position: Position | undefined,
): Promise<boolean> => {
  const last = await store.lastPosition();
  if (last === undefined || (position !== undefined && comparePositions(position, last) >= 0)) return false;
  let events = 0;
  let isOne = false;
  for await (const batch of store.readAll({ after: position, onDamaged: () => (isOne = true) })) {
    isOne ||= batch.some((event) => event.stream === stream || event.erases === stream);
    events += batch.length;
    if (isOne || events > unappliedMax) return true;
  }
  return isOne;
};

/** Rows with the same key were one row, which was changed. */
const reported = (
  owner: string | null,
  { table, extra, missing }: RowDifference,
): readonly ReadModelDifference[] => {
  const columns = columnsOf(table);
  const keyOf = (cells: readonly Cell[]): string =>
    JSON.stringify([ownerOf(table), ...table.key].map((column) => cells[columns.indexOf(column)]));
  const about = { table: table.name, owner };
  const wanted = new Map(missing.map((cells) => [keyOf(cells), cells]));
  const found = extra.map((cells): ReadModelDifference => {
    const given = wanted.get(keyOf(cells));
    wanted.delete(keyOf(cells));
    return given === undefined
      ? { ...about, what: 'extra', columns: [] }
      : { ...about, what: 'changed', columns: columnsThatDiffer(table, cells, given) };
  });
  return [
    ...found,
    ...[...wanted].map((): ReadModelDifference => ({ ...about, what: 'missing', columns: [] })),
  ];
};

/** An inserted row may hold any text in place of an id, and a report must not pass it on. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
