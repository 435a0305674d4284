import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { NoteKey, Sign, SignatureType, Verify } from './note';

/** A new key pair under a name. */
export const keyPair = (
  name: string,
  type: SignatureType,
): { readonly key: NoteKey; readonly sign: Sign } => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = Uint8Array.from(Buffer.from(publicKey.export({ format: 'jwk' }).x as string, 'base64url'));
  return { key: { name, type, raw }, sign: (message) => Uint8Array.from(sign(null, message, privateKey)) };
};

export const verifyByNode: Verify = (raw, message, signature) =>
  verify(
    null,
    message,
    createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(raw).toString('base64url') },
      format: 'jwk',
    }),
    signature,
  );
