import { RULES, type Found, type Rule } from '@rt/rules';
import type { FindingRow } from './findings.table';

const rules: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** @throws Error if the row was made by a rule that this program does not have */
export const ruleOf = (id: string): Rule => {
  const rule = rules.get(id);
  if (rule === undefined) throw new Error(`findings of a rule that is not in the register: ${id}`);
  return rule;
};

/** The text of a finding, which its rule makes from the row. */
export const textOf = (
  row: Omit<FindingRow, 'inputs' | 'evidence' | 'openUntil' | 'atRestFrom' | 'heldFrom' | 'heldUntil'> &
    Pick<Found, 'inputs' | 'evidence'>,
): { readonly sv: string; readonly en: string } =>
  ruleOf(row.rule).text({
    ...row,
    caseId: row.caseId ?? undefined,
    fulfilledOn: row.fulfilledOn ?? undefined,
    voidedOn: row.voidedOn ?? undefined,
    explainedOn: row.explainedOn ?? undefined,
  });
