import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type ApiAnswer } from '../api/client';
import { stated, type StatedPurpose } from '../file/purposes';

export type ComparisonAnswer = ApiAnswer<'OrderComparison'>;
export type ComparedPair = ComparisonAnswer['pairs'][number];

/** An order held against a plan. @param planId undefined: the newest plan */
export const comparisonQuery = (
  fileId: string,
  orderId: string,
  planId: string | undefined,
  purpose: StatedPurpose | undefined,
) =>
  queryOptions({
    queryKey: ['comparison', fileId, orderId, planId ?? null, purpose ?? null],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/files/{fileId}/orders/{orderId}/comparison', {
          params: {
            path: { fileId, orderId },
            query: planId === undefined ? {} : { plan: planId },
            header: stated(purpose),
          },
        }),
      ),
  });
