import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AccessPurpose, User } from '@rt/identity';
import type { Request } from 'express';
import { wantsCsv } from '../http/media-types';
import type { RouteAccess } from './route-access';

/** A request by a signed-in user, and the permission of its route. */
export interface Visit {
  readonly user: User;
  readonly access: RouteAccess;
  /** The purpose that the request states. */
  readonly purpose?: AccessPurpose;
  /** The reader prefers the answer as CSV, and the route gives it. */
  readonly csv?: boolean;
}

const visits = new WeakMap<Request, Visit>();

export const remember = (request: Request, visit: Visit): void => void visits.set(request, visit);

/** The user of a request, once the guard has identified them; undefined at a route without a session. */
export const userIdOf = (request: Request): string | undefined => visits.get(request)?.user.userId;

/** Injects the visit of the request. @throws Error at a route without a session, where there is no user */
export const Visiting = createParamDecorator((_: unknown, context: ExecutionContext): Visit => {
  const request = context.switchToHttp().getRequest<Request>();
  const visit = visits.get(request);
  if (visit === undefined) throw new Error('a route without a session has no signed-in user');
  return wantsCsv(request) ? { ...visit, csv: true } : visit;
});
