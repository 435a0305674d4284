/** The written form of a rule, common to the three kinds, and the rule that is made of it. */
import { addDays, on, type LocalDate, type Text } from '@rt/domain';
import type {
  Described,
  Example,
  Inputs,
  NumbersOf,
  Parameters,
  Rule,
  RuleKind,
  RuleVersion,
  ShownStatus,
} from './rule';

/** A rule as its file states it. A version needs no number and no last day, and days are plain strings. */
export interface WrittenRule<P extends Parameters> extends Omit<
  Rule<P>,
  'kind' | 'title' | 'reading' | 'versions' | 'check' | 'statuses' | 'text' | 'examples'
> {
  /** With the numbers in force, where it names any. */
  readonly title: Text | ((numbers: NumbersOf<P>) => Text);
  readonly reading: Text | ((parameters: P) => Text);
  /** Oldest first. Each lasts until the next one begins. */
  readonly versions: readonly [WrittenVersion<P>, ...WrittenVersion<P>[]];
  readonly examples: readonly WrittenExample[];
}

export interface WrittenVersion<P extends Parameters> extends Pick<
  RuleVersion,
  'authority' | 'parameterAuthority'
> {
  /** The document that the rule rests on, and its words. */
  readonly document: string;
  readonly quote: string;
  readonly inForceFrom: string;
  /** Last day of a rule that has retired. */
  readonly inForceTo?: string;
  readonly parameters?: P;
}

interface WrittenExample extends Pick<Example, 'name' | 'given'> {
  readonly on: string;
  readonly then: Example['then'] | 'doesNotApply';
}

/** What a finding tells its rule: its days, the facts that the rule stated, and the numbers that applied. */
export type DescribedWith<F extends Inputs, P extends Parameters> = Omit<Described, 'inputs'> & {
  readonly inputs: F & NumbersOf<P>;
};

/** What a kind of rule adds: how it checks, and what it says in each status. */
interface KindOf<P extends Parameters, F extends Inputs, S extends ShownStatus> {
  readonly kind: RuleKind;
  readonly statuses: readonly S[];
  readonly check: Rule<P>['check'];
  text(found: DescribedWith<F, P>, status: S, since: LocalDate): Text;
}

/** Makes a rule of its written form and of what its kind adds. */
export const ruleFrom = <P extends Parameters, F extends Inputs, S extends ShownStatus>(
  { id, title, reading, versions, examples, ...written }: WrittenRule<P>,
  { kind, statuses, check, text }: KindOf<P, F, S>,
): Rule<P> => ({
  ...written,
  id,
  kind,
  title: typeof title === 'function' ? title : () => title,
  reading: typeof reading === 'function' ? reading : () => reading,
  versions: versions.map((version, index) => versionFrom(version, index, versions[index + 1])),
  check,
  statuses,
  text: (found, status, since) => {
    if (!statuses.includes(status as S)) throw new Error(`a finding of ${id} cannot be ${status}`);
    return text(found as DescribedWith<F, P>, status as S, since);
  },
  examples: examples.map(exampleFrom),
});

const versionFrom = <P extends Parameters>(
  { inForceFrom, inForceTo, authority, parameterAuthority, document, quote, parameters }: WrittenVersion<P>,
  index: number,
  next: WrittenVersion<P> | undefined,
): Rule<P>['versions'][number] => ({
  version: index + 1,
  inForceFrom: on(inForceFrom),
  ...(next
    ? { inForceTo: addDays(on(next.inForceFrom), -1) }
    : inForceTo !== undefined && { inForceTo: on(inForceTo) }),
  authority,
  ...(parameterAuthority && { parameterAuthority }),
  source: { document, quote },
  parameters: parameters ?? ({} as P),
});

const exampleFrom = ({ name, given, on: day, then }: WrittenExample): Example => ({
  name,
  given,
  on: on(day),
  ...(then === 'doesNotApply' ? { then: [], applies: false } : { then }),
});

/** The facts of a finding together with the numbers that applied, so that its texts can name both. */
export const inputsOf = (facts: Inputs, parameters: Parameters): Inputs => {
  const inputs: Record<string, Inputs[string]> = { ...facts };
  for (const [name, value] of Object.entries(parameters)) if (typeof value === 'number') inputs[name] = value;
  return inputs;
};
