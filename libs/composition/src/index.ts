export {
  clockOf,
  houseExists,
  houseHasBegun,
  openHouse,
  type House,
  type HouseOptions,
  type HouseStore,
} from './house';
export { BackupDamaged, FolderNotEmpty, openDirectory, type Checkpoint, type ProblemKind } from './adapters';
export { READ_MODELS_FILE } from './data-files';
export { acceptLoss } from './accept-loss';
export { verifyBackup, type BackupProblem } from './verify-backup';
export { restoreHouse } from './restore-house';
export { houseSettingsFrom, WrongSetting, type HouseSettings } from './settings';
