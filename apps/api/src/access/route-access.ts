import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiResponse, ApiSecurity } from '@nestjs/swagger';
import { OPEN_PERMISSIONS, type OpenPermission, type Permission } from '@rt/identity';
import { PROBLEM_CONTENT } from '../openapi/problem-content';

/** The metadata key for the permission of a route. */
export const ACCESS = 'rt:access';

/** A permission of the table, or `byEventType`: each recorded event type has its own permission, which its handler checks. */
export type RouteAccess = Permission | OpenPermission | 'byEventType';

export const isOpenAccess = (access: RouteAccess): access is OpenPermission =>
  (OPEN_PERMISSIONS as readonly string[]).includes(access);

/** Declares the permission of a route, for the guard and for the API description. The server does not start if a route has none. */
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
