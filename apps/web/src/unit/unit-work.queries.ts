import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';

/** In the place of a case worker: the files that nobody has. */
export const NOBODY = 'nobody';

/** Files in one answer. */
const FILES = 200;

/** The files of the unit, of one case worker, or of nobody. */
export const filesToHandOverQuery = (worker: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['held-files', worker ?? null],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/files', {
          params: {
            query: {
              limit: FILES,
              ...(worker === NOBODY ? { held: NOBODY } : worker !== undefined && { worker }),
              ...(pageParam !== undefined && { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const absencesQuery = (unitId: string) =>
  queryOptions({
    queryKey: ['absences', unitId],
    queryFn: () => answerOf(api.GET('/api/v1/units/{unitId}/absences', { params: { path: { unitId } } })),
  });

/** What a user of the unit has read, and was refused, during a time. */
export const logCheckQuery = (userId: string, from: string, to: string) =>
  infiniteQueryOptions({
    queryKey: ['log-check', userId, from, to],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/users/{userId}/access-log', {
          params: {
            path: { userId },
            query: { from, to, limit: FILES, ...(pageParam !== undefined && { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
