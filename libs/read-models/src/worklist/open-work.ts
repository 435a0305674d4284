import { addDays, type FileId, type LocalDate, type Step } from '@rt/domain';
import { RULES } from '@rt/rules';
import { sql, type SqlBool } from 'kysely';
import type { ReadDatabase } from '../database/read-database';
import { EXPIRY_KINDS, EXPIRY_WORDS } from '../expiries/expiry-words';
import { isAcknowledged, isOpen, openAs } from '../findings/status.sql';
import { isHeldBy, type Whose } from '../holders/held-by.sql';

/** From how many days before its last day something is shown as expiring. */
export const HORIZON_DAYS = 60;
/** For how many days after its last day something that was not renewed is shown as expired. */
export const EXPIRED_DAYS = 90;

/** Whose work is asked for, as on a day according to what is known now. */
export interface WorkQuestion extends Whose {
  readonly on: LocalDate;
  readonly step?: Step | readonly Step[];
  readonly horizonDays?: number;
  /** Files whose reminders are left out, because the reader may not read the files. */
  readonly closedFiles?: readonly FileId[];
}

/** The findings with work left to do. An acknowledged violation is not among them, because nothing else is left to do about it. */
export const openFindings = ({ reader }: ReadDatabase, question: WorkQuestion) => {
  const { on, step } = question;
  let query = reader
    .selectFrom('findings')
    .where(isOpen(on))
    .where(sql<SqlBool>`not (${openAs(on).violation} and ${isAcknowledged(on)})`)
    .where(isHeldBy(question));
  if (step !== undefined)
    query = query.where(
      'rule',
      'in',
      RULES.filter((rule) => [step].flat().includes(rule.step)).map(({ id }) => id),
    );
  return query;
};

/** The last days around the day that have been neither renewed nor ended, and the reminders of the day and of days before. */
export const openExpiries = ({ reader }: ReadDatabase, question: WorkQuestion) => {
  const { on, step, horizonDays = HORIZON_DAYS, closedFiles = [] } = question;
  let query = reader
    .selectFrom('expiries')
    .where('lastDay', '<=', addDays(on, horizonDays))
    .where((eb) =>
      eb.or([
        eb.and([eb('kind', '<>', 'reminder'), eb('lastDay', '>=', addDays(on, -EXPIRED_DAYS))]),
        eb.and([eb('kind', '=', 'reminder'), eb('lastDay', '<=', on)]),
      ]),
    )
    .where('openUntil', '>', on)
    .where('statedOn', '<=', on)
    .where(isHeldBy(question));
  if (closedFiles.length > 0)
    query = query.where((eb) => eb.or([eb('kind', '<>', 'reminder'), eb('fileId', 'not in', closedFiles)]));
  if (step !== undefined)
    query = query.where(
      'kind',
      'in',
      EXPIRY_KINDS.filter((kind) => [step].flat().includes(EXPIRY_WORDS[kind].step)),
    );
  return query;
};
