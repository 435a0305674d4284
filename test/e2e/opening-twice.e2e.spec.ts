import { openCity, type City, type CityUser } from './city.fixture';

/** The same person at the same board, the same case number, and numbers in every usual form. */
describe('opening a file that is there already', () => {
  let city: City;
  let anna: CityUser;
  let bo: CityUser;
  let first: string;

  const person = (value: string, more: object = {}) => ({
    name: 'Kim Exempelsson',
    identity: { kind: 'personalNumber', value },
    sex: 'female',
    protectedIdentity: false,
    ...more,
  });
  const opening = async (user: CityUser, body: object, headers: Record<string, string> = {}) =>
    user.writes('/files', body, headers);

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    anna = city.person('hl-farsta-1');
    bo = city.person('hl-farsta-2');
    first = await anna.opensFile(person('198405179808'));
  });
  afterAll(() => city.close());

  it('is answered with the file that exists, and goes on with a reason that stays in the file', async () => {
    const refused = await opening(bo, { person: person('19840517-9808') });
    expect([refused.status, refused.body.code]).toEqual([409, 'PERSON_HAS_FILE']);
    expect(refused.body.errors).toMatchObject([{ field: 'person.identity.value', files: [first] }]);
    const reason = 'Den gamla akten hör till en annan lag.';
    const opened = await opening(bo, { person: person('840517-9808'), reason });
    expect(opened.status).toBe(201);
    const { events } = (await bo.reads(`/files/${opened.body.fileId}/events`)).body;
    expect(events).toMatchObject([
      { type: 'PersonalFileOpened', data: { person: { identity: { value: '198405179808' } } } },
      { type: 'NoteWritten', data: { text: reason } },
    ]);
    const listed = async (userId: string, unit: string) =>
      (await city.person(userId).reads(`/units/${unit}/duplicates`)).body.duplicates;
    const second = opened.body.fileId;
    expect(await listed('ec-farsta', 'farsta')).toEqual(
      [
        { fileId: first, what: 'person', otherFileId: second },
        { fileId: second, what: 'person', otherFileId: first },
      ].sort((a, b) => (a.fileId < b.fileId ? -1 : 1)),
    );
    expect(await listed('ec-ostermalm', 'ostermalm')).toEqual([]);
  });

  it('is answered alike however often it is sent', async () => {
    const key = { 'Idempotency-Key': 'opening-1' };
    const one = await opening(anna, { person: person('196001019808') }, key);
    expect(one.status).toBe(201);
    expect((await opening(anna, { person: person('196001019808') }, key)).body.fileId).toBe(one.body.fileId);
  });

  it('does not name the file of a protected identity to a colleague, and nothing to another board', async () => {
    const hidden = person('198001019804', { protectedIdentity: true });
    const fileId = await city.person('hl-ostermalm-1').opensFile(hidden);
    const colleague = await opening(city.person('hl-ostermalm-2'), { person: hidden });
    expect(colleague.body.errors[0].files).toEqual([fileId]);
    expect((await opening(bo, { person: hidden })).status).toBe(201);
    const elsewhere = await opening(city.person('hl-farsta-3'), { person: hidden });
    expect(elsewhere.status).toBe(409);
    expect(elsewhere.text).not.toContain(fileId);
  });

  it('takes one case number once at the board, or with a note that says why', async () => {
    const caseOpened = (caseNumber: string) => ({
      type: 'CaseOpened',
      occurredOn: '2026-03-02',
      data: { caseNumber, measure: 'ledsagarservice' },
    });
    await anna.records(first, caseOpened('SN 2026/0117'));
    const other = (await opening(anna, { person: person('197001019806') })).body.fileId;
    const twice = await anna.writes(`/files/${other}/events`, caseOpened('sn2026/0117'));
    expect([twice.status, twice.body.code]).toEqual([409, 'CASE_NUMBER_TAKEN']);
    expect(twice.body.errors).toMatchObject([{ field: 'data.caseNumber', files: [first] }]);
    const note = { type: 'NoteWritten', occurredOn: '2026-03-02', data: { text: 'Samma diarienummer.' } };
    await anna.records(other, [caseOpened('sn2026/0117'), note]);
  });

  it('refuses a day of birth to come, and takes numbers whose month or day is not known', async () => {
    const born = (kind: string, value: string) =>
      opening(anna, { person: person(value, { identity: { kind, value } }) });
    const ahead = await born('birthDate', '2026-03-03');
    expect([ahead.status, ahead.body.code, ahead.body.errors[0].field]).toEqual([
      422,
      'IN_THE_FUTURE',
      'person.identity.value',
    ]);
    expect((await born('birthDate', '2026-03-02')).status).toBe(201);
    // The last one is the first with ten digits.
    const taken = new Set(['8400609809']);
    for (const value of ['198400609809', '198405609804', '8400609809'])
      expect([value, (await born('coordinationNumber', value)).status]).toEqual([
        value,
        taken.has(value) ? 409 : 201,
      ]);
  });
});
