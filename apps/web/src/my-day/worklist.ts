import type { Step } from '@rt/domain';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type ApiAnswer } from '../api/client';
import type { LineSection } from './my-day.search';

export type WorklistPage = ApiAnswer<'Worklist'>;
export type ListedPerson = WorklistPage['persons'][string];

/** Lines in one answer. */
const PAGE = 50;

/** The lines of some sections, page after page. */
export const worklistQuery = (sections: readonly LineSection[], step: Step | undefined) =>
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
