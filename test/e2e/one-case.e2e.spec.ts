import { fromApplicationToOrder, openCity, type CaseIds, type City, type Person } from './city.fixture';

interface Found {
  readonly rule: string;
  readonly status: string;
}
const statusesOf = (rule: string, findings: readonly Found[]) =>
  findings.filter((finding) => finding.rule === rule).map(({ status }) => status);

/** One case over HTTP, as those who meet it see it. */
describe('a case over HTTP', () => {
  let city: City;
  let anna: Person;
  let manager: Person;
  let fileId: string;
  let ids: CaseIds;

  const factsNow = async () => (await anna.reads(`/files/${fileId}`)).body;

  beforeAll(async () => {
    city = await openCity();
    anna = city.person('hl-farsta-1');
    manager = city.person('ec-farsta');
    fileId = await anna.opensFile();
    const course = fromApplicationToOrder('hl-farsta-1');
    ids = course.ids;
    city.onDay('2026-03-02');
    const recorded = await anna.records(fileId, course.steps);
    expect(recorded.body.events).toHaveLength(8);
    expect(recorded.headers.etag).toBe('"8"');
  });
  afterAll(() => city.close());

  it('the case worker sees the whole file, and the access log says so', async () => {
    const { status, headers, body } = await anna.reads(`/files/${fileId}`);
    expect(status).toBe(200);
    expect(headers.etag).toBe('"8"');
    expect(body).toMatchObject({ fileId, revision: 8, as: { role: 'caseWorker', relation: 'assigned' } });
    expect(body.facts.things.order).toHaveLength(1);
    const log = await manager.reads(`/files/${fileId}/access-log`, { 'X-Purpose': 'quality' });
    expect(log.body.entries).toEqual([
      expect.objectContaining({
        number: 1,
        userId: 'hl-farsta-1',
        purpose: 'handling',
        action: 'open',
        fileId,
      }),
      expect.objectContaining({
        userId: 'ec-farsta',
        relation: 'sameUnit',
        purpose: 'quality',
        action: 'accessLog',
      }),
    ]);
  });

  it('the manager sees the gap on day 16, and not on day 15', async () => {
    const gaps = async (day: string) => {
      city.onDay(day);
      const { body } = await manager.reads('/units/farsta/status');
      expect(body.on).toBe(day);
      return (body.rows as { rule: string; workerId: string; counts: Record<string, number> }[])
        .filter(({ rule }) => rule === 'plan-due-15-days')
        .map(({ workerId, counts }) => [workerId, counts.pending, counts.overdue]);
    };
    expect(await gaps('2026-03-17')).toEqual([['hl-farsta-1', 1, 0]]);
    expect(await gaps('2026-03-18')).toEqual([['hl-farsta-1', 0, 1]]);
    const { body } = await manager.reads('/findings?rule=plan-due-15-days&status=overdue');
    expect(body.findings).toEqual([
      expect.objectContaining({ fileId, unitId: 'farsta', status: 'overdue', dueOn: '2026-03-17' }),
    ]);
  });

  it('the brother phoned without consent is a violation, and the ground recorded later explains it', async () => {
    const rule = 'contact-relative-without-consent';
    const called = await anna.records(fileId, {
      type: 'ContactMade',
      occurredOn: '2026-03-10',
      caseId: ids.caseId,
      data: {
        partyId: ids.brother,
        direction: 'out',
        channel: 'phone',
        subjects: ['measure'],
        purpose: 'Fråga hur ledsagningen har börjat.',
        disclosed: true,
        ground: null,
      },
    });
    expect(statusesOf(rule, (await factsNow()).findings)).toEqual(['violation']);
    const seen = await anna.reads(`/findings?rule=${rule}`, { 'X-Read-After': called.body.position });
    expect(statusesOf(rule, seen.body.findings)).toEqual(['violation']);

    city.onDay('2026-03-20');
    await anna.records(fileId, {
      type: 'ContactGroundRecorded',
      occurredOn: '2026-03-20',
      caseId: ids.caseId,
      data: {
        contactId: called.body.events[0].ids.contactId,
        ground: { law: { statute: '2017:900', section: '7 §' }, reason: 'Samtalet behövdes för kontakten.' },
      },
    });
    expect(statusesOf(rule, (await factsNow()).findings)).toEqual(['explained']);

    const replayed = async (query: string) =>
      (await anna.reads(`/files/${fileId}/replay?${query}`)).body as { findings: Found[]; knownAt: string };
    const before = await replayed('asOf=2026-03-18&knownAt=2026-03-19');
    expect(before.knownAt).toBe('2026-03-19T22:59:59.999Z');
    expect(JSON.stringify(before)).not.toContain('ContactGroundRecorded');
    expect(statusesOf(rule, before.findings)).toEqual(['violation']);
    expect(statusesOf(rule, (await replayed('asOf=2026-03-20')).findings)).toEqual(['explained']);
  });

  it('the sister employed without asking is found, and the answer afterwards explains it', async () => {
    const rule = 'relative-employed-without-asking';
    const sister = await anna.records(fileId, [
      {
        type: 'PartyRecorded',
        occurredOn: '2026-03-20',
        data: { kind: 'relative', name: 'Mika Exempelsson', relation: 'sibling', helps: true },
      },
    ]);
    const { partyId } = sister.body.events[0].ids;
    await anna.records(fileId, {
      type: 'PerformerRecorded',
      occurredOn: '2026-03-19',
      caseId: ids.caseId,
      data: { orderId: ids.orderId, partyId, kind: 'relative', learnedOn: '2026-03-20' },
    });
    expect(statusesOf(rule, (await factsNow()).findings)).toEqual(['violation']);
    const asked = await anna.records(fileId, {
      type: 'RelativeEmploymentAsked',
      occurredOn: '2026-03-20',
      caseId: ids.caseId,
      data: { orderId: ids.orderId, partyId, plannedFrom: '2026-03-19' },
    });
    expect(statusesOf(rule, (await factsNow()).findings)).toEqual(['violation']);
    await anna.records(fileId, {
      type: 'RelativeEmploymentAnswered',
      occurredOn: '2026-03-20',
      caseId: ids.caseId,
      data: {
        questionId: asked.body.events[0].ids.questionId,
        answer: 'yes',
        assessment: 'Kim vill ha sin syster som ledsagare och är fri att säga nej.',
      },
    });
    expect(statusesOf(rule, (await factsNow()).findings)).toEqual(['explained']);
  });

  it('history comes in pages, in the order of recording', async () => {
    const first = await anna.reads(`/files/${fileId}/events?limit=5`);
    expect(first.body.events.map(({ type }: { type: string }) => type)).toEqual([
      'PersonalFileOpened',
      'CaseOpened',
      'CaseWorkerAssigned',
      'PartyRecorded',
      'ApplicationReceived',
    ]);
    const second = await anna.reads(`/files/${fileId}/events?from=${first.body.next}&limit=1000`);
    expect(second.body.events[0].revision).toBe(5);
    expect(second.body.next).toBeNull();
  });
});
