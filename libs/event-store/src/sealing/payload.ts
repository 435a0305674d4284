import type { KeyObject } from 'node:crypto';
import { sha256, type ChainedEnvelope } from './envelope';
import { nextRandom, open, associatedData } from './seal';

/** The random bytes before a payload's JSON. Without them, a short payload could be guessed from its hash. */
export const saltBytes = 16;

/** What the second seal encrypts: 16 random bytes and the payload's JSON. */
export const saltedPayload = (json: string): Buffer => {
  const plain = Buffer.allocUnsafe(saltBytes + Buffer.byteLength(json));
  plain.set(nextRandom(saltBytes), 0);
  plain.write(json, saltBytes);
  return plain;
};

/** The stored parts of an event that opening its payload needs. */
export interface SealedPayload {
  /** The envelope's canonical text: the second seal authenticates all of it. */
  readonly envelope: string;
  readonly sealed: Uint8Array;
}

/**
 * Opens a payload and returns what was sealed: the JSON, and for the second seal the 16 random bytes before it.
 * @throws Error if the key, the envelope or a single bit differs from when it was sealed
 */
export const openPlain = (key: KeyObject, envelope: ChainedEnvelope, event: SealedPayload): Buffer =>
  open(key, envelope.seal === 2 ? event.envelope : associatedData(envelope), event.sealed);

/** The JSON of an opened payload. */
export const payloadJson = (envelope: ChainedEnvelope, plain: Buffer): string =>
  plain.toString('utf8', envelope.seal === 2 ? saltBytes : 0);

/** True if the envelope commits to this opened payload. The first seal commits to the sealed bytes instead. */
export const isCommittedTo = (envelope: ChainedEnvelope, plain: Uint8Array): boolean =>
  envelope.seal !== 2 || envelope.payloadHash === sha256(plain);
