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
/** Texts are padded to a multiple of this, so that the length does not show which name it is. */
const blockBytes = 64;

/** Derives a key for another use. The original key cannot be computed from it. */
export const subkey = (key: KeyObject, use: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', key, '', use, 32)));

/**
 * Seals texts of a stream with keys derived from the stream's key. The nonce is an HMAC of the text, so the same text always seals to the same bytes
 * and a rebuild changes nothing; two different texts never share a nonce under one key.
 */
export const textSealWith = (streamKey: KeyObject, stream: string): TextSeal => {
  let nonceKey: KeyObject | undefined;
  let textKey: KeyObject | undefined;
  // Each is derived when it is first needed: opening needs one of them only.
  const forNonce = (): KeyObject => (nonceKey ??= subkey(streamKey, 'text nonce'));
  const forText = (): KeyObject => (textKey ??= subkey(streamKey, 'text'));
  const associatedDataOf = (purpose: string): Buffer => Buffer.from(JSON.stringify([stream, purpose]));

  const seal: TextSeal['seal'] = (purpose, text) => {
    const plain = filledUp(text);
    const place = associatedDataOf(purpose);
    const nonce = createHmac('sha256', forNonce())
      .update(place)
      .update(plain)
      .digest()
      .subarray(0, nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', forText(), nonce).setAAD(place);
    const body = cipher.update(plain);
    cipher.final();
    return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url');
  };

  const open: TextSeal['open'] = (purpose, sealed) => {
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length < nonceBytes + tagBytes) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', forText(), bytes.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(associatedDataOf(purpose)).setAuthTag(bytes.subarray(bytes.length - tagBytes));
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

/** The text as JSON, padded with spaces, which `JSON.parse` ignores. */
const filledUp = (text: string): Buffer => {
  const json = Buffer.from(JSON.stringify(text));
  return Buffer.concat([json], Math.ceil(json.length / blockBytes) * blockBytes).fill(' ', json.length);
};
