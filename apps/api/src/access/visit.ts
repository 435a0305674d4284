import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AccessPurpose, User } from '@rt/identity';
import type { Request } from 'express';
import type { RouteAccess } from './route-access';

/** Somebody who is signed in, at a route that says what it takes. */
export interface Visit {
  readonly user: User;
  readonly access: RouteAccess;
  /** What the visitor says it is for. */
  readonly purpose?: AccessPurpose;
}

const visits = new WeakMap<Request, Visit>();

export const remember = (request: Request, visit: Visit): void => void visits.set(request, visit);

/** @throws Error where the route is open to anybody: then there is nobody to speak of */
export const Visiting = createParamDecorator((_: unknown, context: ExecutionContext): Visit => {
  const visit = visits.get(context.switchToHttp().getRequest<Request>());
  if (visit === undefined) throw new Error('nobody is signed in at a route that is open to anybody');
  return visit;
});
