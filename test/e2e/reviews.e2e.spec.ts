import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ConcurrencyConflict, type EventStore } from '@rt/event-store';
import { EVENT_STORE } from '../../apps/api/src/ports';
import { RouteTable } from '../../apps/api/src/http/route-table';
import { fromApplicationToOrder, KIM, openCity, type City, type CityUser } from './city.fixture';

const plan = JSON.parse(
  readFileSync(path.join(__dirname, '../../docs/walk-through/review.json'), 'utf8'),
) as Record<string, unknown>;
const [female, male] = plan.strata as object[];
const address = `/reviews/${plan.reviewId as string}`;

interface Frame {
  readonly commitment: string;
  readonly value: string;
  readonly spoken: string;
  readonly stored: { readonly hash: string };
  readonly units: readonly Record<
    'decisionId' | 'fileId' | 'caseId' | 'unitId' | 'sex' | 'act' | 'decidedOn',
    string
  >[];
  readonly strata: readonly { unitId: string; sex: string; act: string; wanted: number }[];
}

/** Draws as docs/how-to/repeat-a-draw.md says, and by nothing of the program. */
const redrawnByHand = (frame: Frame): readonly string[] => {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  expect(sha256(frame.value)).toBe(frame.commitment);
  const lines = frame.units.map(
    (u) => `${JSON.stringify([u.decisionId, u.fileId, u.caseId, u.unitId, u.sex, u.act, u.decidedOn])}\n`,
  );
  expect(sha256(lines.sort().join(''))).toBe(frame.stored.hash);
  return frame.strata.flatMap(({ unitId, sex, act, wanted }) =>
    frame.units
      .filter((u) => u.unitId === unitId && u.sex === sex && u.act === act)
      .map((u) => ({ id: u.decisionId, ticket: sha256(`${frame.value}-${frame.spoken}|${u.decisionId}`) }))
      .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
      .slice(0, wanted)
      .map(({ id }) => id),
  );
};

