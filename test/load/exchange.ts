import { request, type Agent } from 'node:http';
import type { HostileRequest } from './hostile-request';

export interface Exchanged {
  readonly status: number;
  /** Media type without parameters. */
  readonly type: string;
  /** Status message, headers and body: everything that reached the caller. */
  readonly whole: string;
  readonly text: string;
}

/** An event stream does not end, so it is read for this many milliseconds. */
const streamHeardMs = 20;

/** Sends the request unchanged. @throws Error if the connection breaks before the answer is complete */
export const exchange = (
  port: number,
  agent: Agent,
  { method, address, headers, body }: HostileRequest,
  cookie: string,
): Promise<Exchanged> =>
  new Promise((resolve, reject) => {
    const sized = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
    const sent = request(
      { port, host: '127.0.0.1', agent, method, path: address, headers: { ...headers, ...sized, cookie } },
      (response) => {
        const type = (response.headers['content-type'] ?? '').split(';')[0] as string;
        let text = '';
        const answer = (): void =>
          resolve({
            status: response.statusCode as number,
            type,
            text,
            whole: `${response.statusMessage} ${response.rawHeaders.join(' ')} ${text}`,
          });
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', answer).on('error', reject);
        if (type !== 'text/event-stream') return;
        response.removeAllListeners('error').on('error', () => undefined);
        setTimeout(() => {
          answer();
          response.destroy();
        }, streamHeardMs);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
