import type { PersonalFileEvent, Recorded } from '@rt/domain';

/** An event as it is told: what was said, by whom and when. How it is stored is the store's affair. */
export const told = (event: Recorded<PersonalFileEvent>) => ({
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

/** Some events from a revision on; `next` is where the next page begins, where there is one. */
export const historyPage = (
  recorded: readonly Recorded<PersonalFileEvent>[],
  from: number,
  limit: number,
) => {
  const next = from + limit;
  return {
    events: recorded.slice(from, next).map(told),
    next: next < recorded.length ? next : null,
  };
};
