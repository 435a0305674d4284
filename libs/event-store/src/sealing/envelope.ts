import { hash } from 'node:crypto';
import type { Envelope, StreamName } from '../port';
import { unquoted } from './json-text';

/**
 * What is hashed: the envelope with the hash of the event before, and a commitment to the payload. An event of the first seal (no `seal`) holds the
 * hash of its sealed bytes, `dataHash`. An event of the second seal holds `payloadHash`, the SHA-256 of the text that is sealed: 16 random bytes and
 * the payload's JSON. The sealed bytes of such an event may be replaced, and its hash stays the same.
 */
export interface ChainedEnvelope extends Envelope {
  readonly prevHash: string;
  readonly seal?: 2;
  readonly payloadHash?: string;
  readonly dataHash?: string;
}

const member = (name: string, value: string | undefined): string =>
  value === undefined ? '' : `"${name}":"${unquoted(value)}",`;

/**
 * Canonical JSON (RFC 8785) of an envelope, without `position`, `hash` and `data`. The keys are written in the order in which the RFC sorts them, and
 * absent ones are left out; this saves the cost of a general canonicaliser for every event. Other properties of the object are not part of the
 * envelope.
 * @throws TypeError if a text is not well-formed Unicode
 */
export const canonicalEnvelope = (e: ChainedEnvelope): string =>
  `{${member('caseId', e.caseId)}"commandId":"${unquoted(e.commandId)}","correlationId":"${unquoted(e.correlationId)}",` +
  `${member('dataHash', e.dataHash)}${member('erases', e.erases)}"id":"${unquoted(e.id)}","keyId":"${unquoted(e.keyId)}","occurredOn":"${unquoted(e.occurredOn)}",` +
  `${member('occurredTime', e.occurredTime)}${member('onBehalfOf', e.onBehalfOf)}"origin":"${unquoted(e.origin)}",` +
  `${member('payloadHash', e.payloadHash)}"prevHash":"${unquoted(e.prevHash)}","recordedAt":"${unquoted(e.recordedAt)}",` +
  `"recordedBy":"${unquoted(e.recordedBy)}",${member('redacts', e.redacts)}"requestHash":"${unquoted(e.requestHash)}",` +
  `"revision":${e.revision},"schemaVersion":${e.schemaVersion},${e.seal === undefined ? '' : `"seal":${e.seal},`}` +
  `"stream":"${unquoted(e.stream)}","type":"${unquoted(e.type)}","unitId":"${unquoted(e.unitId)}"}`;

/** SHA-256, hex. */
export const sha256 = (bytes: string | Uint8Array): string => hash('sha256', bytes, 'hex');

/** The `prevHash` of a stream's first event. */
export const chainStart = (stream: StreamName): string => sha256(stream);
