export { Evidence } from './evidence';
export {
  listsFileOf,
  readCheckpointFiles,
  writeCheckpointFiles,
  type CheckpointFiles,
} from './checkpoint-files';
export type { TreeProblemKind } from './tree-problems';
export { Witness } from './witness';
