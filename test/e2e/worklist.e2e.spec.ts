import { fromApplicationToOrder, openCity, type City, type CityUser } from './city.fixture';

interface Line {
  readonly section: string;
  readonly id: string;
  readonly fileId: string;
  readonly workerId: string;
  readonly rule: string | null;
  readonly daysLeft: number;
  readonly action: { readonly code: string; readonly title: { readonly sv: string } };
}

/** The worklists of a case worker and a manager, over HTTP. */
describe('the worklist over HTTP', () => {
  let city: City;
  let anna: CityUser;
  let bo: CityUser;
  let manager: CityUser;
  let fileId: string;
  let caseId: string;

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    anna = city.person('hl-farsta-1');
    bo = city.person('hl-farsta-2');
    manager = city.person('ec-farsta');
    fileId = await anna.opensFile();
    const { steps, ids } = fromApplicationToOrder('hl-farsta-1');
    caseId = ids.caseId;
    await anna.records(fileId, steps);
    const third = city.person('hl-farsta-3');
    await third.records(await third.opensFile(), fromApplicationToOrder('hl-farsta-3').steps);
    city.onDay('2026-03-18');
  });
  afterAll(() => city.close());

  const assigns = (userId: string, role: string, some: object = {}) => ({
    type: 'CaseWorkerAssigned',
    occurredOn: '2026-03-18',
    data: { userId, role, from: '2026-03-18', ...some },
  });
  const linesOf = async (who: CityUser, query = '', headers = {}) => {
    const { status, body } = await who.reads(`/worklist${query}`, headers);
    expect(status).toBe(200);
    return body.lines as Line[];
  };
  const plans = (lines: readonly Line[]) => lines.filter(({ rule }) => rule === 'plan-due');

  it('says what is late, in whose file, by which rule, and what to do next', async () => {
    const { body } = await anna.reads('/worklist');
    expect(body).toMatchObject({ on: '2026-03-18', horizonDays: 60, next: null });
    expect(plans(body.lines as Line[])).toMatchObject([
      {
        section: 'overdue',
        fileId,
        caseId,
        daysLeft: -1,
        action: {
          code: 'PlanReceived',
          title: { sv: 'Begär in planen' },
          settledBy: ['PlanReceived'],
        },
      },
    ]);
    expect((body.counts as { overdue: number }).overdue).toBeGreaterThan(0);
  });

  it('can be asked for any day, and for some steps and sections', async () => {
    expect(plans(await linesOf(anna, '?on=2026-03-17'))).toMatchObject([{ section: 'today' }]);
    expect(plans(await linesOf(anna, '?on=2026-03-01'))).toEqual([]);
    expect(plans(await linesOf(anna, '?step=order,decision'))).toEqual([]);
    expect(await linesOf(anna, '?step=plan&section=overdue')).toHaveLength(1);
    expect(await linesOf(anna, '?step=plan&section=later')).toEqual([]);
  });

  it('comes page by page', async () => {
    const all = await linesOf(manager, '?on=2026-03-17');
    expect(all.length).toBeGreaterThan(1);
    const paged: Line[] = [];
    let next: string | null = '';
    while (next !== null) {
      const query: string = next === '' ? '' : `&cursor=${next}`;
      const { body } = await manager.reads(`/worklist?on=2026-03-17&limit=1${query}`);
      paged.push(...(body.lines as Line[]));
      next = body.next as string | null;
    }
    expect(paged).toEqual(all);
  });

  it('is a case worker’s own, and for a manager the unit’s or one of its workers’', async () => {
    expect(plans(await linesOf(manager))).toHaveLength(2);
    expect(plans(await linesOf(manager, '?worker=hl-farsta-1'))).toHaveLength(1);
    expect(plans(await linesOf(manager, '?worker=hl-farsta-2'))).toEqual([]);
    expect(await linesOf(city.person('ec-ostermalm'), '?worker=hl-farsta-1')).toEqual([]);
    const others = await bo.reads('/worklist?worker=hl-farsta-1');
    expect([others.status, others.body.errors]).toMatchObject([403, [{ field: '', code: 'BEYOND_REACH' }]]);
    expect((await city.person('insp-1').reads('/worklist')).status).toBe(403);
  });

  it('says what is wrong with a question', async () => {
    const asked = async (query: string) => (await anna.reads(`/worklist?${query}`)).body.errors as unknown;
    expect(await asked('on=today')).toMatchObject([{ field: 'on', code: 'invalidParameter' }]);
    for (const day of ['0000-01-01', '9999-12-31'])
      expect(await asked(`on=${day}`)).toMatchObject([{ field: 'on', code: 'invalidParameter' }]);
    expect(await asked('section=yesterday')).toMatchObject([{ field: 'section', code: 'invalidParameter' }]);
    expect(await asked('step=dream')).toMatchObject([{ field: 'step', code: 'invalidParameter' }]);
    expect(await asked('horizon=0')).toMatchObject([{ field: 'horizon', code: 'invalidParameter' }]);
    expect(await asked('limit=501')).toMatchObject([{ field: 'limit', code: 'invalidParameter' }]);
    expect(await asked('cursor=bm90IG91cnM')).toMatchObject([{ field: 'cursor', code: 'invalidParameter' }]);
    expect(await asked('unit=farsta')).toMatchObject([{ field: '', code: 'unknownParameter' }]);
  });

  it('shows a substitute the files they stand in for, and moves with the file at once', async () => {
    expect(plans(await linesOf(bo))).toEqual([]);
    const standsIn = await manager.records(
      fileId,
      assigns('hl-farsta-2', 'substitute', { to: '2026-03-25' }),
    );
    const after = { 'X-Read-After': standsIn.body.position as string };
    expect(plans(await linesOf(bo, '', after))).toMatchObject([{ fileId, workerId: 'hl-farsta-1' }]);
    city.onDay('2026-03-26');
    expect(plans(await linesOf(bo))).toEqual([]);
    // A worker who is no longer a substitute does not see the file in a list of an earlier day either.
    expect(plans(await linesOf(bo, '?on=2026-03-20'))).toEqual([]);
    const moved = await manager.records(fileId, {
      ...assigns('hl-farsta-2', 'responsible', { from: '2026-03-26' }),
      occurredOn: '2026-03-26',
    });
    const seen = { 'X-Read-After': moved.body.position as string };
    expect(plans(await linesOf(anna, '', seen))).toEqual([]);
    expect(plans(await linesOf(bo, '', seen))).toMatchObject([{ fileId, workerId: 'hl-farsta-2' }]);
  });
});
