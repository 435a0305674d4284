import { queryOptions } from '@tanstack/react-query';
import { ApiProblem } from '../api/api-problem';
import { answerOf, api, type ApiAnswer } from '../api/client';
import { stated, type StatedPurpose } from '../file/purposes';

export type DraftListed = ApiAnswer<'Drafts'>['drafts'][number];

const ownDrafts = () => answerOf(api.GET('/api/v1/drafts'));

/** One's own drafts, the one saved last first. */
export const draftsQuery = queryOptions({ queryKey: ['drafts'], queryFn: ownDrafts, staleTime: 0 });

/**
 * What a form of a step begins with where it was begun before; null: it was not. Asked once: what is written afterwards is newer.
 */
export const draftQuery = (
  fileId: string,
  {
    draftId,
    type,
    purpose,
  }: { readonly draftId: string; readonly type: string; readonly purpose?: StatedPurpose | undefined },
) =>
  queryOptions({
    queryKey: ['draft', fileId, draftId],
    queryFn: async (): Promise<ApiAnswer<'Draft'> | null> => {
      try {
        const { drafts } = await ownDrafts();
        const isThere = drafts.some(
          (draft) => draft.draftId === draftId && draft.fileId === fileId && draft.type === type,
        );
        return isThere
          ? await answerOf(
              api.GET('/api/v1/files/{fileId}/drafts/{draftId}', {
                params: { path: { fileId, draftId }, header: stated(purpose) },
              }),
            )
          : null;
      } catch (error) {
        // Not every role has drafts.
        if (error instanceof ApiProblem && error.status < 500) return null;
        throw error;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export const discardDraft = (draftId: string) =>
  answerOf(api.DELETE('/api/v1/drafts/{draftId}', { params: { path: { draftId } } }));
