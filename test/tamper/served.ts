/** Serves a data folder in this process, so that a damaged copy is asked within a second. */
import { mkdtempSync } from 'node:fs';
import { Agent, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { Instant } from '@rt/domain';
import type { EventStore } from '@rt/event-store';
import { Counter, type MetricObject } from 'prom-client';
import { threadArgs } from '../e2e/city.fixture';
import { openApi, type Api } from '../../apps/api/src/open-api';
import { Metrics } from '../../apps/api/src/observing/metrics';
import { EVENT_STORE } from '../../apps/api/src/ports';
import { Projections } from '../../apps/api/src/projections/projections';
import { OpenApiDocument } from '../../apps/api/src/openapi/document';
import type { Place } from './base';
import { ASKED_AT, houseSettingsOf } from './small-house';

// The projection thread of every opened folder runs from source, which is transpiled once.
process.env.RT_TRANSPILED ??= mkdtempSync(path.join(tmpdir(), 'rt-transpiled-'));

/** A request, by whom. */
export interface Question {
  readonly userId: string | undefined;
  readonly address: string;
  readonly purpose?: string;
}

/** `code`: of the problem details, if it is a problem. */
export interface GivenAnswer {
  readonly status: number;
  readonly code?: string;
  readonly text: string;
}

export interface Sent {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** An open server. */
export class Served {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  private constructor(
    readonly api: Api,
    private readonly server: Server,
    private readonly metrics: Metrics,
    /** Lines of the log at level `error`. */
    readonly errors: readonly string[],
  ) {}

  /** @throws DataFolderUnusable and whatever else stops a start */
  static async open({ data, checkpoints }: Place, now = ASKED_AT): Promise<Served> {
    const errors: string[] = [];
    const settings = {
      house: { ...houseSettingsOf(data), now: now as Instant },
      host: '127.0.0.1',
      port: 0,
      requestsPerMinuteMax: 10_000_000,
      checkpoints: { folder: checkpoints, every: 1_000 },
      scrub: { days: 7 },
      logLevel: 'error' as const,
      language: 'en' as const,
    };
    const api = await openApi(settings, {
      clock: { now: () => now },
      logTo: { write: (line: string) => void errors.push(line) },
      threadArgs,
    });
    const server = api.nest.getHttpServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Served(api, server, api.nest.get(Metrics), errors);
  }

  get description(): OpenApiDocument['whole'] {
    return this.api.nest.get(OpenApiDocument).whole;
  }

  /** Waits until the read models include every event. */
  async followed(): Promise<void> {
    const last = await this.api.nest.get<EventStore>(EVENT_STORE).lastPosition();
    if (last !== undefined) await this.api.nest.get(Projections).reach(last);
  }

  async send(address: string, asked: Sent = {}): Promise<GivenAnswer & { readonly cookie?: string }> {
    try {
      return await this.sendOnce(address, asked);
    } catch (error) {
      // On a slow machine the server may close an idle connection just when the next question is sent on it.
      if (!(error instanceof IdleConnectionClosed)) throw error;
      return this.sendOnce(address, asked);
    }
  }

  private async sendOnce(
    address: string,
    { method = 'GET', cookie, headers, body }: Sent,
  ): Promise<GivenAnswer & { readonly cookie?: string }> {
    const { port } = this.server.address() as AddressInfo;
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const asked = request(
        {
          ...{ host: '127.0.0.1', port, path: address, method, agent: this.agent },
          headers: {
            ...headers,
            ...(cookie !== undefined && { cookie }),
            ...(sent !== undefined && { 'content-type': 'application/json' }),
          },
        },
        resolve,
      );
      asked.on('error', (error: NodeJS.ErrnoException) =>
        reject(asked.reusedSocket && error.code === 'ECONNRESET' ? new IdleConnectionClosed() : error),
      );
      asked.end(sent);
    });
    const given = response.headers['set-cookie']?.[0]?.split(';')[0];
    return {
      ...read(response.statusCode as number, await textOf(response)),
      ...(given !== undefined && { cookie: given }),
    };
  }

  /** The counters of what is wrong, by name and labels. They can be read after the close, when the last work of the server is counted too. */
  async alarms(): Promise<ReadonlyMap<string, number>> {
    const counters = this.metrics.registry
      .getMetricsAsArray()
      .filter(
        (metric): metric is MetricObject & Counter => metric instanceof Counter && ALARM.test(metric.name),
      );
    const counted = await Promise.all(counters.map(async (counter) => counter.get()));
    return new Map(
      counted.flatMap(({ name, values }) =>
        values
          .filter(({ labels }) => (labels['outcome'] ?? 'failed') === 'failed')
          .map(({ value, labels }) => [`${name} ${JSON.stringify(labels)}`, value] as const),
      ),
    );
  }

  async close(): Promise<void> {
    this.agent.destroy();
    await this.api.close();
  }
}

class IdleConnectionClosed extends Error {}

const ALARM = /^rt_.*(damaged|forged|anew|differ|changed|lost|checkpoints)/;

/** A stream of events has no end, so only what it begins with is read. */
const textOf = async (response: IncomingMessage): Promise<string> => {
  if (!String(response.headers['content-type']).startsWith('text/event-stream')) return text(response);
  for await (const chunk of response) {
    response.destroy();
    return String(chunk);
  }
  return '';
};

const read = (status: number, body: string): GivenAnswer => {
  if (status < 400) return { status, text: withoutThisTrial(body) };
  const { code } = JSON.parse(body) as { code?: string };
  return { status, text: '', ...(code !== undefined && { code }) };
};

/** Entries of the access log that the questions themselves have made are left out. Their numbers depend on what was refused before. */
const withoutThisTrial = (body: string): string => {
  if (!body.includes(ASKED_AT)) return body;
  const { entries, ...rest } = JSON.parse(body) as { entries?: readonly { at: string }[] };
  return entries === undefined
    ? body
    : JSON.stringify({ ...rest, entries: entries.filter(({ at }) => at < ASKED_AT) });
};
