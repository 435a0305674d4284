import { comesFromOwnOrigin, isLoopback } from '@rt/identity';
import type { NextFunction, Request, Response } from 'express';
import { Problem } from './problem';

/** Whatever changes something is taken from our own pages, and from programs. @param configured where browsers reach the server */
export const ownOrigin =
  (configured: string | undefined) =>
  ({ method, headers }: Request, _response: Response, next: NextFunction): void => {
    const request = {
      method,
      origin: headers.origin,
      fetchSite: headers['sec-fetch-site'],
    };
    const own = configured === undefined ? thisMachine(headers.host) : [configured];
    next(comesFromOwnOrigin(request, own) ? undefined : new Problem('FOREIGN_ORIGIN'));
  };

/** Only this machine's own names for itself: any other name could have been made to lead here. */
const thisMachine = (host = ''): readonly string[] =>
  isLoopback(URL.parse(`http://${host}`)?.hostname ?? '') ? [`http://${host}`] : [];
