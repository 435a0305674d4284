import type { Session } from './session';

type Role = Session['roles'][number];

/** The first page of each role that has pages. */
const HOMES: Partial<Record<Role, '/min-dag'>> = { caseWorker: '/min-dag', unitManager: '/min-dag' };

/** Undefined where none of the roles has a page. */
export const homeOf = (roles: readonly Role[]): '/min-dag' | undefined => {
  for (const role of roles) if (HOMES[role] !== undefined) return HOMES[role];
  return undefined;
};
