import type { FileId, PersonalFileEvent, Recorded } from '@rt/domain';
import type { EventStore, NewEvent } from '@rt/event-store';
import { streamOfFile } from './file-stream';

/** The id of the n-th test file. */
export const fileId = (number: number): FileId =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as FileId;

/** Appends events directly to the stream of a file, as another process would. Repositories are not informed. */
export const append = async (
  store: EventStore,
  file: FileId,
  events: readonly Recorded<PersonalFileEvent>[],
): Promise<void> => {
  if (events.length === 0) return;
  const stream = streamOfFile(file);
  const last = (await store.readStream(stream)).at(-1);
  await store.append(stream, last?.revision ?? 'none', events.map(asNew));
};

/** The envelope of a redaction contains the id of its entry too. */
export const asNew = (event: Recorded<PersonalFileEvent>): NewEvent => ({
  id: event.id,
  type: event.type,
  schemaVersion: event.schemaVersion,
  occurredOn: event.occurredOn,
  occurredTime: event.occurredTime,
  recordedBy: event.recordedBy,
  unitId: event.unitId,
  caseId: event.caseId,
  origin: event.origin,
  commandId: event.commandId,
  requestHash: '0'.repeat(64),
  correlationId: event.commandId,
  data: event.data,
  ...(event.type === 'EntryRedacted' && { redacts: event.data.eventId }),
});
