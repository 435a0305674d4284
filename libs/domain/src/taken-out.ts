import type { Instant } from './calendar';
import type { Recorded } from './event';
import { lastVerdicts, type Moment } from './history';
import type { EventId } from './ids';
import type { RetractionKind } from './entry/entry.events';
import type { PersonalFileEvent } from './vocabulary';

/** That an entry was taken out of a file, by whom and when; never what it said, nor of which kind it was. */
export interface TakenOut {
  readonly eventId: EventId;
  /** `redacted`: it was made unreadable. `retracted`: it counts as never made, as an entry in the wrong person's file. */
  readonly how: 'redacted' | 'retracted';
  /** Of a retraction: why, as a code. */
  readonly kind?: RetractionKind;
  readonly by: string;
  readonly at: Instant;
}

/** The entries that were taken out of a file, as far as that was known at the moment, in the order in which the entries were recorded. */
export const takenOutAt = (
  recorded: readonly Recorded<PersonalFileEvent>[],
  { asOf, knownAt }: Moment = {},
): readonly TakenOut[] => {
  const known = knownAt === undefined ? recorded : recorded.filter((event) => event.recordedAt <= knownAt);
  const redactions = new Map<EventId, Recorded<PersonalFileEvent>>();
  for (const event of known)
    if (event.type === 'EntryRedacted' && !event.redacted && !redactions.has(event.data.eventId))
      redactions.set(event.data.eventId, event);
  const retracted = lastVerdicts(known);
  return known.flatMap(({ id, occurredOn }) => {
    if (asOf !== undefined && occurredOn > asOf) return [];
    const redaction = redactions.get(id);
    const verdict = retracted.get(id);
    const by = redaction ?? (verdict?.type === 'EntryRetracted' ? verdict : undefined);
    if (by === undefined) return [];
    const how = redaction === undefined ? 'retracted' : 'redacted';
    const kind = by.type === 'EntryRetracted' ? by.data.kind : undefined;
    return [{ eventId: id, how, ...(kind && { kind }), by: by.recordedBy, at: by.recordedAt }];
  });
};
