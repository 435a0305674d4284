/** What an author writes of a rule, whatever its kind, and what is made of it. */
import { addDays, on, type Text } from '@rt/domain';
import type { Example, Found, Inputs, NumbersOf, Parameters, Rule, RuleKind, RuleVersion } from './rule';

/** A rule as its file states it. A version needs no number and no last day, and days are plain strings. */
export interface WrittenRule<P extends Parameters> extends Omit<
  Rule<P>,
  'kind' | 'title' | 'reading' | 'versions' | 'check' | 'text' | 'examples'
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

/** A finding as its rule sees it: with the facts that the rule stated, and the numbers that applied. */
export type FoundWith<F extends Inputs, P extends Parameters> = Omit<Found, 'inputs'> & {
  readonly inputs: F & NumbersOf<P>;
};

/** Makes a rule of its written form and the check that its kind gives it. */
export const ruleFrom = <P extends Parameters, F extends Inputs>(
  kind: RuleKind,
  { title, reading, versions, examples, ...written }: WrittenRule<P>,
  check: Rule<P>['check'],
  text: (found: FoundWith<F, P>) => Text,
): Rule<P> => ({
  ...written,
  kind,
  title: typeof title === 'function' ? title : () => title,
  reading: typeof reading === 'function' ? reading : () => reading,
  versions: versions.map((version, index) => versionFrom(version, index, versions[index + 1])),
  check,
  text: (found) => text(found as FoundWith<F, P>),
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
