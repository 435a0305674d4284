import type { KeyObject } from 'node:crypto';
import type { LoggedEvent, SealedEvent } from '../log';
import {
  AppendTooLarge,
  appendBytesMax,
  type NewEvent,
  type Position,
  type StoredEvent,
  type StreamName,
} from '../port';
import { canonicalEnvelope, chainStart, sha256, type ChainedEnvelope } from './envelope';
import type { OpenedKey } from './key-vault';
import { open, placeOf, seal } from './seal';

/** What the next event of a stream is chained to. */
export interface Head {
  readonly revision: number;
  readonly hash: string;
  readonly recordedAt: string;
}

/** The payload as JSON. @throws TypeError where JSON cannot hold it */
export const payloadText = (event: NewEvent): string => {
  const text = JSON.stringify(event.data) as string | undefined;
  if (text === undefined) throw new TypeError(`event ${event.id} has no payload that JSON can hold`);
  return text;
};

/**
 * Seals events and chains them to the head of their stream, in order.
 * @throws AppendTooLarge
 */
export const chainAll = (
  {
    stream,
    now,
    head,
  }: { readonly stream: StreamName; readonly now: string; readonly head: Head | undefined },
  events: readonly NewEvent[],
  payloads: readonly string[],
  keyOf: (event: NewEvent) => OpenedKey,
): SealedEvent[] => {
  // A clock that was set back never makes a stream go backwards.
  const recordedAt = head !== undefined && head.recordedAt > now ? head.recordedAt : now;
  let revision = head?.revision ?? -1;
  let prevHash = head?.hash ?? chainStart(stream);
  let bytes = 0;
  const sealed = events.map((event, i) => {
    const place = {
      stream,
      revision: ++revision,
      id: event.id,
      type: event.type,
      schemaVersion: event.schemaVersion,
    };
    const key = keyOf(event);
    const data = seal(key.key, placeOf(place), payloads[i] as string);
    const envelope = canonicalEnvelope({
      ...event,
      stream,
      revision,
      recordedAt,
      keyId: key.id,
      dataHash: sha256(data),
      prevHash,
    });
    prevHash = sha256(envelope);
    bytes += data.length + envelope.length;
    return { id: event.id, type: event.type, envelope, hash: prevHash, sealed: data };
  });
  if (bytes > appendBytesMax) throw new AppendTooLarge(stream, bytes);
  return sealed;
};

export const envelopeOf = (event: LoggedEvent): ChainedEnvelope =>
  JSON.parse(event.envelope) as ChainedEnvelope;

/** An event as the port gives it, from its envelope's text and its payload's. */
export const opened = (
  event: Pick<LoggedEvent, 'envelope' | 'hash'>,
  position: Position,
  payload: string,
): StoredEvent => ({
  ...(JSON.parse(event.envelope) as ChainedEnvelope),
  position,
  hash: event.hash,
  data: JSON.parse(payload) as unknown,
});

/** @throws Error where the key is lost, or does not open this payload in this place */
export const openOne = (
  event: LoggedEvent,
  envelope: ChainedEnvelope,
  key: KeyObject | 'destroyed' | undefined,
): StoredEvent => {
  const { position, hash } = event;
  if (key === undefined) throw new Error(`key ${envelope.keyId} of event ${envelope.id} is missing`);
  if (key === 'destroyed') return { ...envelope, position, hash, data: null, redacted: true };
  const payload = open(key, placeOf(envelope), event.sealed).toString('utf8');
  return { ...envelope, position, hash, data: JSON.parse(payload) as unknown };
};
