import type { Session } from './session';

type Role = Session['roles'][number];
type Home = '/min-dag' | '/regler';

/** The first page of each role that has work of its own here. */
const HOMES: Partial<Record<Role, Home>> = { caseWorker: '/min-dag', unitManager: '/min-dag' };

/** The first page of a user. The rules are for everybody. */
export const homeOf = (roles: readonly Role[]): Home => {
  for (const role of roles) {
    const home = HOMES[role];
    if (home !== undefined) return home;
  }
  return '/regler';
};
