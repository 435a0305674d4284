import type { FileId, PersonalFile } from '@rt/domain';
import { numbersIn, openUntil, ruleOf, type Finding } from '@rt/rules';
import { caseClosedFrom } from '../case-closed';
import type { RowHolder } from '../holders/row-holders';
import type { FindingRow } from './findings.table';
import type { SharedLine } from './shared-lines';

/** The row of a finding, without the holder of the file. */
export const findingRow = (
  fileId: FileId,
  file: PersonalFile,
  finding: Finding,
  shared: SharedLine | undefined,
): Omit<FindingRow, keyof RowHolder> => ({
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
  caseClosedFrom: caseClosedFrom(file, finding.caseId) ?? null,
  lineOf: shared?.lineOf ?? null,
  ownLineFrom: shared?.ownLineFrom ?? null,
  numbers: JSON.stringify(numbersIn(finding)),
  evidence: JSON.stringify(finding.evidence),
});
