import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { Metrics } from '../observing/metrics';
import { observe } from '../observing/observe';
import { servePages } from '../pages/pages';
import { jsonBody } from './json-body';
import { ownHost } from './own-host';
import { ownOrigin } from './own-origin';

/** Sets up the middleware that every request passes before it reaches a route, in this order. */
export const configureHttp = (
  nest: NestExpressApplication,
  { log, metrics, pages }: { readonly log: Logger; readonly metrics: Metrics; readonly pages: string },
): void => {
  nest.disable('x-powered-by');
  // Our ETags are revisions of files; the routes set them themselves.
  nest.disable('etag');
  nest.use(observe(log, metrics));
  nest.use(
    helmet({
      contentSecurityPolicy: {
        directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
        useDefaults: false,
      },
    }),
  );
  nest.use(notKept);
  nest.use(ownHost);
  nest.use(servePages(pages));
  nest.use(ownOrigin);
  nest.use(jsonBody);
  nest.use(compression());
};

/** Answers are about people, so no cache between server and client may store them. */
const notKept = (_request: Request, response: Response, next: NextFunction): void => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};
