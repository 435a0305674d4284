import type { LoggedEvent, SealedEvent } from '../log';
import {
  AppendTooLarge,
  appendBytesMax,
  DataFolderUnusable,
  HistoryDamaged,
  KeyDamaged,
  type NewEvent,
  type Position,
  type StoredEvent,
  type StreamName,
} from '../port';
import { canonicalEnvelope, chainStart, sha256, type ChainedEnvelope } from './envelope';
import type { OpenedKey } from './key-vault';
import { saltedPayload } from './payload';
import { seal } from './seal';

/** What is needed of a stream's last event to chain the next one to it. */
export interface Head {
  readonly revision: number;
  readonly hash: string;
  readonly recordedAt: string;
  readonly keyId: string;
}

/** The payload as JSON. @throws TypeError if JSON cannot represent it */
export const payloadText = (event: NewEvent): string => {
  const text = JSON.stringify(event.data) as string | undefined;
  if (text === undefined) throw new TypeError(`event ${event.id} has no payload that JSON can hold`);
  return text;
};

/** A sealed event and its envelope as an object, from which `append` makes its result. */
export interface ChainedEvent extends SealedEvent {
  readonly chained: ChainedEnvelope;
}

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
  key: OpenedKey,
): ChainedEvent[] => {
  // The clock may have been set back; `recordedAt` must not decrease within a stream.
  const recordedAt = head !== undefined && head.recordedAt > now ? head.recordedAt : now;
  let revision = head?.revision ?? -1;
  let prevHash = head?.hash ?? chainStart(stream);
  let bytes = 0;
  const sealed = events.map((event, i) => {
    const plain = saltedPayload(payloads[i] as string);
    const place = { stream, revision: ++revision, recordedAt, prevHash, keyId: key.id };
    const chained = envelopeFor(event, place, sha256(plain));
    const envelope = canonicalEnvelope(chained);
    const data = seal(key.key, envelope, plain);
    prevHash = sha256(envelope);
    bytes += data.length + envelope.length;
    return { id: event.id, type: event.type, envelope, hash: prevHash, sealed: data, chained };
  });
  if (bytes > appendBytesMax) throw new AppendTooLarge(stream, bytes);
  return sealed;
};

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** Copies the fields of the envelope only. An absent field gets no property, so that the object equals the one that is read back. */
const envelopeFor = (
  event: NewEvent,
  place: Pick<ChainedEnvelope, 'stream' | 'revision' | 'recordedAt' | 'prevHash' | 'keyId'>,
  payloadHash: string,
): ChainedEnvelope => {
  const envelope: Draft<ChainedEnvelope> = {
    id: event.id,
    stream: place.stream,
    revision: place.revision,
    type: event.type,
    schemaVersion: event.schemaVersion,
    occurredOn: event.occurredOn,
    recordedAt: place.recordedAt,
    recordedBy: event.recordedBy,
    unitId: event.unitId,
    origin: event.origin,
    commandId: event.commandId,
    requestHash: event.requestHash,
    correlationId: event.correlationId,
    keyId: place.keyId,
    seal: 2,
    payloadHash,
    prevHash: place.prevHash,
  };
  if (event.occurredTime !== undefined) envelope.occurredTime = event.occurredTime;
  if (event.onBehalfOf !== undefined) envelope.onBehalfOf = event.onBehalfOf;
  if (event.caseId !== undefined) envelope.caseId = event.caseId;
  if (event.redacts !== undefined) envelope.redacts = event.redacts;
  if (event.erases !== undefined) envelope.erases = event.erases;
  return envelope;
};

/**
 * Parses an envelope after checking its hash, and that it says the place where it was found.
 * @throws HistoryDamaged if the envelope does not have the stored hash, or was found in another place
 */
export const envelopeOf = (event: LoggedEvent): ChainedEnvelope => {
  if (sha256(event.envelope) !== event.hash) throw unreadable(event);
  const envelope = JSON.parse(event.envelope) as ChainedEnvelope;
  if (envelope.stream !== event.stream || envelope.revision !== event.revision) throw unreadable(event);
  return envelope;
};

/** The error for damaged or changed bytes. An error of the database itself stays as it is. */
export const unreadable = (event: LoggedEvent, cause?: unknown): Error =>
  cause instanceof KeyDamaged
    ? new KeyDamaged(event.stream, event, { cause })
    : cause instanceof DataFolderUnusable || cause instanceof HistoryDamaged
      ? cause
      : new HistoryDamaged(event.stream, event.revision, event.position, { cause });

/**
 * Checks that events which were read in order of revision have no gap and are chained: each names the hash of the event before it, the first of a
 * stream that of the stream's name. An index of the database may lose rows without an error.
 * @param after the revision that the first event must have, and the hash of the event before it, if that is known
 * @throws HistoryDamaged at the first revision that is not as it must be
 */
export const checkSequence = (
  stream: StreamName,
  events: readonly { readonly revision: number; readonly prevHash: string; readonly hash: string }[],
  after: { readonly from?: number; readonly prevHash?: string } = {},
): void => {
  let expected = after.from ?? 0;
  let prevHash = expected === 0 ? chainStart(stream) : after.prevHash;
  for (const event of events) {
    if (event.revision !== expected || (prevHash !== undefined && event.prevHash !== prevHash))
      throw new HistoryDamaged(stream, expected);
    expected += 1;
    prevHash = event.hash;
  }
};

/** Makes the event that the port returns. It adds to the given envelope object and does not copy it: copying would cost as much as reading it. */
export const opened = (
  envelope: ChainedEnvelope,
  { position, hash }: { readonly position: Position; readonly hash: string },
  payload: string,
): StoredEvent => Object.assign(envelope, { position, hash, data: JSON.parse(payload) as unknown });

/** The event without its payload, which a redaction has made unreadable. */
export const redacted = (
  envelope: ChainedEnvelope,
  { position, hash }: { readonly position: Position; readonly hash: string },
): StoredEvent => Object.assign(envelope, { position, hash, data: null, redacted: true as const });
