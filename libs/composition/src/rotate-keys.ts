import type { KeyObject } from 'node:crypto';
import { DestructionHeldUp } from '@rt/event-store';
import type { Evidence } from '@rt/evidence';

/** Where a new key comes from: `made` beside the present one, whose place it takes, or a file. */
type NewKey = 'made' | { readonly file: string };

/** The keys to change. */
export interface NewKeys {
  readonly master?: NewKey;
  readonly signing?: NewKey;
}

export interface RotatedKeys {
  /** For those who hold the earlier public key, if the signing key was changed. */
  readonly handOver?: Awaited<ReturnType<Evidence['handOver']>>;
  /** A reader still holds bytes that the earlier master key opens. The next start removes them. */
  readonly heldUp: boolean;
}

export const rotateKeysOf = async (
  store: {
    rotateKeys(
      rotation: NewKeys & { readonly statementOf: (next: KeyObject) => Promise<string> },
    ): Promise<void>;
  },
  evidence: Evidence,
  keys: NewKeys,
): Promise<RotatedKeys> => {
  let handOver: RotatedKeys['handOver'];
  try {
    await store.rotateKeys({
      ...keys,
      statementOf: async (next) => {
        handOver = await evidence.handOver(next);
        return handOver.statement;
      },
    });
    return { handOver, heldUp: false };
  } catch (error) {
    if (error instanceof DestructionHeldUp) return { handOver, heldUp: true };
    throw error;
  }
};
