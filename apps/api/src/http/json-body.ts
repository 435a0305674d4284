import type { NextFunction, Request, Response } from 'express';
import { Problem } from './problem';

/** What one request may say, in bytes: a little more than one append may hold. */
export const bodyBytesMax = 1_048_576;

/** A write that says something says it in JSON. */
export const jsonBody = (request: Request, _response: Response, next: NextFunction): void => {
  const says = Number(request.headers['content-length'] ?? 0) > 0 || 'transfer-encoding' in request.headers;
  const isJson = /^application\/json(;|$)/i.test(request.headers['content-type'] ?? '');
  next(says && !isJson ? new Problem('NOT_JSON_TYPE') : undefined);
};
