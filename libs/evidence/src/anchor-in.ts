import { NotAProof, readAnchor, type Anchor } from '@rt/proof';
import { nodePrimitives as p } from './node-primitives';

/** The anchor in a text, in a list; empty if it is none, which `verify` reports. */
export const anchorIn = (text: string): readonly Anchor[] => {
  try {
    return [readAnchor(p, text)];
  } catch (error) {
    if (!(error instanceof NotAProof)) throw error;
    return [];
  }
};

/** The highest generation of the keys that some anchors name. */
export const namedGeneration = (anchors: readonly string[]): number =>
  Math.max(0, ...anchors.flatMap(anchorIn).map(({ keys }) => keys));
