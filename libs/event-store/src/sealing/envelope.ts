import { hash } from 'node:crypto';
import type { Envelope, StreamName } from '../port';

/** What is hashed: the envelope with its two links, to the sealed payload and to the event before. */
export interface ChainedEnvelope extends Envelope {
  readonly dataHash: string;
  readonly prevHash: string;
}

/**
 * Canonical JSON (RFC 8785) of an envelope, without `position`, `hash` and `data`. The keys stand here in the order the RFC
 * sorts them, absent ones are left out by `JSON.stringify`, and its strings and integers are the RFC's own: one call, and
 * no general canonicaliser on the path of every event. Anything else that the object carries is not part of the envelope.
 * @throws TypeError where a text is not well-formed Unicode, which the RFC forbids
 */
export const canonicalEnvelope = (e: ChainedEnvelope): string => {
  const text = JSON.stringify({
    caseId: e.caseId,
    commandId: e.commandId,
    correlationId: e.correlationId,
    dataHash: e.dataHash,
    id: e.id,
    keyId: e.keyId,
    occurredOn: e.occurredOn,
    occurredTime: e.occurredTime,
    onBehalfOf: e.onBehalfOf,
    origin: e.origin,
    prevHash: e.prevHash,
    recordedAt: e.recordedAt,
    recordedBy: e.recordedBy,
    requestHash: e.requestHash,
    revision: e.revision,
    schemaVersion: e.schemaVersion,
    stream: e.stream,
    type: e.type,
    unitId: e.unitId,
  });
  // JSON.stringify writes half a surrogate pair as \udxxx and nothing else so; a written backslash before "ud" is rare enough to look twice.
  if (
    text.includes('\\ud') &&
    !Object.values(e).every((value) => typeof value !== 'string' || value.isWellFormed())
  ) {
    throw new TypeError(
      `the envelope of event ${e.id.toWellFormed()} holds text that is not well-formed Unicode`,
    );
  }
  return text;
};

/** SHA-256, hex. */
export const sha256 = (bytes: string | Uint8Array): string => hash('sha256', bytes, 'hex');

/** What the first event of a stream is chained to. */
export const chainStart = (stream: StreamName): string => sha256(stream);
