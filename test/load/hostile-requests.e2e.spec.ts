import { Agent } from 'node:http';
import type { AddressInfo } from 'node:net';
import request from 'supertest';
import { OpenApiDocument } from '../../apps/api/src/openapi/document';
import { Chance } from '../../libs/demo/src/chance';
import { unforetold, type Description } from '../e2e/conforms.fixture';
import { exchange, type Exchanged } from './exchange';
import { bodiesFrom } from './hostile-bodies';
import {
  hostileRequest,
  routesOf,
  type HostileRequest,
  type Material,
  type DescribedRoute,
} from './hostile-request';
import { openTwoBoards, type Board, type TwoBoards } from './two-boards';

const requests = Number(process.env.RT_HOSTILE_REQUESTS ?? 10_000);
const seed = process.env.RT_SEED ?? String(Date.now());
/** How many requests run at the same time. */
const atOnce = 8;

/** Routes with long answers that are the same for every caller: they are called less often. */
const SELDOM = ['removeJob', 'getOpenApi', 'listRules', 'metrics', 'listen'];

/** Routes that end the caller's session. They are called with the cookies of throw-away sessions, so that the callers keep theirs. */
const ENDS_A_SESSION = ['signIn', 'signOut'];

interface Caller {
  readonly userId: string;
  readonly cookie: string;
  /** Matches the paths that the caller's role works with. */
  readonly home: RegExp;
  /** Files that the caller may open, some of them only when a purpose is given. */
  readonly own: readonly string[];
  /** The board whose files this caller must not see. */
  readonly foreign?: Board;
}

const HOME_OF: Readonly<Record<string, RegExp>> = {
  hl: /files|findings|worklist|cases|subscriptions|calendar/,
  ec: /units|access-log|cases|subscriptions|calendar/,
  insp: /reviews|jobs/,
  godk: /reviews.*(approval|outlook|frame)/,
};
const NOBODY = { userId: 'nobody', home: /directory/ } as const;

