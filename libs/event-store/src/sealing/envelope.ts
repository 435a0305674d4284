import { hash } from 'node:crypto';
import type { Envelope, StreamName } from '../port';
import { unquoted } from './json-text';

/** What is hashed: the envelope with the hash of the sealed payload and the hash of the event before. */
export interface ChainedEnvelope extends Envelope {
  readonly dataHash: string;
  readonly prevHash: string;
}

/**
 * Canonical JSON (RFC 8785) of an envelope, without `position`, `hash` and `data`. The keys are written in the order in which the RFC sorts them, and
 * absent ones are left out; this saves the cost of a general canonicaliser for every event. Other properties of the object are not part of the
 * envelope.
 * @throws TypeError if a text is not well-formed Unicode
 */
export const canonicalEnvelope = (e: ChainedEnvelope): string => {
  const caseId = e.caseId === undefined ? '' : `"caseId":"${unquoted(e.caseId)}",`;
  const occurredTime = e.occurredTime === undefined ? '' : `"occurredTime":"${unquoted(e.occurredTime)}",`;
  const onBehalfOf = e.onBehalfOf === undefined ? '' : `"onBehalfOf":"${unquoted(e.onBehalfOf)}",`;
  return (
    `{${caseId}"commandId":"${unquoted(e.commandId)}","correlationId":"${unquoted(e.correlationId)}","dataHash":"${unquoted(e.dataHash)}",` +
    `"id":"${unquoted(e.id)}","keyId":"${unquoted(e.keyId)}","occurredOn":"${unquoted(e.occurredOn)}",${occurredTime}${onBehalfOf}` +
    `"origin":"${unquoted(e.origin)}","prevHash":"${unquoted(e.prevHash)}","recordedAt":"${unquoted(e.recordedAt)}",` +
    `"recordedBy":"${unquoted(e.recordedBy)}","requestHash":"${unquoted(e.requestHash)}","revision":${e.revision},` +
    `"schemaVersion":${e.schemaVersion},"stream":"${unquoted(e.stream)}","type":"${unquoted(e.type)}","unitId":"${unquoted(e.unitId)}"}`
  );
};

/** SHA-256, hex. */
export const sha256 = (bytes: string | Uint8Array): string => hash('sha256', bytes, 'hex');

/** The `prevHash` of a stream's first event. */
export const chainStart = (stream: StreamName): string => sha256(stream);
