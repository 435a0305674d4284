import { field, type FileId, type Payload } from '@rt/domain';
import { HistoryDamaged } from '@rt/event-store';
import { Refused, type Actor, type Handling } from '@rt/handling';
import type { Answer } from '../openapi/answers';

/** The files that one request may hand over. */
const filesMax = 200;

/** The body of a request that hands over files. */
export const HANDOVER_FIELDS = {
  occurredOn: field.day('Dag', 'Day', { help: ['Dagen det bestämdes', 'The day it was decided'] }),
  from: field.day('Från och med', 'From', { help: ['Första dagen med akten', 'First day with the file'] }),
  files: field.parts(
    {
      fileId: field.plainId<FileId>('Personakt', 'Personal file'),
      userId: field.caseWorker('Ny handläggare', 'New case worker'),
    },
    'Akter',
    'Files',
    { min: 1, max: filesMax },
  ),
};
type Handover = Payload<typeof HANDOVER_FIELDS>;

/** What came of one file: an event, or the reason why there is none. */
type HandedOver = Answer<'HandedOver'>['files'][number];

/**
 * Assigns each file to its new case worker, one file after another. A file that is refused leaves the others as they are. Each file has a command of its
 * own under the same key, so the same request may be sent again after a failure: files that are done give the same answer.
 */
export const handOverFiles = async (
  handling: Handling,
  actor: Actor,
  key: string,
  { occurredOn, from, files }: Handover,
): Promise<readonly HandedOver[]> => {
  const done: HandedOver[] = [];
  for (const { fileId, userId } of files)
    done.push(
      await handling
        .record(actor, fileId, key, {
          type: 'CaseWorkerAssigned',
          occurredOn,
          data: { userId, role: 'responsible', from },
        })
        .then(
          ({ events: [event] }): HandedOver => ({ fileId, eventId: event?.eventId ?? null, refused: null }),
          (error: unknown): HandedOver => ({ fileId, eventId: null, refused: refusalOf(error) }),
        ),
    );
  return done;
};

/** @throws the error, if it is not about this file alone */
const refusalOf = (error: unknown): HandedOver['refused'] => {
  if (error instanceof HistoryDamaged)
    return {
      code: error.code,
      sv: 'Det som är lagrat om akten är skadat. Säg till driften.',
      en: 'What is stored of the file is damaged. Tell the operator.',
    };
  if (!(error instanceof Refused)) throw error;
  const [first] = error.errors;
  return { code: error.code, sv: first?.sv ?? '', en: first?.en ?? '' };
};
