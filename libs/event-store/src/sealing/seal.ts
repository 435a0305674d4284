import { createCipheriv, createDecipheriv, randomFillSync, type KeyObject } from 'node:crypto';
import { quoted } from './json-text';

/** The place that a payload of the first seal is bound to: in another place it does not open. */
export interface SealedPlace {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
}

const nonceBytes = 12;
const tagBytes = 16;

/** The authenticated data of the first seal: a JSON array, so that two different places never give the same bytes. */
export const associatedData = (p: SealedPlace): Buffer =>
  Buffer.from(`[${quoted(p.stream)},${p.revision},${quoted(p.id)},${quoted(p.type)},${p.schemaVersion}]`);

/** AES-256-GCM: nonce (12 bytes, random), ciphertext, tag (16 bytes). */
export const seal = (
  key: KeyObject,
  authenticated: string | Uint8Array,
  plain: string | Uint8Array,
): Buffer => {
  const nonce = nextRandom(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(bytesOf(authenticated));
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  cipher.final();
  const sealed = Buffer.allocUnsafe(nonceBytes + body.length + tagBytes);
  sealed.set(nonce, 0);
  sealed.set(body, nonceBytes);
  sealed.set(cipher.getAuthTag(), nonceBytes + body.length);
  return sealed;
};

/** @throws Error if the key, the place or a single bit differs from when it was sealed */
export const open = (key: KeyObject, authenticated: string | Uint8Array, sealed: Uint8Array): Buffer => {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(bytesOf(authenticated));
  decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
  const plain = decipher.update(bytes.subarray(nonceBytes, bytes.length - tagBytes));
  decipher.final();
  return plain;
};

const bytesOf = (text: string | Uint8Array): Uint8Array =>
  typeof text === 'string' ? Buffer.from(text, 'utf8') : text;

/** Random bytes for many nonces and salts, fetched at once: fetching only twelve costs as much as the encryption. */
const pool = Buffer.alloc(8_192);
let used = pool.length;
/** Random bytes, to be copied before the next call. */
export const nextRandom = (count: number): Buffer => {
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += count;
  return pool.subarray(used - count, used);
};
