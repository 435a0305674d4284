import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { Projections } from '../projections/projections';
import { storePosition } from './parameters';
import { Problem } from './problem';

/** A header with the position from the answer to a write. The answer to a read with this header includes that write. */
export const READ_AFTER = 'X-Read-After';

/** Delays a read until the read models have reached the position in the header, whichever process wrote it. */
@Injectable()
export class ReadAfter implements NestInterceptor {
  constructor(private readonly projections: Projections) {}

  /** @throws Problem BAD_REQUEST if it is no position of this store; NOT_READY if it is not reached in time */
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const given = context.switchToHttp().getRequest<Request>().headers[READ_AFTER.toLowerCase()];
    if (given !== undefined) {
      if (typeof given !== 'string' || storePosition('').read(given) === undefined)
        throw new Problem('BAD_REQUEST', [{ field: READ_AFTER, code: 'position' }]);
      await this.projections.reach(given, READ_AFTER);
    }
    return next.handle();
  }
}
