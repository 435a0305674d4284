import { SetMetadata } from '@nestjs/common';
import type { OpenPermission, Permission } from '@rt/identity';

/** Metadata under which a route says who may take it. */
export const ACCESS = 'rt:access';

/** A permission of the table, or `byEventType`: every event type that is written names its own, and its handler asks for it. */
export type RouteAccess = Permission | OpenPermission | 'byEventType';

/** Who may take a route. A route without it keeps the server from starting. */
export const Access = (access: RouteAccess): MethodDecorator => SetMetadata(ACCESS, access);
