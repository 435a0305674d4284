import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, type ApiAnswer } from '../api/client';

export type ReviewAnswer = ApiAnswer<'Review'>;
export type ReviewPlanBody = ApiAnswer<'ReviewPlan'>;

export const reviewsQuery = queryOptions({
  queryKey: ['reviews'],
  queryFn: async () => (await answerOf(api.GET('/api/v1/reviews'))).reviews,
});

/** What a draw would take now. */
export const outlookQuery = (reviewId: string) =>
  queryOptions({
    queryKey: ['reviews', reviewId, 'outlook'],
    queryFn: () =>
      answerOf(api.GET('/api/v1/reviews/{reviewId}/outlook', { params: { path: { reviewId } } })),
  });

/** Makes a change of a review. Pressed twice, it is the same request, until it has succeeded. */
const useChange = <Body>(
  change: (body: Body, key: { readonly 'Idempotency-Key': string }) => Promise<unknown>,
) => {
  const queries = useQueryClient();
  const [key, setKey] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (body: Body) => change(body, { 'Idempotency-Key': key }),
    onSuccess: async () => {
      setKey(crypto.randomUUID());
      await queries.invalidateQueries({ queryKey: ['reviews'] });
    },
  });
};

export const usePlanning = () =>
  useChange((body: ReviewPlanBody, header) =>
    answerOf(api.POST('/api/v1/reviews', { params: { header }, body })),
  );

export const useApproving = (reviewId: string) =>
  useChange((filesReviewedWhole: number | null, header) =>
    answerOf(
      api.POST('/api/v1/reviews/{reviewId}/approval', {
        params: { path: { reviewId }, header },
        body: { filesReviewedWhole },
      }),
    ),
  );

export const useDrawing = (reviewId: string) =>
  useChange((body: ApiAnswer<'Draw'>, header) =>
    answerOf(api.POST('/api/v1/reviews/{reviewId}/sample', { params: { path: { reviewId }, header }, body })),
  );

/** @param by the side that closes: the inspector proposes, the approver closes */
export const useClosing = (reviewId: string, by: 'inspector' | 'approver') =>
  useChange((_: undefined, header) => {
    const params = { path: { reviewId }, header };
    return by === 'inspector'
      ? answerOf(api.POST('/api/v1/reviews/{reviewId}/closure', { params }))
      : answerOf(api.POST('/api/v1/reviews/{reviewId}/closure/approval', { params }));
  });
