import { fromApplicationToOrder, openCity, type City, type CityUser } from './city.fixture';

interface Case {
  readonly fileId: string;
  readonly caseId: string;
  readonly workerId: string;
  readonly state: string;
  readonly open: { readonly overdue: number };
}

interface Point {
  readonly on: string;
  readonly rows: readonly { readonly rule: string; readonly workerId: string; readonly overdue: number }[];
}

/** The list of a unit’s cases, and the unit’s counts month by month, over HTTP. */
describe('what a manager asks', () => {
  let city: City;
  let manager: CityUser;
  let anna: CityUser;
  let bo: CityUser;
  const files: string[] = [];

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    manager = city.person('ec-farsta');
    anna = city.person('hl-farsta-1');
    bo = city.person('hl-farsta-2');
    for (const worker of [anna, anna, bo]) {
      const fileId = await worker.opensFile();
      await worker.records(fileId, fromApplicationToOrder(worker.userId).steps);
      files.push(fileId);
    }
    city.onDay('2026-03-18');
  });
  afterAll(() => city.close());

  describe('of the cases', () => {
    const casesOf = async (who: CityUser, query = '', headers = {}) => {
      const { status, body } = await who.reads(`/cases${query}`, headers);
      expect(status).toBe(200);
      return body.cases as Case[];
    };

    it('says how far each has come and what stands open in it', async () => {
      const { body } = await manager.reads('/cases');
      expect(body).toMatchObject({ on: '2026-03-18', count: 3, next: null });
      expect(body.cases as Case[]).toHaveLength(3);
      for (const one of body.cases as Case[]) {
        expect(one).toMatchObject({
          state: 'ordered',
          stateOn: '2026-03-02',
          nextStep: 'plan',
          outcome: 'approval',
        });
      }
      // The plan is the one thing that becomes overdue on the sixteenth day.
      const overdueOn = async (day: string) =>
        new Map((await casesOf(manager, `?on=${day}`)).map(({ caseId, open }) => [caseId, open.overdue]));
      const dayBefore = await overdueOn('2026-03-17');
      for (const [caseId, overdue] of await overdueOn('2026-03-18'))
        expect(overdue).toBe((dayBefore.get(caseId) as number) + 1);
    });

    it('filters, counts and comes page by page', async () => {
      expect(await casesOf(manager, '?worker=hl-farsta-1')).toHaveLength(2);
      expect(await casesOf(manager, '?state=ordered,planned&nextStep=plan')).toHaveLength(3);
      expect(await casesOf(manager, '?state=closed')).toEqual([]);
      expect(await casesOf(manager, '?measure=kontaktperson')).toEqual([]);
      const all = await casesOf(manager, '?sort=lastFollowUpOn&order=newestFirst');
      const paged: Case[] = [];
      let next: string | null = '';
      while (next !== null) {
        const more: string = next === '' ? '' : `&cursor=${next}`;
        const { body } = await manager.reads(`/cases?sort=lastFollowUpOn&order=newestFirst&limit=2${more}`);
        expect(body.count).toBe(3);
        paged.push(...(body.cases as Case[]));
        next = body.next as string | null;
      }
      expect(paged).toEqual(all);
    });

    it('holds the case worker’s own, the sample’s for an inspector, and no others', async () => {
      expect(new Set((await casesOf(anna)).map(({ workerId }) => workerId))).toEqual(
        new Set(['hl-farsta-1']),
      );
      expect((await anna.reads('/cases?worker=hl-farsta-2')).status).toBe(403);
      expect((await manager.reads('/cases?unit=ostermalm')).body.errors).toMatchObject([
        { field: '', code: 'BEYOND_REACH' },
      ]);
      expect(await casesOf(city.person('ec-ostermalm'))).toEqual([]);
      const inspector = city.person('insp-1');
      expect(await casesOf(inspector)).toEqual([]);
      const sampled = await city.drawsOneOf('farsta', 'stickprov-2026');
      expect((await casesOf(inspector)).map(({ fileId }) => fileId)).toEqual([sampled]);
    });

    it('says what is wrong with a question', async () => {
      const asked = async (query: string) => (await anna.reads(`/cases?${query}`)).body.errors as unknown;
      for (const [name, value] of Object.entries({
        state: 'sleeping',
        nextStep: 'dream',
        sort: 'name',
        order: 'up',
        limit: '0',
        cursor: 'bm90IG91cnM',
      }))
        expect(await asked(`${name}=${value}`)).toMatchObject([{ field: name, code: 'invalidParameter' }]);
    });

    it('has seen what was just written', async () => {
      const [fileId] = files;
      const [one] = (await casesOf(anna)).filter((each) => each.fileId === fileId);
      const closed = await anna.records(fileId as string, {
        type: 'CaseClosed',
        occurredOn: '2026-03-18',
        data: { caseId: one?.caseId, reason: 'moved' },
      });
      const seen = await casesOf(anna, '?state=closed', { 'X-Read-After': closed.body.position as string });
      expect(seen).toMatchObject([{ fileId, stateOn: '2026-03-18', nextStep: null, closedOn: '2026-03-18' }]);
    });
  });

  it('of the findings: what is due by a day, and as many lines as are counted', async () => {
    const findingsOf = async (query: string) =>
      (await manager.reads(`/findings?limit=500&${query}`)).body.findings as { dueOn: string }[];
    const all = await findingsOf('status=overdue,pending&inCase=open');
    const soon = await findingsOf('status=overdue,pending&inCase=open&dueBy=2026-03-17');
    expect(soon).toEqual(all.filter(({ dueOn }) => dueOn <= '2026-03-17'));
    expect(soon.length).toBeLessThan(all.length);
    const { rows } = (await manager.reads('/units/farsta/status')).body as {
      rows: { inCase: string; counts: { overdue: number; violation: number } }[];
    };
    const counted = rows
      .filter(({ inCase }) => inCase === 'open')
      .reduce((sum, { counts }) => sum + counts.overdue + counts.violation, 0);
    expect(await findingsOf('status=overdue,violation&inCase=open&each=true')).toHaveLength(counted);
  });

  describe('of the months behind', () => {
    const trendOf = async (query = '') => {
      const { status, body } = await manager.reads(`/units/farsta/trend${query}`);
      expect(status).toBe(200);
      return body.points as Point[];
    };
    const overduePlans = ({ rows }: Point): number =>
      rows
        .filter(({ rule, workerId }) => rule === 'plan-due' && workerId === 'hl-farsta-2')
        .reduce((sum, { overdue }) => sum + overdue, 0);

    it('counts what stood open at each month’s end and today', async () => {
      const points = await trendOf();
      expect(points.map(({ on }) => on).slice(-2)).toEqual(['2026-02-28', '2026-03-18']);
      expect(points).toHaveLength(13);
      expect(points.slice(-2).map(overduePlans)).toEqual([0, 1]);
      expect((await trendOf('?from=2026-03-01&to=2026-03-17')).map(overduePlans)).toEqual([0]);
    });

    it('is of the own unit, and of at most 36 points', async () => {
      expect((await anna.reads('/units/farsta/trend')).status).toBe(403);
      expect((await manager.reads('/units/ostermalm/trend')).status).toBe(403);
      expect(await trendOf('?from=2023-04-01')).toHaveLength(36);
      for (const query of [
        'from=2023-03-31',
        'from=2026-03-19',
        'from=0000-01-01',
        'to=9999-12-31',
        'to=soon',
      ])
        expect((await manager.reads(`/units/farsta/trend?${query}`)).body.code).toBe('INVALID_QUERY');
    });
  });
});
