import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openHouse } from '@rt/composition';
import { CommandBus } from '@nestjs/cqrs';
import { dayOf, type FileId, type Instant, type ReviewId, type UnitId, type UserId } from '@rt/domain';
import type { EventStore } from '@rt/event-store';
import { ApproveReview, DrawSample, ReviewPlan } from '@rt/inspection';
import request, { type Response } from 'supertest';
import { openApi, type Api } from '../../apps/api/src/open-api';
import { EVENT_STORE } from '../../apps/api/src/ports';
import { OpenApiDocument } from '../../apps/api/src/openapi/document';
import { Projections } from '../../apps/api/src/projections/projections';
import type { ServerSettings } from '../../apps/api/src/settings';

import { unforetold, type Description } from './conforms.fixture';

/** A server on its own data folder, users who sign in to it, and a clock that the test sets to a day. */
export interface City {
  readonly api: Api;
  readonly server: Server;
  readonly folder: string;
  /** Every line that the server has logged. */
  readonly log: readonly string[];
  /** Sets the server's clock to noon of the day. */
  onDay(day: string): void;
  person(userId: string): CityUser;
  /** The inspectors plan a review of the unit's approved decisions and draw one case. */
  drawsOneOf(unitId: string, reviewId: string): Promise<FileId>;
  close(): Promise<void>;
}

