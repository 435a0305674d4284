import { NotAProof } from '@rt/proof';
import type { StoreOrder } from '@rt/event-store';
import type { CheckpointFiles } from './checkpoint-files';
import { checkLists } from './checkpoint-lists';
import { namedGeneration } from './anchor-in';
import { openCheckpoint, type ExpectedSigner } from './open-checkpoint';
import type { TreeProblem, TreeVerification } from './tree-problems';
import type { TreeStore } from './tree-store';
import { checkOrder } from './verify-tree';

/** What is compared. */
export interface SignedTreeCheck {
  readonly order: Pick<StoreOrder, 'readOrder' | 'streamStates'>;
  readonly tree: TreeStore;
  /** How often keys of the store were destroyed, by its own count. */
  readonly keysGeneration: number;
  /** Who must have signed the checkpoints in the tree. */
  readonly signer: ExpectedSigner;
}

/** A checkpoint that lies outside the tree, and who must have signed it. */
export interface OutsideCheckpoint extends CheckpointFiles {
  readonly signer: ExpectedSigner;
}

/**
 * Compares the order of the events with the tree, the tree with the checkpoints in it, and both with checkpoints from outside. It needs public keys only.
 */
export const verifySignedTree = async (
  { order, tree, keysGeneration, signer }: SignedTreeCheck,
  outside: readonly OutsideCheckpoint[],
): Promise<TreeVerification> => {
  const problems: TreeProblem[] = [];
  const signed = [];
  const kept = await tree.checkpoints();
  for (const { note } of kept) {
    const checkpoint = openCheckpoint(note, signer);
    if (typeof checkpoint === 'string') problems.push(whole('ownNote'));
    else signed.push({ ...checkpoint, broken: whole('ownNote') });
  }
  const heads = [];
  let keys = namedGeneration(kept.map(({ anchor }) => anchor));
  for (const { note, lists, signer: by } of outside) {
    const checkpoint = openCheckpoint(note, by);
    if (typeof checkpoint === 'string') {
      problems.push(whole(checkpoint));
      continue;
    }
    signed.push({ ...checkpoint, broken: whole('otherHistory') });
    try {
      if (lists === undefined) continue;
      const { heads: named, anchor } = checkLists(lists, checkpoint);
      heads.push(...named);
      keys = Math.max(keys, anchor.keys);
    } catch (error) {
      if (!(error instanceof NotAProof)) throw error;
      problems.push(whole('badLists'));
    }
  }
  if (keys > keysGeneration) problems.push(whole('keysSetBack'));
  problems.push(...(await checkOrder(order, tree, { signed, heads })));
  return { ok: problems.length === 0, leaves: await tree.size(), problems };
};

const whole = (kind: TreeProblem['kind']): TreeProblem => ({ stream: null, revision: null, kind });
