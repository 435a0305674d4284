import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** How long open connections have for one more request, in milliseconds. */
const drainMs = 1_000;

/**
 * Call this before closing a server: from then on, every answer has `Connection: close`. Otherwise Node would cut connections whose request was sent
 * but not yet read, and would wait for ever for a client that keeps sending requests. Returns when no connection is open, or after the time limit.
 */
export const drainConnections = async (server: Server): Promise<void> => {
  server.prependListener('request', (_, response) => void response.setHeader('Connection', 'close'));
  const connections = promisify(server.getConnections.bind(server));
  const until = performance.now() + drainMs;
  while (performance.now() < until && (await connections()) > 0) await sleep(10);
};
