import { numbersIn, openUntil, ruleOf, RULES } from '@rt/rules';
import { caseClosedFrom } from '../case-closed';
import { rowHolders } from '../holders/row-holders';
import { foundIn } from '../found-in';
import type { FileModel } from '../read-model';
import { FACTS, factsText } from './finding-facts';
import { findingFactsTable, findingsTable } from './findings.table';

/** Changes when a rule is added or gets a new version; the findings of all files are then rebuilt. */
export const rulesVersion = RULES.map(({ id, versions }) => `${id}@${versions.at(-1)?.version ?? 0}`).join(
  ' ',
);

/** The findings of the rules in every file. */
export const findings: FileModel = {
  name: 'findings',
  version: `13 ${rulesVersion}`,
  readsRuleset: true,
  tables: [findingsTable, findingFactsTable],
  rowsOf: (reading, inForce, emit, texts) => {
    const { fileId } = reading;
    const holders = rowHolders(reading.file);
    for (const finding of foundIn(reading, inForce)) {
      const row = {
        fileId,
        id: finding.id,
        rule: finding.rule,
        ruleVersion: finding.ruleVersion,
        severity: finding.severity,
        step: ruleOf(finding).step,
        kind: finding.kind,
        subject: finding.subject,
        trigger: finding.trigger,
        caseId: finding.caseId ?? null,
        arisesOn: finding.arisesOn,
        dueOn: finding.dueOn,
        fulfilledOn: finding.fulfilledOn ?? null,
        voidedOn: finding.voidedOn ?? null,
        explainedOn: finding.explainedOn ?? null,
        acknowledgedOn: finding.acknowledgedOn ?? null,
        acknowledgedUntil: finding.acknowledgedUntil ?? null,
        remindedOn: finding.remindedOn ?? null,
        returnedOn: finding.returnedOn ?? null,
        openUntil: openUntil(finding),
        caseClosedFrom: caseClosedFrom(reading.file, finding.caseId) ?? null,
        numbers: JSON.stringify(numbersIn(finding)),
        evidence: JSON.stringify(finding.evidence),
      };
      for (const holder of holders) emit(findingsTable, { ...row, ...holder });
    }
    const facts = factsText(foundIn(reading, inForce));
    if (facts !== undefined && texts !== undefined)
      emit(findingFactsTable, { fileId, facts: texts.seal(FACTS, facts) });
  },
};
