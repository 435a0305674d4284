import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import type { TextSeal } from '../port';

const nonceBytes = 12;
const tagBytes = 16;
/** Texts are filled up to a multiple of this, so that a length does not say which name it is. */
const blockBytes = 64;

/** A key for another use of a key, and no way back to it. */
export const subkey = (key: KeyObject, use: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', key, '', use, 32)));

/**
 * Seals texts of a stream with keys made of the stream's own. The nonce follows from the text (a synthetic one, by HMAC), so the same
 * text seals to the same bytes and a rebuild changes nothing; two texts never share one under a key.
 */
export const textSealWith = (streamKey: KeyObject, stream: string): TextSeal => {
  let keys: { readonly nonce: KeyObject; readonly text: KeyObject } | undefined;
  const made = () => (keys ??= { nonce: subkey(streamKey, 'text nonce'), text: subkey(streamKey, 'text') });
  const placeOf = (purpose: string): Buffer => Buffer.from(JSON.stringify([stream, purpose]));

  const seal: TextSeal['seal'] = (purpose, text) => {
    const plain = filledUp(text);
    const place = placeOf(purpose);
    const { nonce: nonceKey, text: key } = made();
    const nonce = createHmac('sha256', nonceKey).update(place).update(plain).digest().subarray(0, nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(place);
    const body = cipher.update(plain);
    cipher.final();
    return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url');
  };

  const open: TextSeal['open'] = (purpose, sealed) => {
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length < nonceBytes + tagBytes) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', made().text, bytes.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(placeOf(purpose)).setAuthTag(bytes.subarray(bytes.length - tagBytes));
    const plain = decipher.update(bytes.subarray(nonceBytes, bytes.length - tagBytes));
    try {
      decipher.final();
    } catch {
      return undefined;
    }
    return JSON.parse(plain.toString('utf8')) as string;
  };

  return { seal, open };
};

/** As JSON, which takes no notice of the blanks after it. */
const filledUp = (text: string): Buffer => {
  const json = Buffer.from(JSON.stringify(text));
  return Buffer.concat([json], Math.ceil(json.length / blockBytes) * blockBytes).fill(' ', json.length);
};
