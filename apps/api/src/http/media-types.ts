import { Inject, Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { Problem } from './problem';

export const JSON_TYPE = 'application/json';
export const CSV_TYPE = 'text/csv';
export const CALENDAR_TYPE = 'text/calendar';
export const STREAM_TYPE = 'text/event-stream';

const MEDIA_TYPES = 'rt:mediaTypes';

/** Declares the media types in which a route can answer, the usual one first. */
export const Gives = (types: readonly string[]): MethodDecorator => SetMetadata(MEDIA_TYPES, types);

const askedForCsv = new WeakSet<Request>();

/** True if the reader of this request prefers CSV, and the route gives it. */
export const wantsCsv = (request: Request): boolean => askedForCsv.has(request);

/** Refuses a request for a media type that its route does not give, before anything is read or written. */
@Injectable()
export class AcceptGuard implements CanActivate {
  constructor(@Inject(Reflector) private readonly reflector: Reflector) {}

  /** @throws Problem NOT_ACCEPTABLE */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const { accept } = request.headers;
    if (accept === undefined || accept === '*/*') return true;
    const types = this.reflector.get<readonly string[] | undefined>(MEDIA_TYPES, context.getHandler());
    if (types === undefined) return true;
    // Many clients name the character set beside the type.
    const chosen = request.accepts(types.flatMap((type) => [type, `${type}; charset=utf-8`]));
    if (chosen === false)
      throw new Problem('NOT_ACCEPTABLE', [{ field: 'Accept', code: 'mediaType', allowed: types }]);
    if (chosen.startsWith(CSV_TYPE)) askedForCsv.add(request);
    return true;
  }
}
