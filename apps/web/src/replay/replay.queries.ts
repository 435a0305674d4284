import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type ApiAnswer } from '../api/client';
import type { AnsweredEvent } from './answered';

export type SampleAnswer = ApiAnswer<'Sample'>;
export type SampleLine = SampleAnswer['cases'][number];

/** The settings of the municipality, which a replay needs beside the events of the file. */
export const rulesetQuery = queryOptions({
  queryKey: ['ruleset'],
  queryFn: async () => (await answerOf(api.GET('/api/v1/ruleset'))).settings,
  staleTime: 3_600_000,
});

/** Events in one answer. */
const EVENTS = 1_000;
/** Cases in one answer. */
const CASES = 500;

/** The whole history of a file, read once on the ground of a review. Going along its time asks nothing more of the server. */
export const reviewedFileQuery = (reviewId: string, fileId: string) =>
  queryOptions({
    queryKey: ['reviewed-file', reviewId, fileId],
    queryFn: async (): Promise<readonly AnsweredEvent[]> => {
      const events: AnsweredEvent[] = [];
      for (let from: number | null = 0; from !== null;) {
        const query = { from, limit: EVENTS, review: reviewId };
        const page: ApiAnswer<'History'> = await answerOf(
          api.GET('/api/v1/files/{fileId}/events', { params: { path: { fileId }, query } }),
        );
        events.push(...page.events);
        from = page.next;
      }
      return events;
    },
    staleTime: 600_000,
    enabled: fileId !== '',
  });

/** The sample of a review, with all its cases. */
export const sampleQuery = (reviewId: string) =>
  queryOptions({
    queryKey: ['reviews', reviewId, 'sample'],
    queryFn: async (): Promise<SampleAnswer> => {
      const pages: SampleAnswer[] = [];
      let cursor: string | null | undefined;
      while (cursor !== null) {
        const query = { limit: CASES, ...(cursor !== undefined && { cursor }) };
        const page: SampleAnswer = await answerOf(
          api.GET('/api/v1/reviews/{reviewId}/sample', { params: { path: { reviewId }, query } }),
        );
        pages.push(page);
        cursor = page.next;
      }
      const [first] = pages as [SampleAnswer];
      return {
        ...first,
        cases: pages.flatMap(({ cases }) => cases),
        persons: Object.assign({}, ...pages.map(({ persons }) => persons)) as SampleAnswer['persons'],
        caseLabels: Object.assign(
          {},
          ...pages.map(({ caseLabels }) => caseLabels),
        ) as SampleAnswer['caseLabels'],
      };
    },
  });

export const reviewQuery = (reviewId: string) =>
  queryOptions({
    queryKey: ['reviews', reviewId],
    queryFn: () => answerOf(api.GET('/api/v1/reviews/{reviewId}', { params: { path: { reviewId } } })),
  });
