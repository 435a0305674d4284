import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { jsonOf, NotJson } from '@rt/handling';
import type { Request } from 'express';
import { ACCESS, isOpenAccess, type RouteAccess } from '../access/route-access';
import { bodyBytesMax } from './json-body';
import { Problem } from './problem';

/** The limit of a body from somebody who has not signed in. */
const openBodyBytesMax = 4_096;

/** Reads the body. It is the last guard, so nothing is read or parsed for a request that is refused for its session, its permission or its number. */
@Injectable()
export class BodyGuard implements CanActivate {
  constructor(@Inject(Reflector) private readonly reflector: Reflector) {}

  /** @throws Problem NOT_JSON, TOO_LARGE, BAD_REQUEST */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const access = this.reflector.get<RouteAccess>(ACCESS, context.getHandler());
    const bytes = await bytesOf(request, isOpenAccess(access) ? openBodyBytesMax : bodyBytesMax);
    request.body = bytes.length === 0 ? undefined : bodyIn(bytes);
    return true;
  }
}

const bodyIn = (bytes: Uint8Array): object => {
  try {
    const body = jsonOf(bytes);
    if (typeof body === 'object' && body !== null) return body;
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    throw new Problem('NOT_JSON', [{ field: '', code: error.fault }]);
  }
  throw new Problem('NOT_JSON', [{ field: '', code: 'notJson' }]);
};

const bytesOf = async (request: Request, bytesMax: number): Promise<Buffer> => {
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) throw new Problem('TOO_LARGE');
  const chunks: Buffer[] = [];
  let length = 0;
  // A destroyed request could not be answered.
  const reading = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  try {
    for await (const chunk of reading) {
      length += chunk.length;
      if (length > bytesMax) break;
      chunks.push(chunk);
    }
  } catch {
    throw new Problem('BAD_REQUEST', [{ field: '', code: 'aborted' }]);
  }
  if (length > bytesMax) throw new Problem('TOO_LARGE');
  return Buffer.concat(chunks);
};
