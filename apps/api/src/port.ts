import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import type { ServerSettings } from './settings';

/** Another process already listens on the port of the server. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';

  constructor({ host, port }: ServerSettings) {
    super(
      `Port ${port} of ${host} is taken, by another Röda tråden perhaps: end that one, or take another port, as in \`npm start -- --port ${port + 1}\` (RT_PORT=${port + 1}).`,
    );
  }
}

/** Listens on the address and port of the settings. @throws PortTaken */
export const listenOn = async <Listening extends Server>(
  server: Listening,
  settings: ServerSettings,
): Promise<Listening> => {
  server.listen(settings.port, settings.host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? new PortTaken(settings) : error;
  }
  return server;
};

/** Checks that the port is free. It is called before the demo is loaded, which takes a long time. @throws PortTaken */
export const requireFreePort = async (settings: ServerSettings): Promise<void> => {
  const server = await listenOn(createServer(), settings);
  server.close();
  await once(server, 'close');
};
