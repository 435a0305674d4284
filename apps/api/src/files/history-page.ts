import { takenOutAt, type PersonalFileEvent, type Recorded } from '@rt/domain';

/** An event in an answer: what was recorded, by whom and when. Hashes, keys and positions stay inside the store. */
export const eventAnswer = (event: Recorded<PersonalFileEvent>) => ({
  eventId: event.id,
  type: event.type,
  schemaVersion: event.schemaVersion,
  revision: event.revision,
  occurredOn: event.occurredOn,
  occurredTime: event.occurredTime ?? null,
  recordedAt: event.recordedAt,
  recordedBy: event.recordedBy,
  onBehalfOf: event.onBehalfOf ?? null,
  unitId: event.unitId,
  caseId: event.caseId ?? null,
  origin: event.origin,
  redacted: event.redacted ?? false,
  data: event.data,
});

/** A page of events from a revision on, with the entries among them that were taken out. `next` is the first revision of the next page, or null at the end. */
export const historyPage = (
  recorded: readonly Recorded<PersonalFileEvent>[],
  from: number,
  limit: number,
) => {
  const next = from + limit;
  const page = recorded.slice(from, next);
  const ids = new Set(page.map(({ id }) => id));
  return {
    events: page.map(eventAnswer),
    takenOut: takenOutAt(recorded).filter(({ eventId }) => ids.has(eventId)),
    next: next < recorded.length ? next : null,
  };
};
