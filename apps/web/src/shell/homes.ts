import type { Text } from '@rt/domain';
import type { Session } from './session';

type Role = Session['roles'][number];

type Home = '/min-dag' | '/granskningar';

/** The first page of each role that works with files or reviews. */
const HOMES: Partial<Record<Role, Home>> = {
  caseWorker: '/min-dag',
  unitManager: '/min-dag',
  inspector: '/granskningar',
  reviewApprover: '/granskningar',
};

export const HOME_NAMES: Readonly<Record<Home, Text>> = {
  '/min-dag': { sv: 'Min dag', en: 'My day' },
  '/granskningar': { sv: 'Granskningar', en: 'Reviews' },
};

/** The page for everybody. */
export const OPEN_TO_ALL = '/regler';

/** Undefined where none of the roles has a page of its own. */
export const homeOf = (roles: readonly Role[]): Home | undefined => {
  for (const role of roles) if (HOMES[role] !== undefined) return HOMES[role];
  return undefined;
};
