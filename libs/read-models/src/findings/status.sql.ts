import type { LocalDate } from '@rt/domain';
import type { Status } from '@rt/rules';
import { sql, type RawBuilder } from 'kysely';

const arisesOn = sql.ref('arisesOn');
const dueOn = sql.ref('dueOn');
const fulfilledOn = sql.ref('fulfilledOn');
const voidedOn = sql.ref('voidedOn');
const explainedOn = sql.ref('explainedOn');

/** `statusOn` of the rules, said in SQL of a findings row, so that counting a unit's gaps fetches none of them. A spec holds the two together. */
export const statusSql = (on: LocalDate): RawBuilder<Status> => sql<Status>`case
  when ${on} < ${arisesOn} then 'notYet'
  when ${fulfilledOn} <= ${on} and (${voidedOn} is null or ${voidedOn} > ${on} or ${voidedOn} >= ${fulfilledOn})
    then case when ${fulfilledOn} <= ${dueOn} then 'fulfilled' else 'fulfilledLate' end
  when ${voidedOn} <= ${on} then 'voided'
  when ${sql.ref('kind')} = 'violation' then case when ${explainedOn} <= ${on} then 'explained' else 'violation' end
  when ${on} <= ${dueOn} then 'pending'
  else 'overdue' end`;
