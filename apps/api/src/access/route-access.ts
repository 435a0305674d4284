import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiResponse, ApiSecurity } from '@nestjs/swagger';
import { OPEN_PERMISSIONS, type OpenPermission, type Permission } from '@rt/identity';
import { PROBLEM_CONTENT } from '../openapi/problem-content';

/** Metadata under which a route says who may take it. */
export const ACCESS = 'rt:access';

/** A permission of the table, or `byEventType`: every event type that is written names its own, and its handler asks for it. */
export type RouteAccess = Permission | OpenPermission | 'byEventType';

export const isOpenAccess = (access: RouteAccess): access is OpenPermission =>
  (OPEN_PERMISSIONS as readonly string[]).includes(access);

/** Who may take a route, for the guard and for the description. A route without it keeps the server from starting. */
export const Access = (access: RouteAccess): MethodDecorator =>
  applyDecorators(
    SetMetadata(ACCESS, access),
    ...(isOpenAccess(access)
      ? []
      : [
          ApiSecurity('session'),
          ApiResponse({ status: 401, description: 'NOT_SIGNED_IN', content: PROBLEM_CONTENT }),
        ]),
  );
