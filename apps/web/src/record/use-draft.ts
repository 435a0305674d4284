import { useEffect, useRef, useState } from 'react';
import { answerOf, api } from '../api/client';
import { stated, type StatedPurpose } from '../file/purposes';
import { DraftSaver, type DraftState } from './draft-saver';
import type { Values } from './form-values';

/** The draft of one form. */
export interface DraftPlace {
  readonly fileId: string;
  readonly draftId: string;
  readonly type: string;
  readonly purpose: StatedPurpose | undefined;
}

const saveDraft = async (
  { fileId, draftId, type, purpose }: DraftPlace,
  values: Values,
  leaving: boolean,
): Promise<string> => {
  const { savedAt } = await answerOf(
    api.PUT('/api/v1/files/{fileId}/drafts/{draftId}', {
      params: { path: { fileId, draftId }, header: stated(purpose) },
      body: { type: type as 'NoteWritten', values },
      // The browser sends it to the end even when the page is gone.
      keepalive: leaving,
    }),
  );
  return savedAt;
};

/** Saves what is written as a draft. @param savedAt when the draft that the form began with was saved */
export const useDraft = (
  { fileId, draftId, type, purpose }: DraftPlace,
  values: Values,
  savedAt: string | undefined,
): { readonly state: DraftState; readonly end: () => void } => {
  const [state, setState] = useState<DraftState>(
    savedAt === undefined ? { is: 'none' } : { is: 'saved', at: savedAt },
  );
  const [saver] = useState(
    () =>
      new DraftSaver<Values>(
        (written, leaving) => saveDraft({ fileId, draftId, type, purpose }, written, leaving),
        setState,
      ),
  );
  const begun = useRef(values);
  useEffect(() => {
    if (values === begun.current) return;
    begun.current = {};
    saver.changed(values);
  }, [saver, values]);
  useEffect(() => {
    const flush = (): void => {
      saver.flush();
    };
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [saver]);
  return {
    state,
    end: () => {
      saver.end();
    },
  };
};
