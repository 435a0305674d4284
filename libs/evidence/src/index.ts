export { Evidence } from './evidence';
export {
  listsFileOf,
  readCheckpointFiles,
  writeCheckpointFiles,
  type CheckpointFiles,
} from './checkpoint-files';
export { earlierSigners } from './earlier-signers';
export { destroyedUpTo } from './open-checkpoint';
export { newestSignedEnd, treeEnd } from './store-end';
export type { TreeProblemKind } from './tree-problems';
export { Witness } from './witness';
