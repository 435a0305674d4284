import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

export interface HttpCall {
  readonly method?: 'GET' | 'POST';
  readonly address: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A signed-in user with one connection, which is kept open, and one request at a time. */
export class HttpClient {
  private agent = new Agent({ keepAlive: true, maxSockets: 1 });
  private cookie = '';

  constructor(readonly userId: string) {}

  async signIn(url: string): Promise<void> {
    const { status, headers } = await this.ask(url, {
      method: 'POST',
      address: '/api/v1/session',
      body: { userId: this.userId },
    });
    expect(status).toBe(201);
    this.cookie = headers['set-cookie']?.[0]?.split(';')[0] as string;
  }

  /** @throws Error if no complete answer arrives */
  ask(url: string, { method = 'GET', address, headers = {}, body }: HttpCall): Promise<Answered> {
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const typed = sent !== undefined && {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(sent),
    };
    return new Promise((resolve, reject) => {
      const asked = request(
        `${url}${address}`,
        { method, agent: this.agent, headers: { ...headers, ...typed, cookie: this.cookie } },
        (response) => {
          text(response).then(
            (whole) =>
              response.complete
                ? resolve({ status: response.statusCode as number, headers: response.headers, text: whole })
                : reject(new Error('the answer was cut short')),
            reject,
          );
        },
      );
      asked.on('error', reject);
      asked.end(sent);
    });
  }

  /** Closes the connection. The next request opens a new one. */
  hangUp(): void {
    this.agent.destroy();
    this.agent = new Agent({ keepAlive: true, maxSockets: 1 });
  }
}
