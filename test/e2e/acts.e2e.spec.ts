import { fromApplicationToOrder, openCity, type City, type CityUser } from './city.fixture';

interface Line {
  readonly id: string;
  readonly section: string;
  readonly rule: string | null;
  readonly status?: string;
  readonly reminded?: { readonly sv: string } | null;
  readonly acts: readonly { readonly code: string; readonly title: { readonly sv: string } }[];
}

/** What a line offers its reader, and what a reminder and an acknowledgement do to it, over HTTP. */
describe('the acts on a line', () => {
  let city: City;
  let anna: CityUser;
  let manager: CityUser;
  let fileId: string;
  const { steps, ids } = fromApplicationToOrder('hl-farsta-1');

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    anna = city.person('hl-farsta-1');
    manager = city.person('ec-farsta');
    fileId = await anna.opensFile();
    await anna.records(fileId, steps);
    city.onDay('2026-03-18');
  });
  afterAll(() => city.close());

  const planDue = async (who: CityUser, path: '/worklist' | '/findings', headers = {}) => {
    const { body } = await who.reads(path, headers);
    const lines = (body['lines'] ?? body['findings']) as readonly Line[];
    return lines.find(({ rule }) => rule === 'plan-due') as Line;
  };
  const codes = ({ acts }: Line) => acts.map(({ code }) => code);

  it('are those that the reader may do now', async () => {
    const hers = ['recordWhatWasDone', 'remindProvider', 'carryOut', 'acknowledge'];
    const line = await planDue(anna, '/worklist');
    expect(codes(line)).toEqual(hers);
    expect(line.acts[0]?.title.sv).toBe('Är det gjort men inte inskrivet?');
    expect(codes(await planDue(anna, '/findings'))).toEqual(hers);
    expect(codes(await planDue(manager, '/worklist'))).toEqual(['askCaseWorker', 'acknowledge']);
  });

  it('include a reminder, which the line then tells, and which changes no count', async () => {
    const before = (await anna.reads('/worklist')).body['counts'];
    const step = {
      type: 'ProviderReminded',
      occurredOn: '2026-03-18',
      caseId: ids.caseId,
      data: { orderId: ids.orderId, of: 'plan', channel: 'phone' },
    };
    const recorded = await anna.records(fileId, step);
    const after = { 'X-Read-After': recorded.body.position as string };
    expect((await planDue(anna, '/worklist', after)).reminded?.sv).toBe('påmind 18 mars');
    expect((await anna.reads('/worklist')).body['counts']).toEqual(before);
    expect((await manager.writes(`/files/${fileId}/events`, step)).status).toBe(403);
  });

  it('end with an acknowledgement, which takes the line out of what is overdue', async () => {
    const { id } = await planDue(anna, '/worklist');
    const { counts } = (await anna.reads('/worklist')).body as { counts: Record<string, number> };
    const recorded = await anna.records(fileId, {
      type: 'GapAcknowledged',
      occurredOn: '2026-03-18',
      data: { obligationId: id, reason: 'Utföraren har ringt, planen kommer i morgon.' },
    });
    const after = { 'X-Read-After': recorded.body.position as string };
    const line = await planDue(anna, '/worklist', after);
    expect([line.section, line.acts]).toEqual(['acknowledged', []]);
    expect((await planDue(anna, '/findings')).status).toBe('acknowledged');
    expect((await anna.reads('/worklist')).body['counts']).toMatchObject({
      overdue: (counts['overdue'] as number) - 1,
      acknowledged: 1,
    });
  });
});
