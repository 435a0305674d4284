import type { KeyObject } from 'node:crypto';
import type { LoggedEvent, SealedEvent } from '../log';
import {
  AppendTooLarge,
  appendBytesMax,
  DataFolderUnusable,
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

/** A sealed event with its envelope as it was written, for the answer. */
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
  keyOf: (event: NewEvent) => OpenedKey,
): ChainedEvent[] => {
  // A clock that was set back never makes a stream go backwards.
  const recordedAt = head !== undefined && head.recordedAt > now ? head.recordedAt : now;
  let revision = head?.revision ?? -1;
  let prevHash = head?.hash ?? chainStart(stream);
  let bytes = 0;
  const sealed = events.map((event, i) => {
    const chained = envelopeFor(event, { stream, revision: ++revision, recordedAt, prevHash });
    const key = keyOf(event);
    const data = seal(key.key, placeOf(chained), payloads[i] as string);
    chained.keyId = key.id;
    chained.dataHash = sha256(data);
    const envelope = canonicalEnvelope(chained);
    prevHash = sha256(envelope);
    bytes += data.length + envelope.length;
    return { id: event.id, type: event.type, envelope, hash: prevHash, sealed: data, chained };
  });
  if (bytes > appendBytesMax) throw new AppendTooLarge(stream, bytes);
  return sealed;
};

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** What belongs to the envelope and nothing else; what is absent has no key, as when it is read back. */
const envelopeFor = (
  event: NewEvent,
  place: Pick<ChainedEnvelope, 'stream' | 'revision' | 'recordedAt' | 'prevHash'>,
): Draft<ChainedEnvelope> => {
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
    keyId: '',
    dataHash: '',
    prevHash: place.prevHash,
  };
  if (event.occurredTime !== undefined) envelope.occurredTime = event.occurredTime;
  if (event.onBehalfOf !== undefined) envelope.onBehalfOf = event.onBehalfOf;
  if (event.caseId !== undefined) envelope.caseId = event.caseId;
  return envelope;
};

/**
 * Dates and actors are not sealed, so the envelope's hash speaks for them.
 * @throws DataFolderUnusable corrupt, where it is not the envelope that the chain was made with
 */
export const envelopeOf = (event: LoggedEvent): ChainedEnvelope => {
  if (sha256(event.envelope) !== event.hash) throw unreadable(event);
  return JSON.parse(event.envelope) as ChainedEnvelope;
};

/** Damaged or changed bytes are never read as if they were a file's history. */
export const unreadable = ({ position }: LoggedEvent, cause?: unknown): DataFolderUnusable =>
  cause instanceof DataFolderUnusable
    ? cause
    : new DataFolderUnusable(
        'corrupt',
        `the event at position ${position} is damaged or has been changed; \`verify\` says where, and the latest backup holds what it was`,
        { cause },
      );

/** An event as the port gives it. The envelope is the caller's own object and becomes the event: copying it would cost as much as reading it. */
export const opened = (
  envelope: ChainedEnvelope,
  { position, hash }: { readonly position: Position; readonly hash: string },
  payload: string,
): StoredEvent => Object.assign(envelope, { position, hash, data: JSON.parse(payload) as unknown });

/** @throws Error where the key is lost, or does not open this payload in this place */
export const openOne = (
  event: LoggedEvent,
  envelope: ChainedEnvelope,
  key: KeyObject | 'destroyed' | undefined,
): StoredEvent => {
  if (key === undefined) throw new Error(`key ${envelope.keyId} of event ${envelope.id} is missing`);
  if (key === 'destroyed') {
    return { ...envelope, position: event.position, hash: event.hash, data: null, redacted: true };
  }
  return opened(envelope, event, open(key, placeOf(envelope), event.sealed).toString('utf8'));
};
