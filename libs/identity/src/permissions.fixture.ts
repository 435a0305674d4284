import {
  FILE_PERMISSION_TABLE,
  GENERAL_PERMISSION_TABLE,
  type FilePermission,
  type GeneralPermission,
} from './permission-table';

export const FILE_PERMISSIONS = Object.keys(FILE_PERMISSION_TABLE) as readonly FilePermission[];
export const GENERAL_PERMISSIONS = Object.keys(GENERAL_PERMISSION_TABLE) as readonly GeneralPermission[];
