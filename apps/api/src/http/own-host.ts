import { isLoopback } from '@rt/identity';
import type { NextFunction, Request, Response } from 'express';
import { Problem } from './problem';

/**
 * Refuses a request that does not name this machine as its host, exactly once. A page of another origin can have its own name point here; then its requests
 * look like requests of the same origin to the browser.
 */
export const ownHost = ({ rawHeaders }: Request, _response: Response, next: NextFunction): void => {
  const hosts = rawHeaders.filter(
    (_, index) => rawHeaders[index - 1]?.toLowerCase() === 'host' && index % 2 === 1,
  );
  const [host = ''] = hosts;
  const isOwn = hosts.length === 1 && isLoopback(URL.parse(`http://${host}`)?.hostname ?? '');
  next(isOwn ? undefined : new Problem('BAD_REQUEST', [{ field: 'Host', code: 'host' }]));
};
