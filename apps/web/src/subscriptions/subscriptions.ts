import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api, type ApiAnswer } from '../api/client';

export type OwnSubscriptions = ApiAnswer<'Subscriptions'>;

export const subscriptionsQuery = queryOptions({
  queryKey: ['subscriptions'],
  queryFn: () => answerOf(api.GET('/api/v1/subscriptions')),
});

/** Chooses when the mail of the day comes. Null: no mail. */
export const useDigestChoice = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (hour: number | null) =>
      answerOf(api.PUT('/api/v1/subscriptions/digest', { body: { hour } })),
    onSuccess: (chosen) => {
      queries.setQueryData(subscriptionsQuery.queryKey, chosen);
    },
  });
};

/** Makes the secret address of the calendar. It is in the answer alone, and nowhere to be asked for again. */
export const useOpenCalendar = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/subscriptions/calendar')),
    onSuccess: () => queries.invalidateQueries({ queryKey: subscriptionsQuery.queryKey }),
  });
};

export const useCloseCalendar = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/v1/subscriptions/calendar')),
    onSuccess: () => queries.invalidateQueries({ queryKey: subscriptionsQuery.queryKey }),
  });
};
