import { addDays, type FileId, type LocalDate, type Step, type UserId } from '@rt/domain';
import { RULES } from '@rt/rules';
import type { ReadDatabase } from '../database/read-database';
import { EXPIRIES, EXPIRY_KINDS } from '../expiries/expiry-kinds';
import { hasOwnLine } from '../findings/also-found.query';
import { isOpen } from '../findings/status.sql';
import { isHeldBy, type Whose } from '../holders/held-by.sql';

/** From how many days before its last day something is shown as expiring. */
export const HORIZON_DAYS = 60;
/** Whose work is asked for, as on a day according to what is known now. */
export interface WorkQuestion extends Whose {
  readonly on: LocalDate;
  readonly step?: Step | readonly Step[];
  readonly horizonDays?: number;
  /** The reader, and the only files whose reminders for this reader are shown: those that the reader may read. Left out: no reader, all reminders. */
  readonly reminders?: { readonly reader: UserId; readonly files: readonly FileId[] };
}

/** The open findings, a contact that several rules found once. Those that somebody acknowledged have a section of their own. */
export const openFindings = ({ reader }: ReadDatabase, question: WorkQuestion) => {
  const { on, step } = question;
  let query = reader.selectFrom('findings').where(isOpen(on)).where(hasOwnLine(on)).where(isHeldBy(question));
  if (step !== undefined)
    query = query.where(
      'rule',
      'in',
      RULES.filter((rule) => [step].flat().includes(rule.step)).map(({ id }) => id),
    );
  return query;
};

/** The things with a day that have been neither renewed nor ended. The sections say on which days they are shown. */
export const openExpiries = ({ reader }: ReadDatabase, question: WorkQuestion) => {
  const { on, step, horizonDays = HORIZON_DAYS, reminders } = question;
  let query = reader
    .selectFrom('expiries')
    .where('lastDay', '<=', addDays(on, horizonDays))
    .where('openUntil', '>', on)
    .where('statedOn', '<=', on)
    .where(isHeldBy(question));
  if (reminders !== undefined)
    query = query.where((eb) =>
      eb.or([
        eb('kind', '<>', 'reminder'),
        eb('workerId', 'is distinct from', reminders.reader),
        eb('fileId', 'in', reminders.files),
      ]),
    );
  if (step !== undefined)
    query = query.where(
      'kind',
      'in',
      EXPIRY_KINDS.filter((kind) => [step].flat().includes(EXPIRIES[kind].step)),
    );
  return query;
};
