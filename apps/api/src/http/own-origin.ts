import { comesFromOwnOrigin, isLoopback } from '@rt/identity';
import type { NextFunction, Request, Response } from 'express';
import { Problem } from './problem';

/** Refuses a request that changes something if it comes from a page of another origin. */
export const ownOrigin = ({ method, headers }: Request, _response: Response, next: NextFunction): void => {
  const { origin, host, 'sec-fetch-site': fetchSite } = headers;
  const request = {
    method,
    ...(origin !== undefined && { origin }),
    ...(typeof fetchSite === 'string' && { fetchSite }),
  };
  next(comesFromOwnOrigin(request, thisMachine(host)) ? undefined : new Problem('FOREIGN_ORIGIN'));
};

/** The allowed origins: only the loopback names of this machine. Any other name could have been made to point here. */
const thisMachine = (host = ''): readonly string[] =>
  isLoopback(URL.parse(`http://${host}`)?.hostname ?? '') ? [`http://${host}`] : [];
