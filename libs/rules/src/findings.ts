/** All rules on one file. */
import type { Configuration, LocalDate, PersonalFile } from '@rt/domain';
import { RULES } from './register';
import type { Finding, Found, Rule } from './rule';
import { isSuspended, parametersFor, type Ruleset } from './ruleset';

/**
 * What the rules find in a file, in the order of the register. What arises on a day when its rule was not in force, or was
 * paused for the file's board or unit, is left out. Status is asked for with a day: see `statusOn`.
 */
export const findingsOf = (
  file: PersonalFile,
  ruleset: Ruleset,
  configuration: Configuration,
): readonly Finding[] => {
  const findings: Finding[] = [];
  const acknowledged = acknowledgements(file);
  for (const rule of RULES)
    for (const finding of findingsOfRule(rule, file, ruleset, configuration)) {
      const acknowledgedOn = acknowledged.get(finding.id);
      findings.push(acknowledgedOn === undefined ? finding : { ...finding, acknowledgedOn });
    }
  return findings;
};

/** What one rule finds in a file, without who has acknowledged it. */
export const findingsOfRule = (
  rule: Rule,
  file: PersonalFile,
  ruleset: Ruleset,
  configuration: Configuration,
): readonly Finding[] => {
  const found = rule.check(file, {
    configuration,
    parametersOn: (day) => parametersFor(ruleset, rule.id, versionOn(rule, day).parameters, file, day),
  });
  const findings: Finding[] = [];
  for (const obligation of found) {
    const version = versionOn(rule, obligation.arisesOn);
    if (!isInForce(version, obligation.arisesOn)) continue;
    if (isSuspended(ruleset, rule.id, file, obligation.arisesOn)) continue;
    findings.push({
      ...obligation,
      id: obligationId(rule, obligation),
      rule: rule.id,
      ruleVersion: version.version,
      severity: rule.severity,
      text: rule.text(obligation),
    });
  }
  return findings;
};

const obligationId = (rule: Rule, { subject, trigger }: Found): string => `${rule.id}:${subject}:${trigger}`;

type Version = Rule['versions'][number];

/** The version in force on a day; where none is, the one that was last, or else the first, so that a check always has its numbers. */
const versionOn = ({ versions }: Rule, day: LocalDate): Version =>
  versions.findLast(({ inForceFrom }) => inForceFrom <= day) ?? (versions[0] as Version);

const isInForce = ({ inForceFrom, inForceTo }: Version, day: LocalDate): boolean =>
  inForceFrom <= day && (inForceTo === undefined || day <= inForceTo);

/** Obligations that a named person has acknowledged and not taken back, with the day from which it stands. */
const acknowledgements = (file: PersonalFile): ReadonlyMap<string, LocalDate> => {
  const acknowledged = new Map<string, LocalDate>();
  for (const { type, occurredOn, data } of file.events('GapAcknowledged', 'GapAcknowledgementWithdrawn')) {
    if (type === 'GapAcknowledgementWithdrawn') acknowledged.delete(data.obligationId);
    else if (!acknowledged.has(data.obligationId)) acknowledged.set(data.obligationId, occurredOn);
  }
  return acknowledged;
};
