import type { AddressInfo } from 'node:net';
import { openApi, type Api, type OpenOptions } from './open-api';
import { EventsStream } from './events-stream/events-stream';
import { drainConnections } from './http/drain-connections';
import { listenOn } from './port';
import type { ServerSettings } from './settings';
import { welcome } from './welcome';

export interface RunningServer {
  readonly url: string;
  /** The lines to print when the server has started. */
  readonly banner: readonly string[];
  readonly api: Api;
  /** Accepts no new requests, answers the requests that have begun, then closes the stores. */
  close(): Promise<void>;
}

/** Starts the server. @throws DataFolderUnusable, PortTaken */
export const startServer = async (
  settings: ServerSettings,
  options: OpenOptions = {},
): Promise<RunningServer> => {
  const api = await openApi(settings, options);
  try {
    const server = await listenOn(api.nest.getHttpServer(), settings);
    const { port } = server.address() as AddressInfo;
    const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
    const url = `http://${host}:${port}`;
    const close = async (): Promise<void> => {
      api.nest.get(EventsStream).end();
      await drainConnections(server);
      await api.close();
    };
    return { url, banner: bannerOf(settings, url, api), api, close };
  } catch (error) {
    await api.close();
    throw error;
  }
};

const bannerOf = (settings: ServerSettings, url: string, { hints, directory }: Api): readonly string[] => {
  const { now } = settings.house;
  return [
    ...hints.map((hint) => `! ${hint}`),
    ...(now === undefined ? [] : [`RT_NOW is set: the clock stands at ${now}.`]),
    ...welcome(url, settings, directory),
  ];
};
