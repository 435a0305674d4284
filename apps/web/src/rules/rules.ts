import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type ApiAnswer } from '../api/client';

export type RuleInList = ApiAnswer<'Rules'>['rules'][number];
export type RuleAnswer = ApiAnswer<'Rule'>;
export type ExampleTableAnswer = RuleAnswer['examples'][number];

type FoundByRuleAnswer = ApiAnswer<'FindingsByRule'>;

export interface FoundToday {
  readonly on: FoundByRuleAnswer['on'];
  readonly rules: ReadonlyMap<string, FoundByRuleAnswer['rules'][number]>;
}

export const ruleQuery = (ruleId: string) =>
  queryOptions({
    queryKey: ['rules', ruleId],
    queryFn: () => answerOf(api.GET('/api/v1/rules/{ruleId}', { params: { path: { ruleId } } })),
    staleTime: 3_600_000,
  });

/** What each rule finds today in the files that the reader reaches. */
export const foundByRuleQuery = queryOptions({
  queryKey: ['found-by-rule'],
  queryFn: async (): Promise<FoundToday> => {
    const { on, rules } = await answerOf(api.GET('/api/v1/findings/by-rule'));
    return { on, rules: new Map(rules.map((each) => [each.rule, each])) };
  },
});
