import type { NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import { requestIdOf } from '../http/request-id';
import type { Metrics } from './metrics';

/** The label of a request without a route. Its address may contain anything, also a personal number. */
const UNMATCHED = 'unmatched';

/**
 * Logs one line and measures once per answer. The line contains the pattern of the route, never the address, the query, a header or a body. Who read
 * which file is in the access log.
 */
export const observe =
  (log: Logger, metrics: Metrics) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const requestId = requestIdOf(request);
    response.setHeader('X-Request-Id', requestId);
    const began = process.hrtime.bigint();
    response.once('close', () => {
      const seconds = Number(process.hrtime.bigint() - began) / 1e9;
      const route = (request.route as { path?: string } | undefined)?.path ?? UNMATCHED;
      const { method } = request;
      const status = response.writableFinished ? response.statusCode : 499;
      // A stream is open for hours, so its duration says nothing about how fast the server answers.
      if (!isStream(response))
        metrics.requestSeconds.observe({ method, route, status: String(status) }, seconds);
      log.info({ requestId, method, route, status, ms: Math.round(seconds * 1e4) / 10 }, 'answered');
    });
    next();
  };

const isStream = (response: Response): boolean =>
  String(response.getHeader('Content-Type')).startsWith('text/event-stream');
