import { createHash } from 'node:crypto';
import type { Primitives } from './primitives';

export const primitives: Primitives = {
  sha256: (bytes) => Uint8Array.from(createHash('sha256').update(bytes).digest()),
  utf8: (text) => Uint8Array.from(Buffer.from(text)),
  toBase64: (bytes) => Buffer.from(bytes).toString('base64'),
  fromBase64: (text) => {
    const bytes = Buffer.from(text, 'base64');
    return bytes.toString('base64') === text ? Uint8Array.from(bytes) : undefined;
  },
};

/** The definitions of RFC 6962 2.1, word by word and with nothing of the library: MTH(D[n]), PATH(m, D[n]) and PROOF(m, D[n]). */
const hash = (...parts: readonly (Uint8Array | number)[]): Buffer =>
  createHash('sha256')
    .update(Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.of(part) : part))))
    .digest();

/** "k is the largest power of two smaller than n" */
const k = (n: number): number => 2 ** (Math.ceil(Math.log2(n)) - 1);

export const MTH = (D: readonly Uint8Array[]): Buffer => {
  const n = D.length;
  if (n === 0) return hash();
  if (n === 1) return hash(0x00, D[0] as Uint8Array);
  return hash(0x01, MTH(D.slice(0, k(n))), MTH(D.slice(k(n))));
};

export const PATH = (m: number, D: readonly Uint8Array[]): readonly Buffer[] => {
  const n = D.length;
  if (n === 1) return [];
  return m < k(n)
    ? [...PATH(m, D.slice(0, k(n))), MTH(D.slice(k(n)))]
    : [...PATH(m - k(n), D.slice(k(n))), MTH(D.slice(0, k(n)))];
};

const SUBPROOF = (m: number, D: readonly Uint8Array[], b: boolean): readonly Buffer[] => {
  const n = D.length;
  if (m === n) return b ? [] : [MTH(D)];
  return m <= k(n)
    ? [...SUBPROOF(m, D.slice(0, k(n)), b), MTH(D.slice(k(n)))]
    : [...SUBPROOF(m - k(n), D.slice(k(n)), false), MTH(D.slice(0, k(n)))];
};

export const PROOF = (m: number, D: readonly Uint8Array[]): readonly Buffer[] => SUBPROOF(m, D, true);

/** The data of some leaves: hashes like those of events, and every seventh a text like an anchor. */
export const leavesOf = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, i) =>
    i % 7 === 6 ? Uint8Array.from(Buffer.from(`anchor ${i}`)) : Uint8Array.from(hash(Buffer.from(`${i}`))),
  );