/** A review over HTTP, from its plan to its end. */
describe('reviews over HTTP', () => {
  let city: City;
  let inspector: CityUser;
  let approver: CityUser;
  const files: string[] = [];
  const said = { spoken: '4 6 1', spokenBy: 'godk-1' };

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    inspector = city.person('insp-1');
    approver = city.person('godk-1');
    const worker = city.person('hl-farsta-1');
    for (const name of ['Kim', 'Lo', 'Mio']) {
      const fileId = await worker.opensFile({ ...KIM, name: `${name} Exempelsson` });
      await worker.records(fileId, fromApplicationToOrder('hl-farsta-1').steps);
      files.push(fileId);
    }
  });
  afterAll(() => city.close());

  const scopes = (): readonly string[] => {
    const log = new DatabaseSync(path.join(city.folder, 'access-log.sqlite'), { readOnly: true });
    const rows = log
      .prepare("SELECT scope FROM access WHERE user_id = 'insp-1' AND action <> 'signIn' ORDER BY number")
      .all();
    log.close();
    return rows.map(({ scope }) => scope as string);
  };

  it.each(['hl-farsta-1', 'ec-farsta'])('%s neither reads nor plans them', async (userId) => {
    const person = city.person(userId);
    const routes = city.api.nest.get(RouteTable).routes.filter(({ access }) => access.startsWith('review'));
    expect(routes).toHaveLength(13);
    for (const { method, path: route } of routes) {
      const at = route.replace('/api/v1', '').replace(':reviewId', 'x');
      const { status } = await (method === 'GET' ? person.reads(at) : person.writes(at, {}));
      expect([method, route, status]).toEqual([method, route, 403]);
    }
    expect((await inspector.reads('/reviews')).body).toEqual({ reviews: [] });
  });

  it('whoever approves reviews plans and draws none, and sees neither its cases nor its figures', async () => {
    for (const at of [`${address}/sample`, `${address}/indicators`, `${address}/gaps`])
      expect([at, (await approver.reads(at)).status]).toEqual([at, 403]);
    for (const [at, body] of [
      ['/reviews', plan],
      [`${address}/sample`, said],
      [`${address}/closure`, {}],
    ] as const)
      expect([at, (await approver.writes(at, body)).status]).toEqual([at, 403]);
    for (const at of [`${address}/approval`, `${address}/closure/approval`])
      expect([at, (await inspector.writes(at, {})).status]).toEqual([at, 403]);
    expect((await approver.reads('/reviews')).status).toBe(200);
    for (const fileId of files) expect((await approver.reads(`/files/${fileId}`)).status).toBe(403);
  });

  it('a review that was not planned is not found', async () => {
    for (const at of [
      ...['', '/sample', '/sample/verification', '/frame', '/outlook', '/gaps'].map(
        (rest) => `${address}${rest}`,
      ),
      '/reviews/X%20Y',
    ])
      expect([at, (await inspector.reads(at)).body.code]).toEqual([at, 'NOT_FOUND']);
    expect((await inspector.writes(`${address}/sample`, said)).body.code).toBe('NOT_FOUND');
    expect((await inspector.writes(`${address}/closure`, {})).body.code).toBe('NOT_FOUND');
    for (const at of [`${address}/approval`, `${address}/closure/approval`])
      expect([at, (await approver.writes(at, {})).body.code]).toEqual([at, 'NOT_FOUND']);
  });

  it('a plan that is no plan is refused field by field, and none of it is repeated', async () => {
    const wrong = await inspector.writes('/reviews', { ...plan, reviewId: 'Kim Exempelsson', seed: 'x' });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'INVALID_INPUT']);
    expect(wrong.body.errors).toMatchObject([
      { field: '', code: 'UNKNOWN_FIELD' },
      { field: 'reviewId', code: 'designation' },
    ]);
    expect(wrong.text).not.toContain('Exempelsson');
    const early = await inspector.writes('/reviews', { ...plan, measuringDay: '2026-01-01' });
    expect([early.status, early.body.code]).toEqual([422, 'PLAN_INVALID']);
    expect(early.body.errors).toMatchObject([{ field: 'measuringDay', code: 'PLAN_INVALID' }]);
    const twice = await inspector.writes('/reviews', { ...plan, strata: [female, female] });
    expect(twice.body.errors).toMatchObject([{ field: 'strata[1]', code: 'PLAN_INVALID' }]);
    const nothing = { ...plan, population: { ...(plan.population as object), measures: ['boendestod'] } };
    expect((await inspector.writes('/reviews', nothing)).body.code).toBe('DRAWS_NOTHING');
    expect((await inspector.reads('/reviews')).body).toEqual({ reviews: [] });
  });

  it('is planned once, under a key and under an id', async () => {
    const key = { 'Idempotency-Key': 'plan' };
    const planned = await inspector.writes(
      '/reviews',
      { ...plan, strata: [{ ...female, wanted: 2 }, male] },
      key,
    );
    expect([planned.status, planned.headers.location]).toEqual([201, `/api/v1${address}`]);
    expect(planned.body).toMatchObject({
      ...{ assignment: plan.assignment, seed: null, commitment: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ...{ plannedBy: 'insp-1', approvedAt: null, drawnAt: null, closedAt: null, progress: null },
    });
    const again = await inspector.writes(
      '/reviews',
      { ...plan, strata: [{ ...female, wanted: 2 }, male] },
      key,
    );
    expect(again.body).toEqual(planned.body);
    const reused = await inspector.writes('/reviews', plan, key);
    expect([reused.status, reused.body.code]).toEqual([422, 'KEY_REUSED']);
    const other = await inspector.writes('/reviews', plan);
    expect([other.status, other.body.code]).toEqual([409, 'ALREADY_PLANNED']);
    const { position, ...review } = planned.body as { position: string };
    expect(position).toMatch(/^\d+$/);
    expect((await inspector.reads('/reviews')).body.reviews).toEqual([review]);
    expect((await inspector.reads(`${address}/sample`)).body.code).toBe('NOT_DRAWN');
    expect((await inspector.reads(`${address}/sample/verification`)).body.code).toBe('NOT_DRAWN');
    for (const fileId of files) expect((await inspector.reads(`/files/${fileId}`)).status).toBe(403);
  });

  it('another person sees what a draw would take, and approves', async () => {
    const early = await inspector.writes(`${address}/sample`, said);
    expect([early.status, early.body.code]).toEqual([409, 'NOT_APPROVED']);
    const outlook = await approver.reads(`${address}/outlook`);
    expect(outlook.body).toMatchObject({
      ...{ frameSize: 3, wouldDraw: 2, outside: 0, filesReviewedWhole: 0, confirmNumber: false },
      strata: [
        { sex: 'female', available: 3, small: true },
        { sex: 'male', available: 0, small: true },
      ],
    });
    const wrong = await approver.writes(`${address}/approval`, { filesReviewedWhole: 7 });
    expect([wrong.status, wrong.body.code]).toEqual([409, 'CONFIRM_NUMBER']);
    const approved = await approver.writes(`${address}/approval`, {});
    expect(approved.status).toBe(201);
    expect(approved.body).toMatchObject({ approvedBy: 'godk-1', approvedAt: '2026-03-02T11:00:00.000Z' });
    for (const fileId of files) expect((await inspector.reads(`/files/${fileId}`)).status).toBe(403);
    const alone = await inspector.writes(`${address}/sample`, { ...said, spokenBy: 'insp-1' });
    expect(alone.status).toBe(422);
    expect(alone.body.errors).toMatchObject([{ field: 'spokenBy', code: 'SECOND_PERSON' }]);
  });

  it('a race that is lost again and again is a conflict, and no fault of the server', async () => {
    const store = city.api.nest.get<EventStore>(EVENT_STORE);
    const lost = jest
      .spyOn(store, 'append')
      .mockImplementation((stream, expected) => Promise.reject(new ConcurrencyConflict(stream, expected, 9)));
    const { status, body } = await inspector.writes(`${address}/sample`, said);
    lost.mockRestore();
    expect([status, body.code]).toEqual([409, 'CONFLICT']);
    expect((await inspector.reads(`${address}/sample`)).body.code).toBe('NOT_DRAWN');
  });

  it('is drawn once, and names the strata with fewer cases than wanted', async () => {
    const drawn = await inspector.writes(`${address}/sample`, said);
    expect([drawn.status, drawn.headers.location]).toEqual([201, `/api/v1${address}/sample`]);
    expect(drawn.body).toMatchObject({
      reviewId: plan.reviewId,
      ...said,
      seed: null,
      value: expect.stringMatching(/^[0-9a-f]{64}$/),
      outside: 0,
      algorithm: 'sha256-order-2',
      frame: { size: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      strata: [
        { sex: 'female', wanted: 2, available: 3, drawn: 2, takeAll: false },
        { sex: 'male', wanted: 20, available: 0, drawn: 0, takeAll: true },
      ],
    });
    const again = await Promise.all([1, 2, 3].map(() => inspector.writes(`${address}/sample`, said)));
    expect(again.map(({ body }) => body)).toEqual([drawn.body, drawn.body, drawn.body]);
  });

  it('the sample comes in pages, and says which cases were opened', async () => {
    const first = await inspector.reads(`${address}/sample?limit=1`);
    const second = await inspector.reads(`${address}/sample?limit=1&cursor=${first.body.next as string}`);
    expect([first.body.cases.length, second.body.cases.length, second.body.next]).toEqual([1, 1, null]);
    const cases = [...first.body.cases, ...second.body.cases] as { fileId: string; number: number }[];
    expect(cases.map(({ number }) => number)).toEqual([1, 2]);
    for (const { fileId } of cases) expect(files).toContain(fileId);
    const opened = cases[1]!.fileId;
    const neighbour = files.find((fileId) => !cases.some((each) => each.fileId === fileId)) as string;
    expect((await inspector.reads(`/files/${opened}`)).status).toBe(200);
    expect((await inspector.reads(`/files/${neighbour}`)).status).toBe(403);
    const { body } = await inspector.reads(`${address}/sample`);
    expect(body.cases).toMatchObject([
      { fileId: cases[0]!.fileId, stratum: 'farsta/female/lss', state: 'notOpened', openedAt: null },
      { fileId: opened, stratum: 'farsta/female/lss', state: 'opened', openedAt: '2026-03-02T11:00:00.000Z' },
    ]);
    expect((await inspector.reads(address)).body.progress).toEqual({ drawn: 2, reviewedWhole: 0, opened: 1 });
    for (const wrong of ['cursor=bm90IG91cnM', 'limit=0', 'page=2'])
      expect((await inspector.reads(`${address}/sample?${wrong}`)).body.code).toBe('INVALID_QUERY');
  });

  it('the same frame and seed draw the same sample, whatever has happened since', async () => {
    const worker = city.person('hl-farsta-1');
    city.onDay('2026-03-03');
    const later = await worker.opensFile({ ...KIM, name: 'Noa Exempelsson' });
    await worker.records(later, fromApplicationToOrder('hl-farsta-1').steps);
    const { status, body } = await inspector.asks(`${address}/sample/verification`);
    expect([status, body.same, body.stored.size]).toEqual([200, true, 3]);
    expect(body.again).toEqual(body.stored);
  });

  it('gives numbers for every rule, with what they are out of', async () => {
    const { body } = await inspector.reads(`${address}/gaps`);
    const rules = (await inspector.reads('/rules')).body.rules as unknown[];
    const rows = body.rows as { stratum: string | null; cases: number; of: number }[];
    expect(rows.filter(({ stratum }) => stratum === null)).toHaveLength(rules.length);
    for (const { stratum, of } of rows) expect([stratum, of]).toEqual([stratum, 2]);
  });

  it('anybody draws the same from the frame, the two values and the plan, with a few lines of their own', async () => {
    for (const who of [inspector, approver]) {
      const { body } = await who.asks(`${address}/frame`);
      expect(body).toMatchObject({ reviewId: plan.reviewId, spoken: said.spoken, again: body.stored });
      expect(redrawnByHand(body)).toEqual(body.cases);
    }
  });

  it('every answer that is made from files is in the access log', () => {
    const logged = scopes();
    for (const scope of [
      'reviews',
      `review=${plan.reviewId as string}`,
      `draw review=${plan.reviewId as string}`,
      `sample review=${plan.reviewId as string} from=1 limit=1`,
      `verify review=${plan.reviewId as string}`,
    ])
      expect(logged).toContain(scope);
  });

  it('is closed, and its files with it; what was drawn can still be verified', async () => {
    const { body } = await inspector.reads(`${address}/sample`);
    const { fileId } = body.cases[0] as { fileId: string };
    const before = await approver.writes(`${address}/closure/approval`, {});
    expect([before.status, before.body.code]).toEqual([409, 'NOT_PROPOSED']);
    const proposed = await inspector.writes(`${address}/closure`, {});
    expect(proposed.body).toMatchObject({ closedAt: null, closureProposedBy: 'insp-1' });
    expect((await inspector.reads(`/files/${fileId}`)).status).toBe(200);
    const closed = await approver.writes(`${address}/closure/approval`, {});
    expect([closed.status, closed.body.closedAt]).toEqual([201, '2026-03-03T11:00:00.000Z']);
    expect((await inspector.reads(`/files/${fileId}`)).status).toBe(403);
    expect((await inspector.asks(`${address}/sample/verification`)).body.same).toBe(true);
    expect((await approver.writes(`${address}/closure/approval`, {})).body).toEqual(closed.body);
  });

  it('a review that was closed before its draw is never drawn', async () => {
    await inspector.writes('/reviews', { ...plan, reviewId: 'ogjord' });
    await inspector.writes('/reviews/ogjord/closure', {});
    const drawn = await inspector.writes('/reviews/ogjord/sample', said);
    expect([drawn.status, drawn.body.code]).toEqual([409, 'REVIEW_CLOSED']);
  });
});
