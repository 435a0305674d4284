import { hash } from 'node:crypto';
import type { Envelope, StreamName } from '../port';
import { quoted } from './json-text';

/** What is hashed: the envelope with its two links, to the sealed payload and to the event before. */
export interface ChainedEnvelope extends Envelope {
  readonly dataHash: string;
  readonly prevHash: string;
}

/**
 * Canonical JSON (RFC 8785) of an envelope, without `position`, `hash` and `data`. The keys stand here in the order the RFC sorts
 * them and absent ones are left out: no general canonicaliser on the path of every event. Anything else that the object carries is
 * not part of the envelope.
 * @throws TypeError where a text is not well-formed Unicode
 */
export const canonicalEnvelope = (e: ChainedEnvelope): string => {
  const caseId = e.caseId === undefined ? '' : `"caseId":${quoted(e.caseId)},`;
  const occurredTime = e.occurredTime === undefined ? '' : `"occurredTime":${quoted(e.occurredTime)},`;
  const onBehalfOf = e.onBehalfOf === undefined ? '' : `"onBehalfOf":${quoted(e.onBehalfOf)},`;
  return (
    `{${caseId}"commandId":${quoted(e.commandId)},"correlationId":${quoted(e.correlationId)},"dataHash":${quoted(e.dataHash)},` +
    `"id":${quoted(e.id)},"keyId":${quoted(e.keyId)},"occurredOn":${quoted(e.occurredOn)},${occurredTime}${onBehalfOf}` +
    `"origin":${quoted(e.origin)},"prevHash":${quoted(e.prevHash)},"recordedAt":${quoted(e.recordedAt)},` +
    `"recordedBy":${quoted(e.recordedBy)},"requestHash":${quoted(e.requestHash)},"revision":${e.revision},` +
    `"schemaVersion":${e.schemaVersion},"stream":${quoted(e.stream)},"type":${quoted(e.type)},"unitId":${quoted(e.unitId)}}`
  );
};

/** SHA-256, hex. */
export const sha256 = (bytes: string | Uint8Array): string => hash('sha256', bytes, 'hex');

/** What the first event of a stream is chained to. */
export const chainStart = (stream: StreamName): string => sha256(stream);
