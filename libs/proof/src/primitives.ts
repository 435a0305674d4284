/**
 * What the proofs need of the platform. It is passed in, so that this library runs anywhere and compiles without any platform's types. SHA-256 must be
 * the real one; the other three convert bytes and text.
 */
export interface Primitives {
  sha256(bytes: Uint8Array): Uint8Array;
  utf8(text: string): Uint8Array;
  toBase64(bytes: Uint8Array): string;
  /** Undefined unless the text is the canonical base64 of some bytes. */
  fromBase64(text: string): Uint8Array | undefined;
}

/** The bytes of a SHA-256 hash. */
export const hashBytes = 32;

/** True if both hold the same bytes. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

/** A hash in base64. @throws NotAProof if the text is anything else */
export const hashFromBase64 = (p: Primitives, text: string): Uint8Array => {
  const bytes = p.fromBase64(text);
  if (bytes?.length !== hashBytes) throw new NotAProof('a hash is not 32 bytes in base64');
  return bytes;
};

/** A proof, note or anchor that proves nothing: malformed, or about something else. The message quotes none of its contents. */
export class NotAProof extends Error {
  override readonly name = 'NotAProof';
}
