export {
  clockOf,
  FolderNotEmpty,
  houseExists,
  houseHasBegun,
  openDirectory,
  openHouse,
  restoreHouse,
  type Checkpoint,
  type House,
  type HouseOptions,
  type HouseStore,
  type ProblemKind,
} from './house';
export { houseSettingsFrom, WrongSetting, type HouseSettings } from './settings';
