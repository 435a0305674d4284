import { addDays, type LocalDate, type Step, type UnitId, type UserId } from '@rt/domain';
import { RULES } from '@rt/rules';
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { ReadDatabase, ReadSchema } from '../database/read-database';
import { unindexed } from '../database/unindexed.sql';
import { EXPIRY_KINDS } from '../expiries/expiries.table';
import { EXPIRY_WORDS } from '../expiries/expiry-words';

/** How many days before its last day something is told to expire. */
export const HORIZON_DAYS = 60;
/** For how many days something that was not renewed is told to have expired. */
export const EXPIRED_DAYS = 90;

/** Whose work, as it was on a day by what is known now. */
export interface WorkQuestion {
  readonly on: LocalDate;
  /** Who has the files, or stands in for those who have them, is asked of this day: today. */
  readonly standsInOn: LocalDate;
  readonly unit?: UnitId;
  readonly worker?: UserId;
  readonly step?: Step | readonly Step[];
  readonly horizonDays?: number;
}

/** The findings that somebody still has to look at: not those that a named person has acknowledged, where nothing else can end them. */
export const openFindings = ({ reader }: ReadDatabase, question: WorkQuestion) => {
  const { on, step } = question;
  let query = reader
    .selectFrom('findings')
    .where('openUntil', '>', on)
    .where('arisesOn', '<=', on)
    .where((eb) =>
      eb.or([eb('kind', '!=', 'violation'), eb('acknowledgedOn', 'is', null), eb('acknowledgedOn', '>', on)]),
    )
    .where((eb) => ofHolder(eb, question));
  if (step !== undefined)
    query = query.where(
      'rule',
      'in',
      RULES.filter((rule) => [step].flat().includes(rule.step)).map(({ id }) => id),
    );
  return query;
};

/** The last days around the day that nothing has taken the place of. */
export const openExpiries = ({ reader }: ReadDatabase, question: WorkQuestion) => {
  const { on, step, horizonDays = HORIZON_DAYS } = question;
  let query = reader
    .selectFrom('expiries')
    .where('lastDay', '>=', addDays(on, -EXPIRED_DAYS))
    .where('lastDay', '<=', addDays(on, horizonDays))
    .where('openUntil', '>', on)
    .where('statedOn', '<=', on)
    // Who has a file stands in the same columns of every table that tells it.
    .where((eb) => ofHolder(eb as unknown as ExpressionBuilder<ReadSchema, 'findings'>, question));
  if (step !== undefined)
    query = query.where(
      'kind',
      'in',
      EXPIRY_KINDS.filter((kind) => [step].flat().includes(EXPIRY_WORDS[kind].step)),
    );
  return query;
};

/** The files of a unit; those that a case worker has, or has as a substitute. */
const ofHolder = (
  eb: ExpressionBuilder<ReadSchema, 'findings'>,
  { unit, worker, standsInOn: day }: WorkQuestion,
): Expression<SqlBool> => {
  if (worker === undefined) return unit === undefined ? eb.lit(true) : eb('unitId', '=', unit);
  const has = eb('workerId', '=', worker);
  const standsIn = eb(
    'fileId',
    'in',
    eb
      .selectFrom('fileAssignments')
      .select('fileAssignments.fileId')
      .where('role', '=', 'substitute')
      .where('userId', '=', worker)
      .where('firstDay', '<=', day)
      .where((each) => each.or([each('lastDay', 'is', null), each('lastDay', '>=', day)]))
      .where((each) => each.or([each('endedOn', 'is', null), each('endedOn', '>', day)])),
  );
  const own = eb.or([has, standsIn]);
  // One worker's open work is a small part of what a unit has ever had.
  return unit === undefined ? own : eb.and([own, unindexed('unitId', unit)]);
};
