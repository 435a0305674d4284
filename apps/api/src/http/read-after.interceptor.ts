import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { Projections } from '../projections';
import { position } from './parameters';
import { Problem } from './problem';

/** The position that a write answered with: what is read must have seen it. */
export const READ_AFTER = 'X-Read-After';

/** Answers from read models that hold whatever the caller has written, so that nobody sees their own step missing. */
@Injectable()
export class ReadAfter implements NestInterceptor {
  constructor(private readonly projections: Projections) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const given = context.switchToHttp().getRequest<Request>().headers[READ_AFTER.toLowerCase()];
    if (given !== undefined) {
      if (typeof given !== 'string' || position('').read(given) === undefined)
        throw new Problem('BAD_REQUEST', [{ field: READ_AFTER, code: 'position' }]);
      // The store is in this process: all that it holds is there to be read at once.
      await this.projections.catchUp();
    }
    return next.handle();
  }
}
