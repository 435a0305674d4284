/** The load generator: a number of connections, each of which sends its next request when it has the answer to the one before. */
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Load, LoadAnswer, Target } from './load';

const run = async ({
  url,
  cookie,
  targets,
  connections,
  requests,
  secondsMax,
}: Load): Promise<LoadAnswer> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let begun = 0;
  let answered = 0;
  let failed: string | undefined;
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1_000;
  const ask = async (): Promise<void> => {
    while (begun < requests && failed === undefined && seconds() < secondsMax) {
      const answer = await askOnce(agent, url, cookie, targets[begun++ % targets.length] as Target);
      if (answer.startsWith('2')) answered += 1;
      else failed = answer;
    }
  };
  await Promise.all(Array.from({ length: connections }, ask));
  const took = seconds();
  agent.destroy();
  return { requests: answered, seconds: took, ...(failed !== undefined && { failed }) };
};

/** The status of the answer, with the body if the status is no success. */
const askOnce = (agent: Agent, url: string, cookie: string, { path, body }: Target): Promise<string> =>
  new Promise((resolve, reject) => {
    const asked = request(
      `${url}${path}`,
      {
        agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          cookie,
          ...(body !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            'idempotency-key': randomUUID(),
          }),
        },
      },
      (response) => {
        const { statusCode = 0 } = response;
        if (statusCode < 300) {
          response.resume().on('end', () => resolve(String(statusCode)));
          return;
        }
        response.setEncoding('utf8').on('data', (text: string) => resolve(`${statusCode} ${text}`));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });

process.once('message', (load: Load) => {
  void run(load).then((answer) => process.send?.(answer));
});
