import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fromApplicationToOrder, KIM, openCity, type City, type CityUser } from './city.fixture';

const plan = JSON.parse(
  readFileSync(path.join(__dirname, '../../docs/walk-through/review.json'), 'utf8'),
) as Record<string, unknown>;
const PLAN = {
  task: 'Ledsaga till simhall två gånger i veckan.',
  purpose: 'Att kunna delta i fritidsaktiviteter.',
  goals: [{ text: 'Deltar i fritidsaktiviteter utanför hemmet' }],
  activities: [],
  extent: { amount: 12, unit: 'hours', per: 'month', activities: [] },
  cooperation: 'Avstämning en gång i månaden.',
  followUpWhen: 'Var tredje månad',
  followUpHow: 'Hembesök',
  personTookPart: true,
};
const address = `/reviews/${plan.reviewId as string}`;

/** What a drawn review lists: by what was known at the draw, with what is known now beside it. */
describe('the lists of a review', () => {
  let city: City;
  let inspector: CityUser;
  const orders = new Map<string, string>();

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    inspector = city.person('insp-1');
    const worker = city.person('hl-farsta-1');
    for (const name of ['Kim', 'Lo', 'Mio']) {
      const fileId = await worker.opensFile({ ...KIM, name: `${name} Exempelsson` });
      const { steps, ids } = fromApplicationToOrder('hl-farsta-1');
      await worker.records(fileId, steps);
      orders.set(fileId, ids.orderId);
    }
    const [female, male] = plan.strata as object[];
    await inspector.writes('/reviews', { ...plan, strata: [{ ...female, wanted: 2 }, male] });
    await city.person('godk-1').writes(`${address}/approval`, {});
    const drawn = await inspector.writes(`${address}/sample`, { spoken: '4 6 1', spokenBy: 'godk-1' });
    expect(drawn.status).toBe(201);
    city.onDay('2026-03-03');
  });
  afterAll(() => city.close());

  it('the sample names its cases, and counts what is open in them on the measuring day', async () => {
    const { body } = await inspector.reads(`${address}/sample`);
    const [first] = body.cases as { fileId: string; caseId: string; open: object; openNow: object }[];
    expect(body.on).toBe(plan.measuringDay);
    expect(body.persons[first!.fileId]).toEqual({
      name: expect.stringMatching(/ Exempelsson$/),
      protectedIdentity: false,
    });
    expect(body.caseLabels[first!.fileId][first!.caseId]).toEqual({
      caseNumber: expect.stringMatching(/^2026-0117/),
      measure: 'ledsagarservice',
      measureTitle: { sv: 'Ledsagarservice', en: 'Companion service (LSS)' },
    });
    const listed = await inspector.reads(`/findings?review=${plan.reviewId as string}&status=overdue`);
    const overdue = (listed.body.findings as { fileId: string; caseId: string | null }[]).filter(
      ({ fileId, caseId }) => fileId === first!.fileId && (caseId === null || caseId === first!.caseId),
    );
    expect(overdue.length).toBeGreaterThan(0);
    expect(first).toMatchObject({ open: { overdue: overdue.length }, openNow: { overdue: overdue.length } });
  });

  it('a repair after the draw moves only what is known now: the list, the sample and the replay', async () => {
    const asked = `/findings?review=${plan.reviewId as string}&rule=plan-due`;
    const drawnFiles = (await inspector.reads(`${address}/sample`)).body.cases as Record<
      'fileId' | 'caseId',
      string
    >[];
    const { fileId, caseId, open } = drawnFiles[0] as Record<'fileId' | 'caseId' | 'open', string>;
    const of = async (query: string) => {
      const { body } = await inspector.reads(`${asked}${query}`);
      const [line] = (body.findings as { fileId: string; status: string; now: string | null }[]).filter(
        (each) => each.fileId === fileId,
      );
      return { on: body.on as string, knownAt: body.knownAt as string, is: [line?.status, line?.now] };
    };
    const drawn = { on: plan.measuringDay, knownAt: '2026-03-02T11:00:00.000Z' };
    expect(await of('')).toEqual({ ...drawn, is: ['overdue', 'overdue'] });
    const worker = city.person('hl-farsta-1');
    await worker.records(fileId, {
      type: 'PlanReceived',
      occurredOn: '2026-03-03',
      caseId,
      data: { ...PLAN, orderId: orders.get(fileId) },
    });
    expect(await of('')).toEqual({ ...drawn, is: ['overdue', 'fulfilled'] });
    expect((await of('&knownAt=2026-03-03')).is).toEqual(['fulfilled', 'fulfilled']);
    expect((await of('&inCase=open&step=plan&status=overdue')).is).toEqual(['overdue', 'fulfilled']);
    for (const nothing of ['inCase=closed', 'step=contact', 'unit=ostermalm', 'worker=hl-farsta-2'])
      expect((await of(`&${nothing}`)).is).toEqual([undefined, undefined]);
    const line = (await inspector.reads(`${address}/sample`)).body.cases[0];
    expect(line.open).toEqual(open);
    expect(line.openNow).not.toEqual(line.open);
    const replayed = await inspector.reads(`/files/${fileId}/replay?review=${plan.reviewId as string}`);
    const plans = (findings: { rule: string; status: string }[]) =>
      findings.flatMap(({ rule, status }) => (rule === 'plan-due' ? [status] : []));
    expect(replayed.body).toMatchObject({ asOf: plan.measuringDay, knownAt: drawn.knownAt });
    expect([plans(replayed.body.findings), plans(replayed.body.now.findings)]).toEqual([
      ['overdue'],
      ['fulfilled'],
    ]);
    expect((await worker.reads(`/files/${fileId}/replay?review=${plan.reviewId as string}`)).status).toBe(
      403,
    );
  });

  it('a case worker’s part has the files that the case worker stands in for', async () => {
    const asked = `/findings?review=${plan.reviewId as string}&worker=hl-farsta-2`;
    expect((await inspector.reads(asked)).body.findings).toEqual([]);
    const absence = {
      type: 'WorkerAbsent',
      data: { userId: 'hl-farsta-1', substituteId: 'hl-farsta-2', from: '2026-03-03', to: '2026-03-10' },
    };
    expect((await city.person('ec-farsta').writes('/units/farsta/events', absence)).status).toBe(201);
    const mine = await inspector.reads(`/findings?review=${plan.reviewId as string}`);
    const theirs = await inspector.reads(asked);
    expect(theirs.body.findings).toEqual(mine.body.findings);
    expect((theirs.body.findings as unknown[]).length).toBeGreaterThan(0);
  });

  it('its list of findings comes in pages, and is the inspectors’ alone', async () => {
    const asked = `/findings?review=${plan.reviewId as string}`;
    const { body } = await inspector.reads(`${asked}&order=newestFirst`);
    const paged: unknown[] = [];
    for (let next: string | null = ''; next !== null;) {
      const more: string = next === '' ? '' : `&cursor=${next}`;
      const page = await inspector.reads(`${asked}&order=newestFirst&limit=2${more}`);
      paged.push(...(page.body.findings as unknown[]));
      next = page.body.next as string | null;
    }
    expect(paged).toEqual(body.findings);
    expect(paged.length).toBeGreaterThan(2);
    const cases = await inspector.reads(`/cases?review=${plan.reviewId as string}`);
    expect(cases.body.count).toBe(2);
    expect((await inspector.reads('/cases?review=annan')).body.count).toBe(0);
    expect((await inspector.reads('/findings?knownAt=2026-03-03')).body.code).toBe('INVALID_QUERY');
    const manager = city.person('ec-farsta');
    for (const list of ['findings', 'cases'])
      expect((await manager.reads(`/${list}?review=${plan.reviewId as string}`)).status).toBe(403);
    for (const list of ['worklist', 'files'])
      expect((await manager.reads(`/${list}?review=${plan.reviewId as string}`)).body.code).toBe(
        'INVALID_QUERY',
      );
  });

  it('sample and gaps come as CSV, whole and in words', async () => {
    const csv = { Accept: 'text/csv', 'Accept-Language': 'sv' };
    const sample = await inspector.reads(`${address}/sample`, csv);
    expect(sample.headers['content-disposition']).toBe(
      `attachment; filename=sample-${plan.measuringDay as string}.csv`,
    );
    const [head, ...lines] = sample.text.slice(1).trimEnd().split('\r\n');
    expect(head).toMatch(/^Namn,Skyddade personuppgifter,Ärendenummer,Insats,Insatskod,Nummer,/);
    expect(head).toContain('Förfallna,Brister,"Inom tid, känt nu"');
    expect(lines).toHaveLength(2);
    for (const line of lines)
      expect(line).toMatch(/ Exempelsson,nej,2026-0117[-\d]*,Ledsagarservice,ledsagarservice,/);
    const gaps = (await inspector.reads(`${address}/gaps`, csv)).text.slice(1).trimEnd().split('\r\n');
    const { body } = await inspector.reads(`${address}/gaps`);
    expect(gaps[0]).toBe(
      'Regel,Rubrik,Grupp i urvalet,Ärenden med bristen,Av,"Ärenden med bristen, känt nu","Av, känt nu"',
    );
    expect(gaps).toHaveLength(1 + (body.rows as unknown[]).length);
  });
});
