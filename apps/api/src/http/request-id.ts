import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const ids = new WeakMap<IncomingMessage, string>();

/** The id of a request, for its answer, the log and the problem. The server makes it, because an id from the client could contain anything. */
export const requestIdOf = (request: IncomingMessage): string => {
  let id = ids.get(request);
  if (id === undefined) ids.set(request, (id = randomUUID()));
  return id;
};
