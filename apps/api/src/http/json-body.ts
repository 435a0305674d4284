import type { NextFunction, Request, Response } from 'express';
import { Problem } from './problem';

/** The limit of one body in bytes: a little more than one append may contain. */
export const bodyBytesMax = 1_048_576;

/** Refuses a body that is not JSON, or compressed. */
export const jsonBody = (request: Request, _response: Response, next: NextFunction): void => {
  const says = Number(request.headers['content-length'] ?? 0) > 0 || 'transfer-encoding' in request.headers;
  const isJson = /^application\/json(;|$)/i.test(request.headers['content-type'] ?? '');
  const isPlain = (request.headers['content-encoding'] ?? 'identity') === 'identity';
  next(says && !(isJson && isPlain) ? new Problem('NOT_JSON_TYPE') : undefined);
};
