import type { Text } from '@rt/domain';
import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type ApiAnswer } from '../api/client';

/** The form of an event type, line by line. */
export const schemaQuery = (type: string) =>
  queryOptions({
    queryKey: ['schema', type],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/schemas/{eventType}', {
          params: { path: { eventType: type as 'NoteWritten' } },
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The municipality's and the program's lists of codes. */
export const codeListsQuery = queryOptions({
  queryKey: ['code-lists'],
  queryFn: async () => {
    const { lists } = await answerOf(api.GET('/api/v1/code-lists'));
    return lists;
  },
  staleTime: 3_600_000,
});

/** Which statute and section go with which measure, and since when. */
export const legalBasesQuery = queryOptions({
  queryKey: ['code-lists', 'legal-bases'],
  queryFn: async () => (await answerOf(api.GET('/api/v1/code-lists'))).legalBases,
  staleTime: 3_600_000,
});

type CodeLists = ApiAnswer<'CodeLists'>['lists'];

/** The label of a code, whichever list it is of. */
export const labelsIn = (lists: CodeLists): ReadonlyMap<string, Text> =>
  new Map(
    ['outcomes', 'partyKinds', 'partyRelations', 'measures'].flatMap((name) =>
      (lists[name] ?? []).map(({ code, label }) => [code, label] as const),
    ),
  );
