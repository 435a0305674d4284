import type { KeyObject } from 'node:crypto';
import { isOriginOf, NotAProof, openKeyChange, sameBytes, type KeyChange } from '@rt/proof';
import { nodePrimitives as p, publicKeyOf, rawPublicKey, verifyEd25519 } from './node-primitives';

/** A key that signed for a store before another one took its place. */
export interface EarlierSigner {
  readonly publicKey: KeyObject;
  /** The size of the last tree that it signed. */
  readonly sizeMax: number;
}

/**
 * The earlier signing keys of a store, the last one first. Each is believed because the key that took its place signed the statement about it, up to the
 * present key, which the operator holds. What is not vouched for in this way is left out, with everything before it.
 * @param statements the statements about changes of the key, in order
 */
export const earlierSigners = (
  statements: readonly string[],
  { present, storeId }: { readonly present: KeyObject; readonly storeId: string },
): readonly EarlierSigner[] => {
  const found: EarlierSigner[] = [];
  let next = rawPublicKey(present);
  for (const statement of statements.toReversed()) {
    const change = opened(statement);
    const vouches =
      change !== undefined &&
      sameBytes(change.to.raw, next) &&
      [change.from, change.to].every(({ name }) => isOriginOf(name, storeId));
    if (!vouches) break;
    found.push({ publicKey: publicKeyOf(change.from.raw), sizeMax: change.size });
    next = change.from.raw;
  }
  return found;
};

const opened = (statement: string): KeyChange | undefined => {
  try {
    return openKeyChange(p, statement, verifyEd25519);
  } catch (error) {
    if (error instanceof NotAProof) return undefined;
    throw error;
  }
};
