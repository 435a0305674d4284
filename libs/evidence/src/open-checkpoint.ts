import type { KeyObject } from 'node:crypto';
import { isOriginOf, NotAProof, openNote, readCheckpoint, type Destroyed, type SignedTree } from '@rt/proof';
import type { CheckpointFiles } from './checkpoint-files';
import { checkLists } from './checkpoint-lists';
import type { EarlierSigner } from './earlier-signers';
import { nodePrimitives as p, rawPublicKey, verifyEd25519 } from './node-primitives';

/** Who must have signed a note, and for which store. */
export interface ExpectedSigner {
  readonly storeId: string;
  readonly publicKey: KeyObject;
  /** The keys that signed before it. */
  readonly earlier?: readonly EarlierSigner[];
}

/** What a note says, or why it is not believed. The municipality in the name of the log may have changed since it was signed. */
export const openCheckpoint = (
  note: string,
  { storeId, publicKey, earlier = [] }: ExpectedSigner,
): SignedTree | 'badSignature' | 'otherStore' => {
  const found = openedWith(note, { storeId, publicKey });
  if (found !== 'badSignature') return found;
  for (const signer of earlier) {
    const older = openedWith(note, { storeId, publicKey: signer.publicKey });
    // Whoever stole a key that was changed therefore signs nothing newer with it.
    if (older !== 'badSignature' && (older === 'otherStore' || older.size <= signer.sizeMax)) return older;
  }
  return 'badSignature';
};

const openedWith = (
  note: string,
  { storeId, publicKey }: Pick<ExpectedSigner, 'storeId' | 'publicKey'>,
): ReturnType<typeof openCheckpoint> => {
  try {
    const name = note.slice(0, note.indexOf('\n'));
    const key = { type: 1, name, raw: rawPublicKey(publicKey) } as const;
    const checkpoint = readCheckpoint(p, openNote(p, note, key, verifyEd25519).text);
    return isOriginOf(checkpoint.origin, storeId) ? checkpoint : 'otherStore';
  } catch (error) {
    if (!(error instanceof NotAProof)) throw error;
    return 'badSignature';
  }
};

/**
 * What had been destroyed when a checkpoint was signed, and how often keys had been destroyed by then.
 * @throws NotAProof if the checkpoint is not of this store, or its lists are not there or not those that were signed
 */
export const destroyedUpTo = (
  { note, lists }: CheckpointFiles,
  signer: ExpectedSigner,
): { readonly generation: number; readonly destroyed: readonly Destroyed[] } => {
  const checkpoint = openCheckpoint(note, signer);
  if (typeof checkpoint === 'string') throw new NotAProof('the note was not signed by this store');
  if (lists === undefined) throw new NotAProof('the lists of the checkpoint do not lie beside its note');
  const { anchor } = checkLists(lists, checkpoint);
  return {
    generation: anchor.keys,
    destroyed: lists.destroyed.map((line) => JSON.parse(line) as Destroyed),
  };
};
