/** Applies the rules to a personal file. */
import type { Configuration, LocalDate, PersonalFile } from '@rt/domain';
import { acknowledgements } from './acknowledged';
import type { InForce } from './in-force';
import { settledByJudgement } from './judgements';
import { isPaused } from './paused';
import { RULES } from './register';
import { remindersIn } from './reminded';
import { returnOf } from './returned';
import type { Finding, Found, Rule } from './rule';
import { isInForce, versionOn } from './rule-versions';
import { inFile, parametersFor, type Ruleset } from './ruleset';

/**
 * What the rules find in a file, in the order of the register. A finding is left out if its rule was not in force on the day it arose,
 * or was paused for the file's board or unit. A finding has no status of its own: `statusOn` gives it for a day.
 */
export const findingsOf = (
  file: PersonalFile,
  ruleset: Ruleset,
  configuration: Configuration,
): readonly Finding[] => {
  const findings: Finding[] = [];
  const acknowledged = acknowledgements(file);
  const reminderOf = remindersIn(file);
  for (const rule of RULES)
    for (const finding of findingsOfRule(rule, file, ruleset, configuration))
      findings.push({
        ...finding,
        ...acknowledged.get(finding.id),
        ...reminderOf(finding),
        ...returnOf(file, finding),
      });
  return findings;
};

/** What one rule finds in a file, without its acknowledgements. */
export const findingsOfRule = (
  rule: Rule,
  file: PersonalFile,
  ruleset: Ruleset,
  configuration: Configuration,
): readonly Finding[] => judge(rule, file, ruleset, configuration).findings;

/**
 * The rules that cannot be relied on in a file: a rule that is paused there on one of the days, or that found something which does not
 * count because the rule was paused when it arose. Where such a rule finds nothing, that does not mean that all is well.
 */
export const rulesPausedIn = (
  file: PersonalFile,
  { ruleset, configuration }: Pick<InForce, 'ruleset' | 'configuration'>,
  days: readonly LocalDate[],
): ReadonlySet<string> => {
  const where = inFile(file);
  const paused = RULES.filter(
    (rule) =>
      ruleset.settings.has(rule.id) &&
      (days.some((day) => isPaused(rule, ruleset, where, day)) ||
        judge(rule, file, ruleset, configuration).leftOut),
  );
  return new Set(paused.map(({ id }) => id));
};

interface Judged {
  readonly findings: readonly Finding[];
  /** Whether something was found that does not count because the rule was paused. */
  readonly leftOut: boolean;
}

const judge = (rule: Rule, file: PersonalFile, ruleset: Ruleset, configuration: Configuration): Judged => {
  const where = inFile(file);
  const found = rule.check(file, {
    configuration,
    parametersOn: (day) => parametersFor(ruleset, rule.id, versionOn(rule, day).parameters, where, day),
  });
  const findings: Finding[] = [];
  let leftOut = false;
  for (const obligation of found) {
    const version = versionOn(rule, obligation.arisesOn);
    if (!isInForce(version, obligation.arisesOn)) continue;
    if (isPaused(rule, ruleset, where, obligation.arisesOn)) {
      leftOut = true;
      continue;
    }
    findings.push({
      ...obligation,
      id: obligationId(rule, obligation),
      rule: rule.id,
      ruleVersion: version.version,
      severity: (rule.isQuestion?.(obligation.inputs) && rule.questionSeverity) || rule.severity,
    });
  }
  return { findings: rule.isQuestion ? settledByJudgement(rule, findings, file) : findings, leftOut };
};

const obligationId = (rule: Rule, { subject, trigger }: Found): string => `${rule.id}:${subject}:${trigger}`;
