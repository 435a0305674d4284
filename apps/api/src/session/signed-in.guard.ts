import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ThrottlerStorage } from '@nestjs/throttler';
import type { Clock } from '@rt/event-store';
import {
  ACCESS_PURPOSES,
  accessRefused,
  decideAccess,
  GENERAL_PERMISSION_TABLE,
  purposeNamed,
  sessionIdIn,
  Sessions,
  writeLogged,
  type AccessPurpose,
  type AccessWriter,
  type Directory,
  type GeneralPermission,
  type User,
} from '@rt/identity';
import type { Request } from 'express';
import { grantFrom } from '../access/grant';
import { ACCESS, isOpenAccess, type RouteAccess } from '../access/route-access';
import { remember } from '../access/visit';
import { Problem } from '../http/problem';
import { ACCESS_WRITER, CLOCK, DIRECTORY } from '../ports';
import { RequestLimits } from './request-limits';

/** The server listens on this machine only, without HTTPS. */
export const LOOPBACK = true;

/**
 * Identifies the user and checks a permission that is not about one file. A permission about a file is checked when the file has been loaded: by
 * `FileAccess` for reads, by the handler of the step for writes.
 */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    @Inject(DIRECTORY) private readonly directory: Directory,
    private readonly limits: RequestLimits,
    @Inject(ThrottlerStorage) private readonly counted: ThrottlerStorage,
    @Inject(ACCESS_WRITER) private readonly accessLog: AccessWriter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem NOT_SIGNED_IN, TOO_MANY_REQUESTS, NOT_ALLOWED, BAD_REQUEST; AccessNotLogged */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<RouteAccess>(ACCESS, context.getHandler());
    if (isOpenAccess(access)) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const id = sessionIdIn(request.headers.cookie, LOOPBACK);
    const userId = id === undefined ? undefined : await this.sessions.userOf(id);
    const user = userId === undefined ? undefined : await this.directory.find(userId);
    if (user === undefined) {
      await this.limits.countUnsigned(this.counted, request);
      throw new Problem('NOT_SIGNED_IN');
    }
    const purpose = purposeIn(request);
    if (isGeneral(access)) await this.checkGeneral(user, access);
    remember(request, { user, access, ...(purpose !== undefined && { purpose }) });
    return true;
  }

  private async checkGeneral(user: User, permission: GeneralPermission): Promise<void> {
    const answer = decideAccess(user, { permission });
    if (!answer.allowed) {
      const { refused } = answer;
      await writeLogged(this.accessLog, accessRefused({ at: this.clock.now(), user, permission, refused }));
    }
    grantFrom(answer);
  }
}

const isGeneral = (access: RouteAccess): access is GeneralPermission =>
  Object.hasOwn(GENERAL_PERMISSION_TABLE, access);

const purposeIn = ({ headers }: Request): AccessPurpose | undefined => {
  const given = headers['x-purpose'];
  if (given === undefined) return undefined;
  const purpose = purposeNamed(String(given));
  if (purpose === undefined)
    throw new Problem('BAD_REQUEST', [{ field: 'X-Purpose', code: 'purpose', allowed: ACCESS_PURPOSES }]);
  return purpose;
};
