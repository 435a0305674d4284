import type { LocalDate, Text } from '@rt/domain';
import type { Parameters, Rule } from './rule';
import { inMunicipality, parametersFor, type Ruleset, type Where } from './ruleset';

type RuleVersion = Rule['versions'][number];

/**
 * The version in force on a day. Where none is, the one before that day, or else the first one, so that a check always has its
 * numbers: `isInForce` says whether its findings count.
 */
export const versionOn = ({ versions }: Rule, day: LocalDate): RuleVersion =>
  versions.findLast(({ inForceFrom }) => inForceFrom <= day) ?? (versions[0] as RuleVersion);

export const isInForce = ({ inForceFrom, inForceTo }: RuleVersion, day: LocalDate): boolean =>
  inForceFrom <= day && (inForceTo === undefined || day <= inForceTo);

/** What a rule says with the numbers that apply on a day. */
export interface RuleOn {
  readonly parameters: Parameters;
  readonly title: Text;
  readonly reading: Text;
}

/** A rule as it reads on a day, in the whole municipality or in a part of it. */
export const ruleOn = (
  rule: Rule,
  ruleset: Ruleset,
  day: LocalDate,
  where: Where = inMunicipality,
): RuleOn => {
  const parameters = parametersFor(ruleset, rule.id, versionOn(rule, day).parameters, where, day);
  return { parameters, title: rule.title(parameters), reading: rule.reading(parameters) };
};
