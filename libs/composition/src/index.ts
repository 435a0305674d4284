export {
  clockOf,
  FolderNotEmpty,
  houseExists,
  houseHasBegun,
  openDirectory,
  openHouse,
  type Checkpoint,
  type House,
  type HouseOptions,
  type HouseStore,
  type ProblemKind,
} from './house';
export { acceptLoss } from './accept-loss';
export { restoreHouse } from './restore-house';
export { houseSettingsFrom, WrongSetting, type HouseSettings } from './settings';
