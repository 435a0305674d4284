import type { Granted, NotGranted, RoleRelation } from '@rt/identity';
import { Problem } from '../http/problem';

/** Somebody who may take a route, in the role in which they may, and how far that goes. */
export type Guest = Granted & RoleRelation;

/** What the permission table answered, as HTTP says it. @throws Problem NOT_ALLOWED, PURPOSE_REQUIRED */
export const letIn = (answer: Guest | NotGranted): Guest => {
  if (answer.allowed) return answer;
  const { refused } = answer;
  throw refused === 'PURPOSE_REQUIRED'
    ? new Problem('PURPOSE_REQUIRED', [{ field: 'X-Purpose', code: refused }])
    : new Problem('NOT_ALLOWED', [
        { field: refused === 'PURPOSE_NOT_ACCEPTED' ? 'X-Purpose' : '', code: refused },
      ]);
};
