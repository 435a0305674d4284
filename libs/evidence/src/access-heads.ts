import { NotAProof, readAnchor } from '@rt/proof';
import { nodePrimitives as p } from './node-primitives';

/** The head that the access log had when a checkpoint was signed. */
export interface SignedAccessHead {
  readonly entries: number;
  /** Hex. */
  readonly hash: string;
}

/** The heads of the access log in some anchors. An anchor that cannot be read has none; the check of the tree reports it. */
export const accessHeadsIn = (anchors: readonly string[]): readonly SignedAccessHead[] =>
  anchors.flatMap((text) => {
    try {
      const { count, hash } = readAnchor(p, text).access;
      return [{ entries: count, hash: Buffer.from(hash).toString('hex') }];
    } catch (error) {
      if (!(error instanceof NotAProof)) throw error;
      return [];
    }
  });
