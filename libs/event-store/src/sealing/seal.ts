import { createCipheriv, createDecipheriv, randomFillSync, type KeyObject } from 'node:crypto';
import { quoted } from './json-text';

/** The place that a sealed payload is bound to: in another place it does not open. */
export interface SealedPlace {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
}

const nonceBytes = 12;
const tagBytes = 16;

/** The place as authenticated data: a JSON array, so that two different places never give the same bytes. */
export const associatedData = (p: SealedPlace): Buffer =>
  Buffer.from(`[${quoted(p.stream)},${p.revision},${quoted(p.id)},${quoted(p.type)},${p.schemaVersion}]`);

/** AES-256-GCM: nonce (12 bytes, random), ciphertext, tag (16 bytes). */
export const seal = (key: KeyObject, authenticated: Uint8Array, plain: string | Uint8Array): Buffer => {
  const nonce = nextNonce();
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(authenticated);
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  cipher.final();
  const sealed = Buffer.allocUnsafe(nonceBytes + body.length + tagBytes);
  sealed.set(nonce, 0);
  sealed.set(body, nonceBytes);
  sealed.set(cipher.getAuthTag(), nonceBytes + body.length);
  return sealed;
};

/** @throws Error if the key, the place or a single bit differs from when it was sealed */
export const open = (key: KeyObject, authenticated: Uint8Array, sealed: Uint8Array): Buffer => {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(authenticated);
  decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
  const plain = decipher.update(bytes.subarray(nonceBytes, bytes.length - tagBytes));
  decipher.final();
  return plain;
};

/** Random bytes for many nonces, fetched at once: fetching only twelve costs as much as the encryption. */
const pool = Buffer.alloc(nonceBytes * 512);
let used = pool.length;
const nextNonce = (): Buffer => {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += nonceBytes;
  return pool.subarray(used - nonceBytes, used);
};
