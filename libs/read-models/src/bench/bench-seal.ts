import { createCipheriv, createDecipheriv, createSecretKey, hash, hkdfSync } from 'node:crypto';
import type { TextSeal } from '@rt/event-store';

/** Seals like the store does, without a store: the key of a stream is derived from its name. */
export const benchSeal = (stream: string): TextSeal => {
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', stream, '', 'bench', 32)));
  return {
    seal: (purpose, text) => {
      const nonce = hash('sha256', `${purpose} ${text}`, 'buffer').subarray(0, 12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString(
        'base64url',
      );
    },
    open: (_purpose, sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(-16));
      return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8');
    },
  };
};
