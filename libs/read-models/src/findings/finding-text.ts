import type { Text } from '@rt/domain';
import { ruleOf, type Found } from '@rt/rules';
import type { FindingRow } from './findings.table';

/** What the finding says, made by its rule of what stands in the row. */
export const textOf = (
  row: Omit<FindingRow, 'inputs' | 'evidence' | 'openUntil' | 'atRestFrom'> &
    Pick<Found, 'inputs' | 'evidence'>,
): Text =>
  ruleOf(row).text({
    ...row,
    caseId: row.caseId ?? undefined,
    fulfilledOn: row.fulfilledOn ?? undefined,
    voidedOn: row.voidedOn ?? undefined,
    explainedOn: row.explainedOn ?? undefined,
  });
