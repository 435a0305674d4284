import type { TreeHead } from './consistency';
import { hashFromBase64, NotAProof, type Primitives } from './primitives';

/** The content of a checkpoint: the size and the root of a tree, and the name of its log (C2SP tlog-checkpoint). */
export interface SignedTree extends TreeHead {
  readonly origin: string;
}

/** The name of an installation's log and of the key that signs it. The municipality may change its name; the store's id stays. */
export const originOf = (municipality: string, storeId: string): string =>
  `${municipality}/roda-traden/${storeId}`;

/** True if the origin names this store, whatever the municipality was called. */
export const isOriginOf = (origin: string, storeId: string): boolean =>
  origin.endsWith(`/roda-traden/${storeId}`);

export const checkpointText = (p: Primitives, { origin, size, root }: SignedTree): string =>
  `${origin}\n${size}\n${p.toBase64(root)}\n`;

/** @throws NotAProof */
export const readCheckpoint = (p: Primitives, text: string): SignedTree => {
  const [origin = '', size = '', root = '', ...rest] = text.slice(0, -1).split('\n');
  // The spec allows further lines. This log writes none, and a line that the program does not read must not be signed.
  if (origin === '' || !/^(0|[1-9]\d{0,14})$/.test(size) || rest.length > 0 || !text.endsWith('\n'))
    throw new NotAProof('it is no checkpoint');
  return { origin, size: Number(size), root: hashFromBase64(p, root) };
};
