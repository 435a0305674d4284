import type { Request, Response } from 'express';

/**
 * Sends an answer that consists of several parts, as `response.send` sends one. A file of 500 events is answered with 300 kB: joining the parts would copy
 * them into new memory for each answer.
 */
export const sendParts = (request: Request, response: Response, parts: readonly Buffer[]): void => {
  if (request.fresh) {
    response.removeHeader('Content-Type');
    response.status(304).end();
    return;
  }
  response.set('Content-Length', String(parts.reduce((sum, { length }) => sum + length, 0)));
  for (const part of parts.slice(0, -1)) response.write(part);
  response.end(parts.at(-1));
};
