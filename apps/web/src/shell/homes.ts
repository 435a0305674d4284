import type { Session } from './session';

type Role = Session['roles'][number];

/** The first page of each role that works with files. */
const HOMES: Partial<Record<Role, '/min-dag'>> = { caseWorker: '/min-dag', unitManager: '/min-dag' };

/** The page for everybody. */
export const OPEN_TO_ALL = '/regler';

/** Undefined where none of the roles works with files. */
export const homeOf = (roles: readonly Role[]): '/min-dag' | undefined => {
  for (const role of roles) if (HOMES[role] !== undefined) return HOMES[role];
  return undefined;
};