describe(`${requests} hostile requests (seed ${seed}; again with RT_SEED=${seed})`, () => {
  let town: TwoBoards;
  let description: Description;
  let callers: readonly Caller[];
  let fileIds: readonly string[];
  let orderIds: readonly string[];
  /** The order of each file. */
  const orderOf = new Map<string, string>();
  let bodyFor: Material['bodyFor'];
  const thrownAway: string[] = [];
  /** The jobs that were asked for, the newest last. */
  const jobIds: string[] = [];
  /** The newest secret of each caller's calendar. Whoever has one sees its user's files, so nobody is given another's. */
  const secrets = new Map<string, string>();
  let routes: readonly DescribedRoute[];
  let port: number;
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });

  beforeAll(async () => {
    town = await openTwoBoards();
    const { city, boards } = town;
    description = city.api.nest.get(OpenApiDocument).whole as unknown as Description;
    port = (city.server.address() as AddressInfo).port;
    const signedIn = async (userId: string, own: readonly string[], foreign?: Board): Promise<Caller> => ({
      userId,
      cookie: await city.person(userId).cookie(),
      home: HOME_OF[userId.split('-')[0] as string] as RegExp,
      own,
      ...(foreign && { foreign }),
    });
    const [one, other] = boards;
    callers = [
      ...(await Promise.all(one.users.map((userId) => signedIn(userId, one.fileIds, other)))),
      ...(await Promise.all(other.users.map((userId) => signedIn(userId, other.fileIds, one)))),
      await signedIn('insp-1', one.fileIds),
      await signedIn('godk-1', one.fileIds, other),
      { ...NOBODY, cookie: '', own: one.fileIds },
      { ...NOBODY, cookie: 'rt-session=__proto__; rt-session=%00', own: one.fileIds },
    ];
    for (let i = 0; i < 20; i++) {
      const { headers } = await request(city.server).post('/api/v1/session').send({ userId: 'hl-farsta-5' });
      thrownAway.push((headers['set-cookie'] as unknown as string[])[0]?.split(';')[0] as string);
    }
    fileIds = boards.flatMap((board) => board.fileIds);
    orderIds = boards.flatMap((board) => board.orderIds);
    for (const board of boards)
      for (const [i, fileId] of board.fileIds.entries()) orderOf.set(fileId, board.orderIds[i] as string);
    bodyFor = bodiesFrom(description, seed);
    routes = routesOf(description);
  }, 120_000);

  afterAll(async () => {
    agent.destroy();
    await town.city.close();
  });

  const calendarOf = ({ userId }: Caller): Material['together'] => {
    const secret = secrets.get(userId);
    return secret === undefined ? {} : { secret };
  };

  const ask = async (n: number): Promise<string> => {
    const chance = new Chance(`${seed}/${n}`);
    let route = chance.pick(routes);
    if (SELDOM.includes(route.operationId) && chance.happens(90)) route = chance.pick(routes);
    const atHome = callers.filter(({ home }) => home.test(route.path));
    const caller = chance.pick(atHome.length > 0 && chance.happens(70) ? atHome : callers);
    const ids =
      route.path.includes('{jobId}') && jobIds.length > 0
        ? jobIds
        : [...caller.own, ...caller.own, ...fileIds, ...(route.path.includes('{orderId}') ? orderIds : [])];
    const fileId = chance.pick(caller.own);
    const orderId = orderOf.get(fileId) as string;
    const isOfTwo = (route.path.match(/\{/g) ?? []).length > 1;
    const together: Material['together'] =
      isOfTwo && chance.happens(85) ? { fileId, orderId, draftId: fileId } : calendarOf(caller);
    const asked = hostileRequest(route, chance, { ids, bodyFor, together });
    const cookie = ENDS_A_SESSION.includes(route.operationId) ? (thrownAway.pop() ?? '') : caller.cookie;
    const answer = await exchange(port, agent, asked, cookie);
    const jobId = answer.status === 202 ? /\/jobs\/([0-9a-f-]{36})/.exec(answer.whole)?.[1] : undefined;
    if (jobId !== undefined) jobIds.push(jobId);
    const secret = /\/calendar\/([\w-]{43})"/.exec(answer.whole)?.[1];
    if (secret !== undefined) secrets.set(caller.userId, secret);
    const wrong = wrongWith(answer, asked, caller, description);
    if (wrong.length > 0)
      throw new Error(
        `request ${n} of seed ${seed}, ${caller.userId}: ${wrong.join('; ')}\n${JSON.stringify({ ...asked, route: undefined }).slice(0, 2_000)}\n${answer.status} ${answer.text.slice(0, 1_000)}`,
      );
    return `${route.operationId} ${answer.status < 300 ? 'answered' : 'refused'}`;
  };

  it(
    'are answered as described: without a server error, internals of the program or data of another board',
    async () => {
      let next = 0;
      const outcomes = new Map<string, number>();
      const worker = async (): Promise<void> => {
        while (next < requests) {
          const outcome = await ask(next++);
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, worker));
      // If every request to a route was refused, the route was not really tested.
      const names = routes.map(({ operationId }) => operationId);
      if (requests >= 10_000) expect(names.filter((name) => !outcomes.has(`${name} answered`))).toEqual([]);
      expect(town.city.log).toEqual([]);
    },
    60_000 + requests * 30,
  );

  it('leave the server as it was: ready, and every board sees its own files', async () => {
    const { city, boards } = town;
    for (const { users, fileIds, marks } of boards) {
      const seen = await city.person(users[0] as string).reads(`/files/${fileIds[0] as string}`);
      expect([seen.status, marks.test(seen.text)]).toEqual([200, true]);
    }
    expect((await city.person('insp-1').reads('/reviews')).status).toBe(200);
    expect(({} as { admin?: unknown }).admin).toBeUndefined();
  });
});

const INTERNALS =
  /node_modules|\bat \S+ \(\S+:\d+:\d+\)|SqliteError|SQLITE|\bSELECT\b.*\bFROM\b|\.ts:\d+|\/dist\/|ERR_[A-Z_]{4,}/;

/** The monthly check shows a manager which ids a user of the unit asked for in vain; those may be ids of another board. */
const withoutRefusals = (address: string, whole: string): string =>
  /^\/api\/v1\/users\/[^/]+\/access-log/.test(address)
    ? whole.replace(/\{[^{}]*"action":"refused"[^{}]*\}/g, '')
    : whole;

const wrongWith = (
  answer: Exchanged,
  { address, method }: HostileRequest,
  { foreign }: Caller,
  description: Description,
): readonly string[] => {
  const { status, type, text, whole } = answer;
  const wrong: string[] = [];
  if (status >= 500) wrong.push(`answered ${status}`);
  if (INTERNALS.test(whole)) wrong.push('says how the program is made');
  if (foreign?.marks.test(withoutRefusals(address, whole))) wrong.push('tells what belongs to another board');
  // Node itself answers 431, before any route; an event stream has no end to check.
  if (status === 431 || type === 'text/event-stream') return wrong;
  const json = type.endsWith('json');
  const body: unknown = json ? JSON.parse(text) : text;
  if (status >= 400 && type !== 'application/problem+json') wrong.push(`a problem of the type ${type}`);
  const path = address.split('?')[0] as string;
  return [...wrong, ...unforetold(description, method, path, { status, body, type })];
};
