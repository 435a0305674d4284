import { assignedFrom, on, unitOn, type PersonalFile, type Thread, type UserId } from '@rt/domain';
import { findingsOf, RULES, type Rule } from '@rt/rules';
import type { ReadModel } from '../read-model';
import { findingsTable } from './findings.table';
import { findingsWords } from './findings.words';

const ruleOf: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** A rule that is added, or comes out in another version, makes all findings anew. */
const rulesVersion = RULES.map(({ id, versions }) => `${id}@${versions.at(-1)?.version ?? 0}`).join(' ');

/** What the rules find in every file. */
export const findings: ReadModel = {
  name: 'findings',
  version: `1 ${rulesVersion}`,
  words: findingsWords,
  readsRuleset: true,
  tables: [findingsTable],
  rowsOf: ({ fileId, file }, { ruleset, configuration }, emit) => {
    const unitId = unitOn(file, endOfTime) ?? null;
    const workerId = workerOf(file) ?? null;
    for (const finding of findingsOf(file, ruleset, configuration))
      emit(findingsTable, {
        fileId,
        id: finding.id,
        rule: finding.rule,
        ruleVersion: finding.ruleVersion,
        severity: finding.severity,
        step: (ruleOf.get(finding.rule) as Rule).step,
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
        inputs: JSON.stringify(finding.inputs),
        evidence: JSON.stringify(finding.evidence),
      });
  },
};

/** Asked about this day, everything that is recorded counts. */
const endOfTime = on('9999-12-31');

/**
 * The case worker who has the file now: of the responsible workers the one assigned last, unless unassigned. A last day that was named with the
 * assignment is left to `unitOn` and replay: no clock tells here whether it has come, and work stays with its worker until somebody
 * else is named.
 */
const workerOf = (file: PersonalFile): UserId | undefined => {
  let last: Thread<'assignment'> | undefined;
  for (const assignment of file.every('assignment')) {
    if (assignment.begun.data.role !== 'responsible') continue;
    if (assignment.later('CaseWorkerUnassigned').length > 0) continue;
    if (!last || assignedFrom(assignment) >= assignedFrom(last)) last = assignment;
  }
  return last?.begun.data.userId;
};
