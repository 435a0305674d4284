import { addDays, on as dayOf, type Step } from '@rt/domain';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ApiProblem } from '../api/api-problem';
import { answerOf, api, type ApiAnswer } from '../api/client';
import type { ShownList, UnitSearch } from './unit.search';

type UnitFindings = ApiAnswer<'Findings'>;
export type UnitFinding = UnitFindings['findings'][number];

export const unitStatusQuery = (unitId: string, on: string | undefined) =>
  queryOptions({
    queryKey: ['unit-status', unitId, on ?? null],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/units/{unitId}/status', {
          params: { path: { unitId }, query: on === undefined ? {} : { on } },
        }),
      ),
  });

/** The twelve months behind today, whichever day is looked at. */
export const unitTrendQuery = (unitId: string) =>
  queryOptions({
    queryKey: ['unit-trend', unitId],
    queryFn: () => answerOf(api.GET('/api/v1/units/{unitId}/trend', { params: { path: { unitId } } })),
  });

/** Lines of the first answer, and of those after it. */
const PAGE = { first: 50, more: 500 } as const;
/** The days within which something is due soon. */
const NEAR_DAYS = 7;

const LISTS = {
  overdue: { status: ['overdue'], inCase: 'open' },
  violations: { status: ['violation'], inCase: 'open' },
  broken: { status: ['overdue', 'violation'], inCase: 'open' },
  soon: { status: ['pending'], inCase: 'open' },
  closed: { status: ['overdue', 'violation'], inCase: 'closed' },
} as const satisfies Readonly<Record<ShownList, object>>;

interface ListFilters {
  readonly on: string;
  readonly status: ('overdue' | 'violation' | 'pending')[];
  readonly inCase: 'open' | 'closed';
  readonly each: 'true';
  readonly dueBy?: string;
  readonly step?: Step[];
  readonly rule?: string[];
  readonly worker?: string;
  readonly order?: 'newestFirst';
}

/** The question to the API that a list of the page asks. @param day of the figures */
export const filtersOf = (
  { show = 'overdue', step, rule, worker, order }: UnitSearch,
  day: string,
): ListFilters => {
  const { status, inCase } = LISTS[show];
  return {
    on: day,
    status: [...status],
    inCase,
    // The numbers count every finding, so each has a line of its own.
    each: 'true',
    ...(show === 'soon' && { dueBy: addDays(dayOf(day), NEAR_DAYS) }),
    ...(step !== undefined && { step: [step] }),
    ...(rule !== undefined && { rule: [rule] }),
    ...(worker !== undefined && { worker }),
    ...(order !== undefined && { order }),
  };
};

/** The lines of a list, page after page. */
export const unitFindingsQuery = (filters: ListFilters) =>
  infiniteQueryOptions({
    queryKey: ['unit-findings', filters],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/findings', {
          params: {
            query: {
              ...(filters as object),
              limit: pageParam === undefined ? PAGE.first : PAGE.more,
              ...(pageParam !== undefined && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** The whole list as a file. @param type media type of the file. @throws ApiProblem */
export const listAsFile = async (filters: ListFilters, type: string): Promise<Blob> => {
  const query = new URLSearchParams(
    Object.entries(filters).map(([name, value]) => [name, [value].flat().join(',')]),
  );
  const answer = await fetch(`/api/v1/findings?${query.toString()}`, {
    headers: { Accept: type, 'Accept-Language': document.documentElement.lang },
  });
  if (!answer.ok) throw new ApiProblem(answer.status, await answer.json().catch(() => undefined));
  return answer.blob();
};
