import { queryOptions, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { answerOf, api, type ApiAnswer } from '../api/client';
import { ApiProblem } from '../api/api-problem';

export type Session = ApiAnswer<'Session'>;

/** Who is signed in; null: nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await answerOf(api.GET('/api/v1/session'));
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

export const useSession = (): Session => {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('useSession is called on a page that nobody is signed in to');
  return data;
};

export const directoryQuery = queryOptions({
  queryKey: ['directory'],
  queryFn: () => answerOf(api.GET('/api/v1/directory')),
  staleTime: Number.POSITIVE_INFINITY,
});

export const useSignIn = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (userId: string) => answerOf(api.POST('/api/v1/session', { body: { userId } })),
    onSuccess: (session) => {
      queries.setQueryData(sessionQuery.queryKey, session);
    },
  });
};

export const useSignOut = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answerOf(api.DELETE('/api/v1/session')),
    // Nothing that the user before has read stays in memory for the next one.
    onSuccess: () => {
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, null);
    },
  });
};

/** Lets a session that ended elsewhere lead to the sign-in from whatever page asks next. */
export const watchForTheEnd = (queries: QueryClient): void => {
  queries.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' || query.state.status !== 'error') return;
    const { error } = query.state;
    if (error instanceof ApiProblem && error.status === 401)
      queries.setQueryData(sessionQuery.queryKey, null);
  });
};
