import { comesFromOwnOrigin, isLoopback } from '@rt/identity';
import type { NextFunction, Request, Response } from 'express';
import { Problem } from './problem';

/** Whatever changes something is taken from our own pages, and from programs. */
export const ownOrigin = ({ method, headers }: Request, _response: Response, next: NextFunction): void => {
  const { origin, host, 'sec-fetch-site': fetchSite } = headers;
  const request = {
    method,
    ...(origin !== undefined && { origin }),
    ...(typeof fetchSite === 'string' && { fetchSite }),
  };
  next(comesFromOwnOrigin(request, thisMachine(host)) ? undefined : new Problem('FOREIGN_ORIGIN'));
};

/** Only this machine's own names for itself: any other name could have been made to lead here. */
const thisMachine = (host = ''): readonly string[] =>
  isLoopback(URL.parse(`http://${host}`)?.hostname ?? '') ? [`http://${host}`] : [];