/** A user who signs in, reads and writes. Every write gets a new `Idempotency-Key` unless the headers give one. */
export interface CityUser {
  readonly userId: string;
  cookie(): Promise<string>;
  reads(address: string, headers?: Record<string, string>): Promise<Response>;
  writes(address: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  puts(address: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  removes(address: string, headers?: Record<string, string>): Promise<Response>;
  /** Asks a long question, waits for its job, and returns the answer with the result. */
  asks(address: string): Promise<Response>;
  /** Opens a personal file. */
  opensFile(person?: object): Promise<FileId>;
  /** Records steps and expects that they are stored. */
  records(fileId: string, steps: unknown): Promise<Response>;
}

export const settingsFor = (
  dataDir: string,
  some: Partial<ServerSettings> = {},
  now?: string,
): ServerSettings => ({
  house: { dataDir, municipality: 'exempelstad', ...(now !== undefined && { now: now as Instant }) },
  host: '127.0.0.1',
  port: 0,
  requestsPerMinuteMax: 100_000,
  checkpoints: { every: 1_000 },
  scrub: { days: 7 },
  logLevel: 'info',
  language: 'en',
  ...some,
});

/** Node options with which the projection thread runs from its TypeScript source, as the rest of the server does in these tests. */
export const threadArgs = ['--require', path.join(__dirname, '../faults/typescript-hook.cjs')];

/** The pages that `npm test` has built before the tests. */
export const builtPages = path.join(__dirname, '../../dist/web');

/** Makes a data folder for demo data, whose clock the settings may set. */
export const makeDemoFolder = async (dataDir: string): Promise<void> => {
  const house = await openHouse(settingsFor(dataDir).house, { mode: 'write', demo: true });
  await house.close();
};

/** @param holds demo data: the clock may leap as the test likes */
export const openCity = async (
  some: Partial<ServerSettings> = {},
  holds: 'demoData' | 'realFiles' = 'demoData',
): Promise<City> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rt-api-'));
  let now = '2026-02-09T11:00:00.000Z';
  const log: string[] = [];
  if (holds === 'demoData') await makeDemoFolder(folder);
  const api = await openApi(settingsFor(folder, some), {
    clock: { now: () => now },
    logTo: { write: (line: string) => void log.push(line) },
    threadArgs,
    pages: builtPages,
  });
  const server = api.nest.getHttpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  /** Waits until the read models have caught up with a write. Ignores a failure, because some tests break the read models on purpose. */
  const settled = async (): Promise<void> => {
    const last = await api.nest.get<EventStore>(EVENT_STORE).lastPosition();
    if (last !== undefined)
      await api.nest
        .get(Projections)
        .reach(last)
        .catch(() => undefined);
  };
  const description = api.nest.get(OpenApiDocument).whole as unknown as Description;
  return {
    api,
    server,
    folder,
    log,
    onDay: (day) => {
      now = `${day}T11:00:00.000Z`;
    },
    person: (userId) => personOf(server, description, userId, () => now, settled),
    drawsOneOf: async (unitId, reviewId) => {
      const commands = api.nest.get(CommandBus);
      const actor = { userId: 'insp-1', unitId: 'funktionshinderinspektorerna', origin: 'user' } as const;
      const today = dayOf(now as Instant);
      const unit = unitId as UnitId;
      const population = {
        measures: ['ledsagarservice' as never],
        outcomes: ['approval' as const],
        decidedFrom: '2026-01-01' as typeof today,
        decidedTo: today,
        unitIds: [unit],
      };
      const plan = {
        reviewId: reviewId as ReviewId,
        title: 'Stickprov',
        population,
        samplingUnit: 'everyDecision' as const,
        strata: [{ unitId: unit, sex: 'female' as const, act: 'lss' as const, wanted: 1 }],
        reviewedWhole: [],
        assignment: { reference: 'SOF 2026/1', from: 'Socialnämnden' },
        measuringDay: today,
      };
      const approver = { userId: 'godk-1', unitId: 'socialforvaltningen', origin: 'user' } as const;
      const said = { spoken: '4 6 1', spokenBy: 'godk-1' as UserId };
      await commands.execute(new ReviewPlan(plan, actor, randomUUID()));
      await commands.execute(new ApproveReview(plan.reviewId, null, approver, randomUUID()));
      const { data } = await commands.execute(new DrawSample(plan.reviewId, said, actor, randomUUID()));
      await settled();
      return (data.cases[0] as { fileId: FileId }).fileId;
    },
    close: async () => {
      await api.close();
      rmSync(folder, { recursive: true });
    },
  };
};

/** Signs in again when the clock has moved, because sessions expire. Checks every answer against the description of the API. */
const personOf = (
  server: Server,
  description: Description,
  userId: string,
  now: () => string,
  settled: () => Promise<void>,
): CityUser => {
  const foretold = (method: string, address: string, answer: Response): Response => {
    const { status, type, text } = answer;
    const body: unknown = type === 'text/csv' ? text : answer.body;
    const told = { status, type, body };
    expect(unforetold(description, method, `/api/v1${address.split('?')[0]}`, told)).toEqual([]);
    return answer;
  };
  let cookie = '';
  let signedInAt = '';
  const signedIn = async (): Promise<string> => {
    if (signedInAt === now()) return cookie;
    const answer = await request(server).post('/api/v1/session').send({ userId }).expect(201);
    cookie = (answer.headers['set-cookie'] as unknown as string[])[0]?.split(';')[0] as string;
    signedInAt = now();
    return cookie;
  };
  const reads: CityUser['reads'] = async (address, headers = {}) => {
    const asked = request(server)
      .get(`/api/v1${address}`)
      .set('Cookie', await signedIn());
    return foretold('GET', address, await asked.set(headers));
  };
  const writes: CityUser['writes'] = async (address, body, headers = {}) => {
    const asked = request(server)
      .post(`/api/v1${address}`)
      .set('Cookie', await signedIn());
    const named = asked.set('Idempotency-Key', randomUUID()).set(headers);
    const answer = await named.send(body as object);
    await settled();
    return foretold('POST', address, answer);
  };
  const puts: CityUser['puts'] = async (address, body, headers = {}) => {
    const asked = request(server)
      .put(`/api/v1${address}`)
      .set('Cookie', await signedIn());
    return foretold('PUT', address, await asked.set(headers).send(body as object));
  };
  const removes: CityUser['removes'] = async (address, headers = {}) => {
    const asked = request(server)
      .delete(`/api/v1${address}`)
      .set('Cookie', await signedIn());
    return foretold('DELETE', address, await asked.set(headers));
  };
  return {
    userId,
    cookie: signedIn,
    reads,
    writes,
    puts,
    removes,
    asks: async (address) => {
      const accepted = await reads(address);
      expect([address, accepted.status]).toEqual([address, 202]);
      const job = (accepted.headers.location as string).replace('/api/v1', '');
      expect((await reads(`${job}?wait=30`)).body).toMatchObject({ state: 'done', problem: null });
      return reads(`${job}/result`);
    },
    opensFile: async (person = KIM) => {
      const opened = await writes('/files', { person });
      expect(opened.status).toBe(201);
      return opened.body.fileId as FileId;
    },
    records: async (fileId, steps) => {
      const recorded = await writes(`/files/${fileId}/events`, steps);
      expect([recorded.status, recorded.body.errors ?? []]).toEqual([201, []]);
      return recorded;
    },
  };
};

export const KIM = {
  name: 'Kim Exempelsson',
  identity: { kind: 'birthDate', value: '1984-05-17' },
  sex: 'female',
  protectedIdentity: false,
};

const WALK_THROUGH = path.join(__dirname, '../../docs/walk-through/1-application-to-order.json');

/** Ids of the things of one case, which the steps below refer to. */
export interface CaseIds {
  readonly caseId: string;
  readonly brother: string;
  readonly decisionId: string;
  readonly orderId: string;
}

/** How many cases have been made for each board: a board has each case number once. */
const casesOf = new Map<string, number>();

/** The steps of a case from application to order, from docs/walk-through, with new ids and a case number of their own. */
export const fromApplicationToOrder = (
  workerId: string,
): { readonly steps: unknown; readonly ids: CaseIds } => {
  const own = randomUUID().slice(-10);
  const board = workerId.replace(/-\d+$/, '');
  const earlier = casesOf.get(board) ?? 0;
  casesOf.set(board, earlier + 1);
  const text = readFileSync(WALK_THROUGH, 'utf8')
    .replaceAll('0d0f6f3c1a', own)
    .replaceAll('"hl-7"', `"${workerId}"`)
    .replaceAll('2026-0117', earlier === 0 ? '2026-0117' : `2026-0117-${earlier}`);
  const idOf = (last: string) => `5b1d9a52-6c0e-4f0b-9a55-${own}${last}`;
  const ids = { caseId: idOf('01'), brother: idOf('02'), decisionId: idOf('05'), orderId: idOf('06') };
  return { steps: JSON.parse(text), ids };
};
