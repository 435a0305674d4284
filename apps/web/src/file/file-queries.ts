import type { PersonalFileEvent, Recorded } from '@rt/domain';
import type { CaseThread, ReplayedFinding } from '@rt/rules';
import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type ApiAnswer } from '../api/client';
import { asRecorded } from '../replay/answered';
import { stated, type StatedPurpose } from './purposes';

type HistoryEvent = ApiAnswer<'Event'>;
export type TakenOutEntry = ApiAnswer<'TakenOut'>;
/** What the API answers, with the ids and days that the domain has. */
export type FileFinding = ReplayedFinding;
export type FileThread = CaseThread;
export type ThreadNode = FileThread['nodes'][number];

/** The file as it is known now: what the rules find in it, and the threads of its cases. */
export const openedFileQuery = (fileId: string, purpose?: StatedPurpose) =>
  queryOptions({
    queryKey: ['file', fileId, purpose ?? null],
    queryFn: () =>
      answerOf(api.GET('/api/v1/files/{fileId}', { params: { path: { fileId }, header: stated(purpose) } })),
  });

export interface FileHistory {
  readonly recorded: readonly Recorded<PersonalFileEvent>[];
  readonly takenOut: ReadonlyMap<string, TakenOutEntry>;
}

/** Events in one answer. */
const PAGE = 1_000;

/** Everything that was recorded in the file, in the order of recording. */
export const fileHistoryQuery = (fileId: string, purpose?: StatedPurpose) =>
  queryOptions({
    queryKey: ['file-history', fileId, purpose ?? null],
    queryFn: async (): Promise<FileHistory> => {
      const events: HistoryEvent[] = [];
      const takenOut: TakenOutEntry[] = [];
      let from: number | null = 0;
      while (from !== null) {
        const query = { from, limit: PAGE };
        const page: ApiAnswer<'History'> = await answerOf(
          api.GET('/api/v1/files/{fileId}/events', {
            params: { path: { fileId }, query, header: stated(purpose) },
          }),
        );
        events.push(...page.events);
        takenOut.push(...page.takenOut);
        from = page.next;
      }
      return {
        recorded: events.map(asRecorded),
        takenOut: new Map(takenOut.map((one) => [one.eventId, one])),
      };
    },
  });

/** The label of each code that the municipality has a list of: measures, life areas. */
export const codeLabelsQuery = queryOptions({
  queryKey: ['code-labels'],
  queryFn: async () => {
    const { lists } = await answerOf(api.GET('/api/v1/code-lists'));
    return new Map(
      ['measures', 'lifeAreas'].flatMap((name) =>
        (lists[name] ?? []).map(({ code, label }) => [code, label] as const),
      ),
    );
  },
  staleTime: 3_600_000,
});
