import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Answer } from '../api/client';
import type { Section, Step } from './my-day.search';

export type Worklist = Answer<'Worklist'>;
export type Person = Worklist['persons'][string];

/** Lines in one answer. */
const PAGE = 50;

/** The lines of some sections, page after page. */
export const worklistQuery = (sections: readonly Section[], step: Step | undefined) =>
  infiniteQueryOptions({
    queryKey: ['worklist', sections, step],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/worklist', {
          params: {
            query: {
              section: [...sections],
              limit: PAGE,
              ...(step !== undefined && { step: [step] }),
              ...(pageParam !== undefined && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: async () => {
    const { rules } = await answerOf(api.GET('/api/v1/rules'));
    return new Map(rules.map((rule) => [rule.id, rule]));
  },
  staleTime: 3_600_000,
});
