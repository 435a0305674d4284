import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { itemText } from './items';
import { OpenStream } from './open-stream';

const holding = { holds: async () => true, stopWatching: () => undefined };
const anna = { userId: 'hl-farsta-1', roles: ['caseWorker'], unitId: 'farsta' } as const;

describe('an open stream', () => {
  const server = createServer();
  let cutOff = 0;
  beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));
  afterAll(() => server.close());

  const connect = async (): Promise<{ stream: OpenStream; answer: Promise<IncomingMessage> }> => {
    const { port } = server.address() as AddressInfo;
    const asked = get({ port, host: '127.0.0.1' });
    const answer = once(asked, 'response').then(([message]) => message as IncomingMessage);
    const [, response] = (await once(server, 'request')) as [IncomingMessage, ServerResponse];
    return { stream: new OpenStream({ ...anna }, holding, response, () => (cutOff += 1)), answer };
  };

  it('keeps what comes while it is said what was missed, in order, and never tells an earlier place after a later one', async () => {
    const { stream, answer } = await connect();
    stream.send('event: b\n\n', '9');
    stream.send('event: c\n\n', '10');
    stream.begin('event: a\n\n', '8');
    stream.send('', '9');
    stream.send('', '10');
    stream.send('', '11');
    stream.end();
    const message = await answer;
    message.setEncoding('utf8');
    let text = '';
    for await (const chunk of message) text += chunk as string;
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('retry'));
    expect(lines).toEqual(['event: a', 'id: 8', 'event: b', 'id: 9', 'event: c', 'id: 10', 'id: 11']);
  });

  it('cuts off a reader that does not read, once, and writes to it no more', async () => {
    const { stream, answer } = await connect();
    stream.begin('', undefined);
    const message = await answer;
    const closed = new Promise<unknown>((resolve) => message.on('error', resolve).on('close', resolve));
    message.pause();
    const before = cutOff;
    const much = itemText({ event: 'resync' }).repeat(1_000);
    for (let sent = 0; stream.isOpen && sent < 100_000; sent += 1) {
      stream.send(much);
      await new Promise(setImmediate);
    }
    expect([stream.isOpen, cutOff - before]).toEqual([false, 1]);
    stream.send(much);
    stream.end();
    message.resume();
    await closed;
    expect(cutOff - before).toBe(1);
  });
});
