import { readFileSync } from 'node:fs';
import path from 'node:path';

export const VERIFIER = path.join(__dirname, '../verifier/verifier.mjs');

export interface ProvedHistory {
  readonly origin: string;
  readonly size: number;
  readonly signedAt: string;
  readonly witnesses: readonly { readonly name: string; readonly at: string }[];
  readonly stream: string;
  readonly events: readonly {
    readonly revision: number;
    readonly index: number;
    readonly payload?: unknown;
  }[];
  readonly redactions: readonly {
    readonly revision: number;
    readonly entry?: number;
    readonly ground?: string;
  }[];
}

interface Verifier {
  verify(bundle: unknown, publicKey: string, witnessKeys?: readonly string[]): Promise<ProvedHistory>;
  rootFromInclusion(
    index: number,
    size: number,
    leaf: Uint8Array,
    proof: readonly Uint8Array[],
  ): Promise<Uint8Array>;
  leafHash(data: Uint8Array): Promise<Uint8Array>;
  readKey(text: string): Promise<unknown>;
  openNote(note: string, key: unknown): Promise<{ readonly text: string; readonly at?: string }>;
}

/** The verifier, loaded as a plain script, as a page loads it. */
export const verifier = new Function(
  `${readFileSync(VERIFIER, 'utf8')}; return globalThis.rodaTradenVerifier;`,
)() as Verifier;
