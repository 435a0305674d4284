import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem';

/** What the pages have asked for, in memory alone. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // What the server has refused it refuses again; only silence is worth another try.
      retry: (failures, error) => !(error instanceof ApiProblem) && failures < 3,
    },
  },
});
