import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { Projections } from '../projections/projections';
import { position } from './parameters';
import { Problem } from './problem';

/** The position that a write answered with: the answer to a read that names it has seen that write. */
export const READ_AFTER = 'X-Read-After';

/** Holds a read back until the read models have reached the position that the request names, whoever wrote it. */
@Injectable()
export class ReadAfter implements NestInterceptor {
  constructor(private readonly projections: Projections) {}

  /** @throws Problem BAD_REQUEST where it is no position of this store; NOT_READY where it is not reached in time */
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const given = context.switchToHttp().getRequest<Request>().headers[READ_AFTER.toLowerCase()];
    if (given !== undefined) {
      if (typeof given !== 'string' || position('').read(given) === undefined)
        throw new Problem('BAD_REQUEST', [{ field: READ_AFTER, code: 'position' }]);
      await this.projections.reach(given, READ_AFTER);
    }
    return next.handle();
  }
}
