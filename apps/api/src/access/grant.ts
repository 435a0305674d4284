import { ACCESS_PURPOSES, type Granted, type NotGranted, type RoleRelation } from '@rt/identity';
import { Problem } from '../http/problem';

/** What a user may do at a route: in which role, by which relation to the file, and how far it reaches. */
export type Grant = Granted & RoleRelation;

/** The grant that the permission table gives. @throws Problem NOT_ALLOWED, PURPOSE_REQUIRED */
export const grantFrom = (answer: Grant | NotGranted): Grant => {
  if (answer.allowed) return answer;
  const { refused } = answer;
  throw refused === 'PURPOSE_REQUIRED'
    ? new Problem('PURPOSE_REQUIRED', [{ field: 'X-Purpose', code: refused, allowed: ACCESS_PURPOSES }])
    : new Problem('NOT_ALLOWED', [
        { field: refused === 'PURPOSE_NOT_ACCEPTED' ? 'X-Purpose' : '', code: refused },
      ]);
};
