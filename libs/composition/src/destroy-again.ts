import { randomUUID } from 'node:crypto';
import { dayOf, type Instant } from '@rt/domain';
import {
  erasuresPrefix,
  type Clock,
  type EventStore,
  type NewEvent,
  type StoreOrder,
  type StreamName,
  type StreamState,
} from '@rt/event-store';
import { fileOfStream } from '@rt/files';
import type { Destroyed } from '@rt/proof';

/** The stream of the erasures that a restore repeats: the board of such a file can no longer be read. */
const repeatedErasures: StreamName = `${erasuresPrefix}restored`;
const ground = 'Återställning: redan förstört enligt kontrollpunkten';

/** The envelope of an event, as far as it is needed here. */
interface PlainEnvelope {
  readonly id: string;
  readonly unitId: string;
  readonly recordedAt: Instant;
  readonly redacts?: string;
}

/**
 * Destroys in a restored store what had been destroyed after its events were copied. The keys are gone already; without this the entries would look
 * damaged instead of destroyed, and the erased files would still be listed.
 */
export const destroyAgain = async (
  store: EventStore & StoreOrder,
  destroyed: readonly Destroyed[],
  { clock, recordedBy }: { readonly clock: Clock; readonly recordedBy: string },
): Promise<void> => {
  const wanted = new Set(destroyed.map(({ stream }) => stream));
  const states = new Map<StreamName, StreamState>();
  for await (const state of store.streamStates())
    if (wanted.has(state.stream) && !state.erased) states.set(state.stream, state);
  const envelopes = await envelopesOf(store, new Set(states.keys()));
  const eventBy = (event: Pick<NewEvent, 'type' | 'data' | 'unitId' | 'redacts' | 'erases'>): NewEvent => ({
    ...event,
    id: randomUUID(),
    schemaVersion: 1,
    occurredOn: dayOf(clock.now() as Instant),
    recordedBy,
    origin: 'operator',
    commandId: randomUUID(),
    requestHash: '',
    correlationId: randomUUID(),
  });

  const erased = destroyed.filter(({ revision }) => revision === undefined);
  for (const { stream } of erased) {
    const state = states.get(stream);
    const last = [...(envelopes.get(stream)?.values() ?? [])].at(-1);
    if (state === undefined || last === undefined) continue;
    const { lastRevision, lastHash } = state;
    const records = await store.readStream(repeatedErasures);
    const lastEntryOn = dayOf(last.recordedAt);
    const data = { fileId: fileOfStream(stream), ground, lastEntryOn, lastRevision, lastHash };
    const record = eventBy({ type: 'FileErased', data, unitId: last.unitId, erases: stream });
    await store.append(repeatedErasures, records.at(-1)?.revision ?? 'none', [record]);
    await store.deleteStream(stream, lastRevision);
    states.delete(stream);
  }

  for (const [stream, { lastRevision }] of states) {
    const known = envelopes.get(stream) ?? new Map<string, PlainEnvelope>();
    const named = new Set([...known.values()].map(({ redacts }) => redacts));
    const missing = destroyed.flatMap(({ stream: of, redacts }) => {
      const target = of === stream && redacts !== undefined ? known.get(redacts) : undefined;
      return target === undefined || named.has(target.id) ? [] : [target];
    });
    if (missing.length === 0) continue;
    const redactions = missing.map(({ id, unitId }) =>
      eventBy({ type: 'EntryRedacted', data: { eventId: id, ground }, unitId, redacts: id }),
    );
    await store.append(stream, lastRevision, redactions);
    await store.destroyRedacted(stream);
  }
};

/** The envelopes of some streams, by event id. No payload is opened: some can no longer be. */
const envelopesOf = async (
  store: StoreOrder,
  streams: ReadonlySet<StreamName>,
): Promise<ReadonlyMap<StreamName, ReadonlyMap<string, PlainEnvelope>>> => {
  const found = new Map<StreamName, Map<string, PlainEnvelope>>();
  if (streams.size === 0) return found;
  for await (const batch of store.readOrder())
    for (const { stream, envelope } of batch) {
      if (!streams.has(stream)) continue;
      const parsed = JSON.parse(envelope) as PlainEnvelope;
      found.set(stream, (found.get(stream) ?? new Map<string, PlainEnvelope>()).set(parsed.id, parsed));
    }
  return found;
};
