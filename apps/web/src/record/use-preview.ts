import { useEffect, useState } from 'react';
import { answerOf, api, type ApiAnswer } from '../api/client';
import { stated } from '../file/purposes';
import type { DraftPlace } from './use-draft';

export type PreviewAnswer = ApiAnswer<'Preview'>;
type StepBody = Record<string, unknown>;

/** Writing is interrupted this long before the server is asked. */
const PAUSE_MS = 700;

/**
 * What the step would do, asked a moment after the last change. Undefined while the form is not complete enough to be decided, or while the server does
 * not answer: saving says why.
 */
export const usePreview = (
  { fileId, draftId: key, purpose }: Pick<DraftPlace, 'fileId' | 'draftId' | 'purpose'>,
  body: StepBody,
): PreviewAnswer | undefined => {
  const asked = JSON.stringify(body);
  const [answer, setAnswer] = useState<{
    readonly asked: string;
    readonly preview: PreviewAnswer | undefined;
  }>();
  useEffect(() => {
    let isCurrent = true;
    const timer = window.setTimeout(() => {
      void previewOf({ fileId, key, purpose }, JSON.parse(asked) as StepBody).then((preview) => {
        if (isCurrent) setAnswer({ asked, preview });
      });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      window.clearTimeout(timer);
    };
  }, [fileId, key, purpose, asked]);
  // What was said of an earlier wording stands until the next answer, so that the bar does not flicker while one writes.
  return answer?.preview;
};

const previewOf = async (
  {
    fileId,
    key,
    purpose,
  }: { readonly fileId: string; readonly key: string; readonly purpose: DraftPlace['purpose'] },
  body: StepBody,
): Promise<PreviewAnswer | undefined> => {
  try {
    const answer = await answerOf(
      api.POST('/api/v1/files/{fileId}/events', {
        params: {
          path: { fileId },
          query: { preview: 'true' },
          header: { 'Idempotency-Key': key, ...stated(purpose) },
        },
        body: body as never,
      }),
    );
    return 'findings' in answer ? answer : undefined;
  } catch {
    return undefined;
  }
};
