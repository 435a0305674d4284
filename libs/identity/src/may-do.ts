import {
  FILE_COLUMNS,
  FILE_PERMISSION_TABLE,
  GENERAL_PERMISSION_TABLE,
  type PermissionCell,
  type Permission,
  type Reach,
} from './permission-table';
import type { AccessPurpose } from './purposes';
import type { RoleRelation } from './relations';
import { ROLES } from './roles';

/** The reasons for a refusal. A later reason tells the user more about how to get access. */
export const ACCESS_REFUSALS = [
  'NO_RELATION',
  'NOT_PERMITTED',
  'PURPOSE_NOT_ACCEPTED',
  'PURPOSE_REQUIRED',
] as const;
export type AccessRefusal = (typeof ACCESS_REFUSALS)[number];

export interface Granted {
  readonly allowed: true;
  /** The purpose for the access log. */
  readonly purpose: AccessPurpose;
  /**
   * `file`: only the file of the question. Any other value is the widest set of files that an answer may cover, and the caller narrows its question
   * to it.
   */
  readonly reach: Reach | 'file';
}

export interface NotGranted {
  readonly allowed: false;
  readonly refused: AccessRefusal;
}

export interface PermissionQuestion extends RoleRelation {
  readonly permission: Permission;
  /** The purpose that the request states, for a file. Lists and searches have the purpose of the table, and depend on no relation. */
  readonly purpose?: AccessPurpose;
}

/** Looks up one question in the permission table. A permission that is not in the table is refused. */
export const mayDo = (question: PermissionQuestion): Granted | NotGranted => {
  const { role, permission } = question;
  if (has(FILE_PERMISSION_TABLE, permission)) return mayDoToFile(question, FILE_PERMISSION_TABLE[permission]);
  if (!has(GENERAL_PERMISSION_TABLE, permission)) return notGranted('NOT_PERMITTED');
  const row = GENERAL_PERMISSION_TABLE[permission];
  const reach = row[ROLES.indexOf(role)] as Reach | 'no' | undefined;
  if (reach === undefined || reach === 'no') return notGranted('NOT_PERMITTED');
  return { allowed: true, purpose: row[ROLES.length], reach };
};

const mayDoToFile = (
  { role, relation, purpose }: PermissionQuestion,
  row: readonly PermissionCell[],
): Granted | NotGranted => {
  const index = FILE_COLUMNS.findIndex((column) => column.role === role && column.relation === relation);
  const column = FILE_COLUMNS[index];
  if (column === undefined) return notGranted('NO_RELATION');
  const cell = row[index];
  if (cell === undefined || cell === 'no') return notGranted('NOT_PERMITTED');
  if (purpose === undefined && cell === 'stated') return notGranted('PURPOSE_REQUIRED');
  if (purpose !== undefined && !column.purposes.includes(purpose)) return notGranted('PURPOSE_NOT_ACCEPTED');
  return { allowed: true, purpose: purpose ?? column.purposes[0], reach: 'file' };
};

/** `in` would be wrong here: the name of a permission may come from outside, and every object inherits names such as `constructor`. */
const has = <Row extends object>(table: Row, permission: PropertyKey): permission is keyof Row =>
  Object.hasOwn(table, permission);

export const notGranted = (refused: AccessRefusal): NotGranted => ({ allowed: false, refused });
