import { RULES, ruleOf } from '@rt/rules';
import { atRestFrom } from '../case-closed';
import { holderOf } from '../file-holder';
import { foundIn } from '../found-in';
import type { ReadModel } from '../read-model';
import { findingsTable } from './findings.table';
import { findingsWords } from './findings.words';
import { openUntil } from './open-until';

/** A rule that is added, or comes out in another version, makes all findings anew. */
export const rulesVersion = RULES.map(({ id, versions }) => `${id}@${versions.at(-1)?.version ?? 0}`).join(
  ' ',
);

/** What the rules find in every file. */
export const findings: ReadModel = {
  name: 'findings',
  version: `4 ${rulesVersion}`,
  words: findingsWords,
  readsRuleset: true,
  tables: [findingsTable],
  rowsOf: (reading, inForce, emit) => {
    const { fileId } = reading;
    const { unitId, workerId } = holderOf(reading.file);
    for (const finding of foundIn(reading, inForce))
      emit(findingsTable, {
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
        unitId,
        workerId,
        arisesOn: finding.arisesOn,
        dueOn: finding.dueOn,
        fulfilledOn: finding.fulfilledOn ?? null,
        voidedOn: finding.voidedOn ?? null,
        explainedOn: finding.explainedOn ?? null,
        acknowledgedOn: finding.acknowledgedOn ?? null,
        openUntil: openUntil(finding),
        atRestFrom: atRestFrom(reading.file, finding.caseId) ?? null,
        inputs: JSON.stringify(finding.inputs),
        evidence: JSON.stringify(finding.evidence),
      });
  },
};
