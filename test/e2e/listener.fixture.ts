import { request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CityUser } from './city.fixture';

/** One item of the events stream. */
export interface Heard {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A connection to the events stream, like that of a browser. */
export interface Listening {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly items: readonly Heard[];
  /** The id that arrived last. */
  readonly lastId: string | undefined;
  /** Resolves when `count` items have arrived. */
  until(count: number): Promise<readonly Heard[]>;
  /** Resolves when the server has ended or broken the connection. */
  readonly ended: Promise<void>;
  /** Breaks the connection from this side. */
  leave(): void;
}

/** Connects to the stream. Resolves when the first id has arrived, or when the server has refused the request. */
export const listen = async (
  server: Server,
  person: Pick<CityUser, 'cookie'>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Listening> => {
  const { port } = server.address() as AddressInfo;
  const asked = request({
    port,
    host: '127.0.0.1',
    path: '/api/v1/events-stream',
    headers: { Cookie: await person.cookie(), Accept: 'text/event-stream', ...headers },
  });
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    asked.on('response', resolve).on('error', reject).end();
  });
  const items: Heard[] = [];
  let lastId: string | undefined;
  let rest = '';
  let wake = Promise.withResolvers<void>();
  answer.setEncoding('utf8').on('data', (chunk: string) => {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() as string;
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]),
      );
      lastId = fields.get('id') ?? lastId;
      const data = fields.get('data');
      if (data !== undefined)
        items.push({ event: fields.get('event') as string, data: JSON.parse(data) as Heard['data'] });
    }
    wake.resolve();
    wake = Promise.withResolvers();
  });
  const ended = new Promise<void>((resolve) => {
    answer.on('close', resolve).on('error', () => undefined);
  });
  const heard = {
    status: answer.statusCode as number,
    headers: answer.headers,
    items,
    get lastId() {
      return lastId;
    },
    until: async (count: number) => {
      while (items.length < count) await wake.promise;
      return items;
    },
    ended,
    leave: () => void answer.destroy(),
  };
  while (heard.status === 200 && lastId === undefined) await wake.promise;
  return heard;
};
