/** Rules about what a document lacks: an order without a purpose, a plan without goals, an investigation without wishes. */
import type { LocalDate, PersonalFile, PersonalFileEvent, Recorded, Text } from '@rt/domain';
import { dutyPeriodsOf, type DutyPeriod } from './duty-periods';
import { lacksIn, type DocumentVersion, type Judged } from './lacks';
import type { Inputs, Parameters, Rule, RuleContext } from './rule';
import { inputsOf, ruleFrom, type FoundWith, type WrittenRule } from './written-rule';

/** A document of a file, or several that take each other's place. */
export interface JudgedDocument<F extends Inputs> {
  /** The event that brought the first version. The document belongs to its case. */
  readonly trigger: Recorded<PersonalFileEvent>;
  /** Left out: the day of the trigger. */
  readonly arisesOn?: LocalDate;
  /** The day from which the document is no longer judged, whatever happens to the case. */
  readonly overOn?: LocalDate | undefined;
  /** Left out: from `arisesOn` until the case closes or the document is over, and again from each reopening of the case. */
  readonly periods?: readonly DutyPeriod[];
  /** The later versions, oldest first. */
  readonly versions: readonly DocumentVersion[];
  /** Judges the document as it reads at the end of a day; `undefined` says that the day changes nothing. */
  judge(day: LocalDate): Judged<F> | undefined;
}

interface WrittenQuality<P extends Parameters, F extends Inputs> extends WrittenRule<P> {
  documents(file: PersonalFile, context: RuleContext<P>): readonly JudgedDocument<F>[];
  text(found: FoundWith<F, P>): Text;
}

export const quality = <P extends Parameters, F extends Inputs>({
  documents,
  text,
  ...written
}: WrittenQuality<P, F>): Rule<P> =>
  ruleFrom(
    'quality',
    written,
    (file, context) =>
      documents(file, context).flatMap(
        ({
          trigger,
          arisesOn = trigger.occurredOn,
          overOn,
          periods = dutyPeriodsOf(file, trigger, arisesOn, overOn),
          versions,
          judge,
        }) =>
          periods
            .flatMap((period) => lacksIn(period, versions, judge))
            .map(({ inputs, ...lack }) => ({
              ...lack,
              caseId: trigger.caseId,
              kind: 'quality',
              inputs: inputsOf(inputs, context.parametersOn(lack.arisesOn)),
            })),
      ),
    text,
  );
