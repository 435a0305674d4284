import type { ExecutionContext } from '@nestjs/common';
import { ThrottlerModule, type ThrottlerStorage } from '@nestjs/throttler';
import type { Request } from 'express';
import { ACCESS } from '../access/route-access';
import { userIdOf } from '../access/visit';
import { Problem } from '../http/problem';
import { RecentRequests } from './recent-requests';

const minuteMs = 60_000;

/** Of the requests that a user may make to one route in a minute, so many sign-ins may come from one address. */
const signInsPart = 100;
/** And so many requests without a session that holds. */
const unsignedPart = 10;

/** How many requests in a minute are answered. */
export class RequestLimits {
  constructor(private readonly perMinuteMax: number) {}

  /**
   * Counts by user, and by address at routes without a session. It stands after the guard that identifies the user, so another cookie is not another
   * count. Signing in has a limit of its own.
   */
  get module() {
    const signInsMax = Math.ceil(this.perMinuteMax / signInsPart);
    return ThrottlerModule.forRoot({
      storage: new RecentRequests(),
      throttlers: [
        {
          ttl: minuteMs,
          limit: (context) => (isSignIn(context) ? signInsMax : this.perMinuteMax),
          getTracker: (request) => userIdOf(request as Request) ?? `address ${String(request.ip)}`,
        },
      ],
    });
  }

  /** Counts a request without a session that holds. @throws Problem TOO_MANY_REQUESTS */
  async countUnsigned(storage: ThrottlerStorage, { ip = '' }: Request): Promise<void> {
    const max = Math.ceil(this.perMinuteMax / unsignedPart);
    const { isBlocked, timeToBlockExpire } = await storage.increment(
      `unsigned ${ip}`,
      minuteMs,
      max,
      minuteMs,
      'unsigned',
    );
    if (isBlocked) throw new Problem('TOO_MANY_REQUESTS', [], { 'Retry-After': String(timeToBlockExpire) });
  }
}

const isSignIn = (context: ExecutionContext): boolean =>
  Reflect.getMetadata(ACCESS, context.getHandler()) === 'session.begin';
