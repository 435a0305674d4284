import { addDays, type LocalDate, type Step } from '@rt/domain';
import { RULES } from '@rt/rules';
import { sql, type SqlBool } from 'kysely';
import type { ReadDatabase } from '../database/read-database';
import { EXPIRY_KINDS } from '../expiries/expiries.table';
import { EXPIRY_WORDS } from '../expiries/expiry-words';
import { isAcknowledged, isOpen, openAs } from '../findings/status.sql';
import { areOf, type Whose } from '../standings/whose.sql';

/** How many days before its last day something is told to expire. */
export const HORIZON_DAYS = 60;
/** For how many days something that was not renewed is told to have expired. */
export const EXPIRED_DAYS = 90;

/** Whose work, as it was on a day by what is known now. */
export interface WorkQuestion extends Whose {
  readonly on: LocalDate;
  readonly step?: Step | readonly Step[];
  readonly horizonDays?: number;
}

/** The findings that somebody still has to look at: not those that a named person has acknowledged, where nothing else can end them. */
export const openFindings = ({ reader }: ReadDatabase, question: WorkQuestion) => {
  const { on, step } = question;
  let query = reader
    .selectFrom('findings')
    .where(isOpen(on))
    .where(sql<SqlBool>`not (${openAs(on).violation} and ${isAcknowledged(on)})`)
    .where(areOf(question));
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
    .where(areOf(question));
  if (step !== undefined)
    query = query.where(
      'kind',
      'in',
      EXPIRY_KINDS.filter((kind) => [step].flat().includes(EXPIRY_WORDS[kind].step)),
    );
  return query;
};
