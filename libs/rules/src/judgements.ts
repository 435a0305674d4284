/**
 * Recorded judgements: a named person has judged what the machine can only ask. They have effect in the rules that say which of their findings
 * only ask (`isQuestion`). `met` meets the finding or explains the violation, and `notApplicable` voids it, from the day of the judgement.
 * A judgement from before the finding arose is about something else. A judgement made by mistake is retracted, as any entry.
 */
import { ruleIdNow, type EventOf, type PersonalFile, type Recorded } from '@rt/domain';
import type { Finding, Rule } from './rule';
import { openUntil } from './status';

type Judgement = Recorded<EventOf<'JudgementRecorded'>>;

export const settledByJudgement = (
  { isQuestion }: Pick<Rule, 'isQuestion'>,
  findings: readonly Finding[],
  file: PersonalFile,
): readonly Finding[] => {
  const judgements = file.events('JudgementRecorded');
  if (judgements.length === 0) return findings;
  return findings.flatMap((finding) => {
    if (!isQuestion?.(finding.inputs)) return [finding];
    const settling = lastOfEachDay(judgements, finding).find(
      ({ occurredOn, data }) => occurredOn >= finding.arisesOn && data.judgement !== 'notMet',
    );
    return settling && settling.occurredOn < openUntil(finding) ? settled(finding, settling) : [finding];
  });
};

/** The judgements about a finding, of several on one day the last one. */
const lastOfEachDay = (judgements: readonly Judgement[], { rule, subject }: Finding): readonly Judgement[] =>
  judgements
    .filter(({ data }) => ruleIdNow(data.ruleId) === rule && data.subject === subject)
    .filter(({ occurredOn }, index, all) => all[index + 1]?.occurredOn !== occurredOn);

/** A finding that was judged to be met on the day it arose is left out, as a document that was completed on its own day lacks nothing. */
const settled = (
  { fulfilledOn: _, voidedOn: __, explainedOn: ___, ...finding }: Finding,
  { id, occurredOn, data }: Judgement,
): readonly Finding[] => {
  const evidence = [...finding.evidence, id];
  if (data.judgement === 'notApplicable') return [{ ...finding, evidence, voidedOn: occurredOn }];
  if (finding.kind === 'violation') return [{ ...finding, evidence, explainedOn: occurredOn }];
  return occurredOn === finding.arisesOn ? [] : [{ ...finding, evidence, fulfilledOn: occurredOn }];
};
