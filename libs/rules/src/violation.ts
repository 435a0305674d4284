/** Rules about something that happened and should not have: a contact without consent, a decision without an investigation. */
import type { EventId, LocalDate, PersonalFile, PersonalFileEvent, Recorded, Text } from '@rt/domain';
import type { Inputs, Parameters, Rule, RuleContext } from './rule';
import { inputsOf, ruleFrom, type DescribedWith, type WrittenRule } from './written-rule';

export interface Violation<F extends Inputs> {
  readonly subject: string;
  /** The event that should not have happened as it did. The violation arises on its day, in its case. */
  readonly trigger: Recorded<PersonalFileEvent>;
  /** An event of the case that the violation belongs to. Left out: the trigger. */
  readonly inCaseOf?: Recorded<PersonalFileEvent>;
  /** The day on which a ground came. */
  readonly explainedOn?: LocalDate | undefined;
  readonly facts: F;
  /** Other events that the violation rests on. */
  readonly evidence?: readonly EventId[];
}

interface WrittenViolation<P extends Parameters, F extends Inputs> extends WrittenRule<P> {
  violations(file: PersonalFile, context: RuleContext<P>): readonly Violation<F>[];
  /** What happened, and what was wrong with it: one or more sentences. */
  happened(found: DescribedWith<F, P>): Text;
  /** What explains it; the day follows these words: `En grund kom i efterhand,`. Left out where nothing can explain it. */
  readonly explained?: Text;
}

export const violation = <P extends Parameters, F extends Inputs>({
  violations,
  happened,
  explained,
  ...written
}: WrittenViolation<P, F>): Rule<P> =>
  ruleFrom<P, F, 'violation' | 'explained'>(written, {
    kind: 'violation',
    statuses: explained ? ['violation', 'explained'] : ['violation'],
    check: (file, context) =>
      violations(file, context).map((found) => {
        const { subject, trigger, inCaseOf = trigger, explainedOn, facts, evidence = [] } = found;
        return {
          subject,
          trigger: trigger.id,
          caseId: inCaseOf.caseId,
          kind: 'violation',
          arisesOn: trigger.occurredOn,
          dueOn: trigger.occurredOn,
          ...(explainedOn !== undefined && { explainedOn }),
          inputs: inputsOf(facts, context.parametersOn(trigger.occurredOn)),
          evidence: [trigger.id, ...evidence],
        };
      }),
    text: (found, status, since) => {
      const { sv, en } = happened(found);
      return status === 'violation' || !explained
        ? { sv, en }
        : { sv: `${sv} ${explained.sv} ${since}.`, en: `${en} ${explained.en} ${since}.` };
    },
  });
