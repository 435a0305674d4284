import { request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Person } from './city.fixture';

/** One item as it arrived. */
export interface Heard {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Somebody who listens to the events stream, as a browser does. */
export interface Listening {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly items: readonly Heard[];
  /** The last id that arrived. */
  readonly lastId: string | undefined;
  /** When so many items have arrived. */
  until(count: number): Promise<readonly Heard[]>;
  /** When the server has ended it, or cut it. */
  readonly ended: Promise<void>;
  /** Goes away without a word. */
  leave(): void;
}

/** Begins to listen; resolves when the answer has begun and says where it is, or was refused. */
export const listen = async (
  server: Server,
  person: Pick<Person, 'cookie'>,
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
