import { createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto';
import type { Primitives, Sign, Verify } from '@rt/proof';

/** The primitives that the proofs need, from Node. */
export const nodePrimitives: Primitives = {
  sha256: (bytes) => hash('sha256', bytes, 'buffer'),
  utf8: (text) => Buffer.from(text),
  toBase64: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  fromBase64: (text) => {
    const bytes = Buffer.from(text, 'base64');
    return bytes.toString('base64') === text ? bytes : undefined;
  },
};

export const signWith =
  (key: KeyObject): Sign =>
  (message) =>
    sign(null, message, key);

export const verifyEd25519: Verify = (raw, message, signature) =>
  verify(null, message, publicKeyOf(raw), signature);

/** The Ed25519 key with this public half. */
export const publicKeyOf = (raw: Uint8Array): KeyObject => {
  const x = Buffer.from(raw).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
};

/** The 32 bytes of an Ed25519 key's public half. */
export const rawPublicKey = (key: KeyObject): Uint8Array => {
  const { x } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  return Buffer.from(x as string, 'base64url');
};
