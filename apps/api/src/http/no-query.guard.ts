import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { parametersOf } from './parameters';

/** For routes without query parameters: one that is given is refused, so that nobody takes a filter that does nothing for one that found everything. */
@Injectable()
export class NoQuery implements CanActivate {
  /** @throws Problem INVALID_QUERY */
  canActivate(context: ExecutionContext): boolean {
    parametersOf(context.switchToHttp().getRequest<Request>().query, {});
    return true;
  }
}
