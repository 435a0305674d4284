import { existsSync } from 'node:fs';
import path from 'node:path';
import type { NextFunction, Request, Response } from 'express';
import sirv from 'sirv';

/** The built web application: beside the built server. A server that runs from source has none. */
export const BUILT_PAGES = path.resolve(__dirname, '../../../../web');

/** No script, style, picture or connection from anywhere else, and none that stands in the page itself. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What answers for itself under its own address, and is no page. */
const NO_PAGE = /^\/(api|health|metrics)(\/|$)/;
/** Vite puts a hash of the content into these names. */
const HASHED = /^\/assets\//;
const FILE = /\.[^/]+$/;
const KEPT_FOR_EVER = 'public, max-age=31536000, immutable';
const HEADERS = ['Cache-Control', 'Content-Security-Policy'];

/**
 * Serves the built pages from their compressed copies. Every address without a file extension that a browser asks for is a page, and gets the same
 * document; the routes stand in the application. Passes on whatever is not there.
 */
export const servePages = (
  folder: string,
): ((request: Request, response: Response, next: NextFunction) => void) => {
  if (!existsSync(path.join(folder, 'index.html')))
    return (_request, _response, next) => {
      next();
    };
  const serve = sirv(folder, { brotli: true, gzip: true, etag: true, single: true, ignores: [FILE] });
  return (request, response, next) => {
    const wanted =
      (request.method === 'GET' || request.method === 'HEAD') &&
      !NO_PAGE.test(request.path) &&
      (FILE.test(request.path) || request.accepts(['json', 'html']) === 'html');
    if (!wanted) {
      next();
      return;
    }
    const before = HEADERS.map((name) => [name, response.getHeader(name)] as const);
    // Set before the file is looked up, because an answer “not modified” replaces the headers that the browser has kept.
    response.setHeader('Cache-Control', HASHED.test(request.path) ? KEPT_FOR_EVER : 'no-cache');
    response.setHeader('Content-Security-Policy', PAGE_POLICY);
    serve(request, response, () => {
      for (const [name, value] of before) if (value !== undefined) response.setHeader(name, value);
      next();
    });
  };
};
