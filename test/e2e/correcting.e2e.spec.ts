import { fromApplicationToOrder, openCity, type City, type CityUser } from './city.fixture';

interface Fact {
  readonly eventId: string;
  readonly occurredOn: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly marks?: Readonly<Record<string, unknown>>;
}

/** Correcting, over HTTP: the day alone, some fields, and a decision that was sent to the person. */
describe('correcting over HTTP', () => {
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

  const the = async (kind: string): Promise<Fact> => {
    const { body } = await anna.reads(`/files/${fileId}`);
    const { things } = body['facts'] as { things: Record<string, Fact[]> };
    return things[kind]?.[0] as Fact;
  };
  const correcting = (eventId: string, data: object, occurredOn = '2026-03-18') => ({
    type: 'EntryCorrected',
    occurredOn,
    data: { eventId, reason: 'Fel i anteckningen', ...data },
  });

  it('names the day alone, and everything else stays', async () => {
    const before = await the('order');
    await anna.records(fileId, correcting(before.eventId, { occurredOn: '2026-03-01' }));
    const after = await the('order');
    expect(after.occurredOn).toBe('2026-03-01');
    expect(after.data).toEqual(before.data);
  });

  it('names the changed fields alone, on top of the last correction', async () => {
    const { eventId, data } = await the('order');
    await anna.records(fileId, correcting(eventId, { changes: { task: 'Ledsaga till simhallen.' } }));
    await anna.records(fileId, correcting(eventId, { changes: { purpose: 'Att simma' } }));
    const after = await the('order');
    expect(after.data).toEqual({ ...data, task: 'Ledsaga till simhallen.', purpose: 'Att simma' });
    expect(after.occurredOn).toBe('2026-03-01');
    const wrong = await anna.writes(
      `/files/${fileId}/events`,
      correcting(eventId, { changes: { measure: 7 } }),
    );
    expect(wrong.status).toBe(422);
    const both = correcting(eventId, { changes: {}, data });
    expect((await anna.writes(`/files/${fileId}/events`, both)).body['code']).toBe('EXACTLY_ONE');
  });

  it('leaves what was sent to the person to the unit manager, and marks it', async () => {
    const { eventId } = await the('decision');
    await anna.records(fileId, {
      type: 'DecisionServed',
      occurredOn: '2026-03-03',
      caseId: ids.caseId,
      data: { decisionId: ids.decisionId, how: 'letter' },
    });
    const change = correcting(eventId, { changes: { reasons: 'Behovet är större än så.' } });
    expect((await anna.writes(`/files/${fileId}/events`, change)).status).toBe(403);
    expect((await manager.records(fileId, change)).status).toBe(201);
    expect((await the('decision')).marks).toEqual({
      correctedAfterService: { on: '2026-03-18', text: { sv: 'rättad i efterhand', en: expect.any(String) } },
    });
    const { body } = await anna.reads('/findings?rule=decision-corrected-after-service');
    expect(body['findings']).toMatchObject([{ status: 'violation', subject: ids.decisionId }]);
    const marks = [{ kind: 'correctedAfterService', on: '2026-03-18', text: { sv: 'rättad i efterhand' } }];
    expect(body['findings']).toMatchObject([{ marks }]);
    const { lines } = (await anna.reads('/worklist')).body as { lines: { subject: string }[] };
    const about = lines.filter(({ subject }) => subject === ids.decisionId);
    expect(about.length).toBeGreaterThan(0);
    for (const line of about) expect(line).toMatchObject({ marks });
    for (const list of ['/findings?rule=decision-corrected-after-service', '/worklist?section=violations'])
      expect((await anna.reads(list, { Accept: 'text/csv', 'Accept-Language': 'sv' })).text).toMatch(
        /,Om beslutet,[^]*,rättad i efterhand 2026-03-18,/,
      );
    const { body: listed } = await anna.reads('/cases');
    expect(listed['cases']).toMatchObject([{ decisionCorrectedOn: '2026-03-18', decisionByCourt: null }]);
    // The day alone is no content, and stays with the case worker.
    const day = correcting(eventId, { occurredOn: '2026-02-19' });
    expect((await anna.writes(`/files/${fileId}/events`, day)).status).toBe(201);
  });

  it('says how a retraction is undone, and its kind in the history', async () => {
    const note = await anna.records(fileId, {
      type: 'NoteWritten',
      occurredOn: '2026-03-18',
      data: { text: 'Ringde.' },
    });
    const eventId = (note.body as { events: { eventId: string }[] }).events[0]?.eventId as string;
    const retraction = {
      type: 'EntryRetracted',
      occurredOn: '2026-03-18',
      data: { eventId, reason: 'Gäller en annan person', kind: 'wrongFile' },
    };
    await anna.records(fileId, retraction);
    const again = await anna.writes(`/files/${fileId}/events`, retraction);
    expect([again.body['code'], again.text]).toEqual([
      'ALREADY_RETRACTED',
      expect.stringMatching(/EntryCorrected/),
    ]);
    const { body } = await anna.reads(`/files/${fileId}/events`);
    expect(body['takenOut']).toMatchObject([{ eventId, how: 'retracted', kind: 'wrongFile' }]);
    await anna.records(fileId, correcting(eventId, {}));
    expect((await anna.reads(`/files/${fileId}/events`)).body['takenOut']).toEqual([]);
  });
});
