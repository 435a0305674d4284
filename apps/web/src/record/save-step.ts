import { SPECS, type PersonalFileEventType } from '@rt/domain';
import { ApiProblem } from '../api/api-problem';
import { answerOf, api } from '../api/client';
import { stated, type StatedPurpose } from '../file/purposes';
import type { Clash, OtherEvent } from './both-versions';

export interface StepToSave {
  readonly fileId: string;
  /** The id of the draft: the same id again is the same command, however often it is sent. */
  readonly draftId: string;
  readonly purpose: StatedPurpose | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  /** The revision of the file that the writer has seen. */
  readonly revision: number;
  /** The writer. */
  readonly userId: string;
}

/**
 * Saves a step. What a colleague has recorded meanwhile comes in between only if it is about the same thing.
 * @returns the clash, if the step was not stored. @throws ApiProblem, NoConnection
 */
export const saveStep = async (step: StepToSave): Promise<Clash | undefined> => {
  try {
    await post(step);
    return undefined;
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    if (error.code === 'KEY_REUSED') return storedBefore(step);
    if (error.code !== 'REVISION_MISMATCH') throw error;
    const { events, revision } = await eventsAfter(step);
    const theirs = events.filter((event) => isSameMatter(event, step.body));
    return theirs.length > 0 ? { is: 'recordedBetween', theirs, revision } : saveStep({ ...step, revision });
  }
};

const post = ({ fileId, draftId, purpose, body, revision }: StepToSave) =>
  answerOf(
    api.POST('/api/v1/files/{fileId}/events', {
      params: {
        path: { fileId },
        header: { 'Idempotency-Key': draftId, 'If-Match': `"${revision}"`, ...stated(purpose) },
      },
      body: body as never,
    }),
  );

const eventsAfter = async ({
  fileId,
  purpose,
  revision,
}: StepToSave): Promise<{ readonly events: readonly OtherEvent[]; readonly revision: number }> => {
  const { events } = await answerOf(
    api.GET('/api/v1/files/{fileId}/events', {
      params: { path: { fileId }, query: { from: revision + 1, limit: 1_000 }, header: stated(purpose) },
    }),
  );
  return { events, revision: events.at(-1)?.revision ?? revision };
};

/** So many events before the one that the writer has seen: the step was stored before the page was loaded again. */
const lookBack = 500;

/** What this very form stored before: the newest event of its type by its author. */
const storedBefore = async (step: StepToSave): Promise<Clash> => {
  const { events, revision } = await eventsAfter({
    ...step,
    revision: Math.max(-1, step.revision - lookBack),
  });
  const own = events.filter(
    ({ type, recordedBy }) => type === step.body['type'] && recordedBy === step.userId,
  );
  return { is: 'storedBefore', theirs: own.slice(-1), revision };
};

/** The same kind of step in the same case (notes and contacts are many), or one that names the same thing. */
const isSameMatter = ({ type, caseId, data }: OtherEvent, body: StepToSave['body']): boolean => {
  const isOnceInACase = SPECS[type as PersonalFileEventType].caseId === 'required';
  if (isOnceInACase && type === body['type'] && caseId === body['caseId']) return true;
  const theirs = idsIn(data);
  return [...idsIn(body['data'])].some((id) => theirs.has(id));
};

const idsIn = (data: unknown): ReadonlySet<string> =>
  new Set(JSON.stringify(data ?? {}).match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g));
