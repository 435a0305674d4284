import { OF_A_FILE, OF_NO_FILE, type FilePermission, type GeneralPermission } from './permission-table';

export const FILE_PERMISSIONS = Object.keys(OF_A_FILE) as readonly FilePermission[];
export const GENERAL_PERMISSIONS = Object.keys(OF_NO_FILE) as readonly GeneralPermission[];
