import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const ids = new WeakMap<IncomingMessage, string>();

/** The id of a request, in its answer, in the log and in whatever problem it met. Made here: what a caller sends could say anything. */
export const requestIdOf = (request: IncomingMessage): string => {
  let id = ids.get(request);
  if (id === undefined) ids.set(request, (id = randomUUID()));
  return id;
};
