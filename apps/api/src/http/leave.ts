import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** How long those who hold a connection have for one more request, in milliseconds. */
const leavingMs = 1_000;

/**
 * Before a server is closed: whoever asks from now on is answered and told to hang up. Closed at once, Node would cut every connection whose
 * request it has not begun to read, although it was sent, and would wait for ever for one that never stops asking. Ends when nobody is connected, or when the time is up.
 */
export const leave = async (server: Server): Promise<void> => {
  server.prependListener('request', (_, response) => void response.setHeader('Connection', 'close'));
  const connections = promisify(server.getConnections.bind(server));
  const until = performance.now() + leavingMs;
  while (performance.now() < until && (await connections()) > 0) await sleep(10);
};
