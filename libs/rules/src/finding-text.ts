import { addDays, shape, type LocalDate, type ShapedFields, type Text } from '@rt/domain';
import { ruleOf } from './register';
import type { Inputs, ShownStatus } from './rule';
import { isOpenStatus, type ObligationDays } from './status';

/** The parts of a finding that its words are made of. */
export interface DescribedFinding extends Omit<ObligationDays, 'kind'> {
  readonly rule: string;
  readonly inputs: Inputs;
}

/** The words of a finding in a status. */
export const FINDING_WORDS = {
  title: shape.inBoth(),
  text: shape.described(shape.inBoth(), 'What the finding says in the status it has'),
  whatToDo: shape.described(
    shape.orNull(shape.inBoth()),
    'What the case worker can do about it; null where nothing is left to do',
  ),
};
export type FindingWords = ShapedFields<typeof FINDING_WORDS>;

/** What is missing or wrong, with the numbers that applied when the finding arose. They are among its inputs. */
export const titleOf = (finding: Pick<DescribedFinding, 'rule' | 'inputs'>): Text =>
  ruleOf(finding).title(finding.inputs);

/** The numbers among a finding's inputs: the parameters of its rule that applied. They are the municipality's own and say nothing about a person. */
export const numbersIn = ({ rule, inputs }: Pick<DescribedFinding, 'rule' | 'inputs'>): Inputs => {
  const numbers: Record<string, Inputs[string]> = {};
  for (const name of numberNames(rule)) if (name in inputs) numbers[name] = inputs[name] as Inputs[string];
  return numbers;
};

/** The names of a rule's parameters that are numbers, in any version. Asked for every finding of every file, so they are kept. */
const numberNames = (rule: string): readonly string[] => {
  let names = namesOfNumbers.get(rule);
  if (names === undefined) {
    const parameters = ruleOf({ rule }).versions.flatMap((version) => Object.entries(version.parameters));
    names = [...new Set(parameters.flatMap(([name, value]) => (typeof value === 'number' ? [name] : [])))];
    namesOfNumbers.set(rule, names);
  }
  return names;
};
const namesOfNumbers = new Map<string, readonly string[]>();

/** The words of a finding in the status that it has on the day asked about. */
export const wordsOf = (finding: DescribedFinding, status: ShownStatus): FindingWords => {
  const rule = ruleOf(finding);
  return {
    title: titleOf(finding),
    text: rule.text(finding, status, sinceWhen(finding, status)),
    whatToDo: isOpenStatus(status) ? rule.whatToDo : null,
  };
};

/** The first day of a status that a finding has. */
const sinceWhen = (
  { arisesOn, dueOn, fulfilledOn, voidedOn, explainedOn }: DescribedFinding,
  status: ShownStatus,
): LocalDate => {
  switch (status) {
    case 'pending':
    case 'violation':
      return arisesOn;
    case 'overdue':
      return addDays(dueOn, 1);
    case 'fulfilled':
    case 'fulfilledLate':
      return fulfilledOn ?? arisesOn;
    case 'voided':
      return voidedOn ?? arisesOn;
    case 'explained':
      return explainedOn ?? arisesOn;
  }
};
