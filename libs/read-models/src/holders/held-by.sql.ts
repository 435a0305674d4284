import { absentBehind, type FileId, type LocalDate, type UnitId, type UserId } from '@rt/domain';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { absencesOn } from '../absences/absences.query';
import type { ReadDatabase } from '../database/read-database';
import { unindexed } from '../database/unindexed.sql';

/** Whose files the question is about: those of a unit, of a case worker, or of a case worker within a unit. */
export interface Whose {
  readonly unit?: UnitId;
  readonly worker?: UserId;
  /** The day on which they have the files. For a reader it is today, whatever day the answer is about: a file that was handed over is not theirs. */
  readonly heldOn: LocalDate;
  /** The worker is a substitute in no file on that day (`withSubstitution`). Left out: not known. */
  readonly isNoSubstitute?: true;
  /** The absent workers for whom the worker stands in on that day (`withSubstitution`). */
  readonly absent?: readonly UserId[];
}

/** A unit, and the day on which it has the files that are counted. */
export type UnitQuestion = Required<Pick<Whose, 'unit' | 'heldOn'>>;

/** Whether a row stands for the holder of the day. A row whose file changes hands has one row for each holder, so every question asks this. */
export const isHeldOn = (day: LocalDate): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${sql.ref('heldFrom')} <= ${day} and ${sql.ref('heldUntil')} > ${day})`;

/**
 * The rows about such files, in any table with the columns of `RowHolder`. A case worker has the files of which they are the responsible worker or a
 * substitute, and as a stand-in those of an absent worker. Ask `withSubstitution` first: the condition alone does not know who is absent.
 * @param narrowed whether another condition of the question is narrower and has an index of its own
 */
export const isHeldBy = (
  { unit, worker, heldOn, isNoSubstitute, absent = [] }: Whose,
  { narrowed = false }: { readonly narrowed?: boolean } = {},
): RawBuilder<SqlBool> => {
  const conditions = [isHeldOn(heldOn)];
  if (worker !== undefined) {
    const has = is('workerId', worker, narrowed);
    conditions.push(
      isNoSubstitute ? has : sql`(${has} or ${sql.ref('fileId')} in ${stoodInFor(worker, absent, heldOn)})`,
    );
  }
  // A worker's files are few, so the index on the worker is used and not the one on the unit.
  if (unit !== undefined) conditions.push(is('unitId', unit, narrowed || worker !== undefined));
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
};

/**
 * The question, with the absent workers for whom the worker stands in, and with whether the worker is a substitute in any file. Few are, and without
 * substitutes an index alone can answer: with them the rows of two indexes are joined, which reads every row from the table.
 */
export const withSubstitution = async <Q extends Whose>(db: ReadDatabase, question: Q): Promise<Q> => {
  const { worker, heldOn } = question;
  if (worker === undefined) return question;
  const absent = await absentFor(db, worker, heldOn);
  const { rows } = await sql`${standingIn(worker, absent, heldOn)} limit 1`.execute(db.reader);
  return rows.length === 0 ? { ...question, isNoSubstitute: true } : { ...question, absent };
};

/** The absent workers for whom a worker stands in on a day. */
export const absentFor = async (
  db: ReadDatabase,
  worker: UserId,
  day: LocalDate,
): Promise<readonly UserId[]> => absentBehind(await absencesOn(db, day), worker, day);

const is = (column: string, value: string, narrowed: boolean): RawBuilder<SqlBool> =>
  narrowed ? unindexed(column, value) : sql<SqlBool>`${sql.ref(column)} = ${value}`;

/** The files in which a worker is a substitute on a day, or stands in for an absent worker. */
export const filesStoodInFor = async (
  db: ReadDatabase,
  worker: UserId,
  day: LocalDate,
): Promise<ReadonlySet<FileId>> => {
  const query = sql<{
    readonly fileId: FileId;
  }>`${standingIn(worker, await absentFor(db, worker, day), day)}`;
  const { rows } = await query.execute(db.reader);
  return new Set(rows.map(({ fileId }) => fileId));
};

/** The files in which a worker is a substitute on a day. @param absent the workers for whom the worker stands in */
export const stoodInFor = (worker: UserId, absent: readonly UserId[], day: LocalDate): RawBuilder<never> =>
  sql<never>`(${standingIn(worker, absent, day)})`;

const standingIn = (worker: UserId, absent: readonly UserId[], day: LocalDate): RawBuilder<never> => {
  const of = (column: string) => sql.ref(`fileHolders.${column}`);
  const held = (role: string, users: readonly UserId[]) =>
    sql<never>`select ${of('fileId')} from ${sql.table('fileHolders')}
    where ${of('role')} = ${sql.lit(role)} and ${of('userId')} in (${sql.join(users)}) and ${of('heldFrom')} <= ${day} and ${of('heldUntil')} > ${day}`;
  const assigned = held('substitute', [worker]);
  return absent.length === 0 ? assigned : sql<never>`${assigned} union all ${held('responsible', absent)}`;
};
