import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openApi, type Api, type OpenOptions } from './composition';
import type { Settings } from './settings';

export interface RunningServer {
  readonly url: string;
  /** What whoever started it should know. */
  readonly banner: readonly string[];
  readonly api: Api;
  /** Takes no new request, answers those that were begun, then closes what they wrote to. */
  close(): Promise<void>;
}

/** @throws DataFolderUnusable, and where the port is taken */
export const startServer = async (settings: Settings, options: OpenOptions = {}): Promise<RunningServer> => {
  const api = await openApi(settings, options);
  try {
    const server = await listen(api, settings);
    const { port } = server.address() as AddressInfo;
    const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
    const url = `http://${host}:${port}`;
    return { url, banner: bannerOf(settings, url, api), api, close: () => api.close() };
  } catch (error) {
    await api.close();
    throw error;
  }
};

const listen = async ({ nest }: Api, { host, port }: Settings): Promise<Server> => {
  const server = nest.getHttpServer();
  server.listen(port, host);
  await once(server, 'listening');
  return server;
};

const bannerOf = (settings: Settings, url: string, { hints }: Api): readonly string[] => [
  `Röda tråden: ${url}  (API: ${url}/api/v1/openapi.json)`,
  'DEMO DIRECTORY: whoever reaches this address signs in as anybody. For this machine and invented people only.',
  ...(settings.now === undefined ? [] : [`RT_NOW is set: the clock stands at ${settings.now}.`]),
  ...hints.map((hint) => `! ${hint}`),
];
