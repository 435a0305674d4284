import type { Answer } from '../openapi/answers';
import type { OwnDraft } from './drafts';

/** When a draft was saved, and until when it is kept. */
export const savedAnswer = ({ draftId, savedAt, keptUntil }: OwnDraft): Answer<'DraftSaved'> => ({
  draftId,
  savedAt,
  keptUntil,
});

/** A draft with what is written in it. */
export const draftAnswer = (draft: OwnDraft): Answer<'Draft'> => ({
  ...savedAnswer(draft),
  fileId: draft.fileId,
  type: draft.type,
  values: draft.values,
});
