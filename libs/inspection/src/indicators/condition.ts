import type { Text } from '@rt/domain';
import { joined } from '../text';

/** A condition on a case, with a description that a reader of the report can check. */
export interface Condition<C> {
  readonly words: Text;
  /** The rules that the condition depends on. Default: none. If one of them is paused in a file, the absence of a finding means nothing. */
  readonly rules?: readonly string[];
  holds(one: C): boolean;
}

export const everyOne: Condition<unknown> = { words: { sv: 'alla', en: 'all' }, holds: () => true };

export const both = <C>(...conditions: readonly Condition<C>[]): Condition<C> => ({
  words: joined(
    conditions.map(({ words }) => words),
    { sv: ' och ', en: ' and ' },
  )!,
  rules: rulesOf(conditions),
  holds: (one) => conditions.every((condition) => condition.holds(one)),
});

export const either = <C>(...conditions: readonly Condition<C>[]): Condition<C> => ({
  words: joined(
    conditions.map(({ words }) => words),
    { sv: ', eller ', en: ', or ' },
  )!,
  rules: rulesOf(conditions),
  holds: (one) => conditions.some((condition) => condition.holds(one)),
});

/** The opposite condition. It has its own description, because a description with “not” in front reads badly. */
export const not = <C>(condition: Condition<C>, words: Text): Condition<C> => ({
  words,
  rules: rulesOf([condition]),
  holds: (one) => !condition.holds(one),
});

/** The rules that the conditions depend on, each once. */
export const rulesOf = (conditions: readonly Pick<Condition<never>, 'rules'>[]): readonly string[] => [
  ...new Set(conditions.flatMap(({ rules = [] }) => rules)),
];
