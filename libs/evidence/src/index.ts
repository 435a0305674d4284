export { Evidence } from './evidence';
export {
  keepCheckpoint,
  keptCheckpointIn,
  listsFileOf,
  readCheckpointFiles,
  writeCheckpointFiles,
  type CheckpointFiles,
} from './checkpoint-files';
export { earlierSigners } from './earlier-signers';
export { destroyedUpTo } from './open-checkpoint';
export { keptSignedEnd, newestSignedEnd, treeEnd, type SignedEnd } from './store-end';
export { verifySignedTree } from './verify-signed';
export type { TreeProblemKind } from './tree-problems';
export { Witness } from './witness';
