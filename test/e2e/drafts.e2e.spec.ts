import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { FileId } from '@rt/domain';
import type { TextSeal } from '@rt/event-store';
import { draftBytesMax, draftsPerUserMax, type DraftStore } from '@rt/drafts';
import { DRAFTS } from '../../apps/api/src/ports';
import { openHouse } from '@rt/composition';
import { KIM, openCity, settingsFor, type City, type CityUser } from './city.fixture';

const DAY = '2026-03-02';
const note = (text: string) => ({ type: 'NoteWritten', occurredOn: DAY, data: { text } });
const written = (text: string) => ({ type: 'NoteWritten', values: { occurredOn: DAY, data: { text } } });

/** What is written in a form over HTTP: kept for its author, until its step is recorded. */
describe('drafts over HTTP', () => {
  let city: City;
  let anna: CityUser;
  let fileId: FileId;
  let draftId: string;

  beforeAll(async () => {
    city = await openCity();
  });
  beforeEach(async () => {
    city.onDay(DAY);
    anna = city.person('hl-farsta-1');
    fileId = await anna.opensFile();
    draftId = randomUUID();
  });
  afterEach(async () => {
    city.onDay(DAY);
    for (const one of await drafts()) await anna.removes(`/drafts/${one.draftId}`);
  });
  afterAll(() => city.close());

  const place = (id = draftId) => `/files/${fileId}/drafts/${id}`;
  const drafts = async (by = anna) =>
    (await by.reads('/drafts')).body.drafts as { draftId: string; fileId: string; type: string }[];
  const logged = (): string[] => {
    const log = new DatabaseSync(path.join(city.folder, 'access-log.sqlite'), { readOnly: true });
    const found = log
      .prepare('SELECT action, scope, file_id FROM access WHERE user_id = ? ORDER BY number')
      .all('hl-farsta-1');
    log.close();
    return found.map(({ action, scope, file_id: of }) => `${action} ${scope} ${of === fileId}`);
  };

  it('come back as they were written, to their author alone, who finds them by name', async () => {
    const saved = await anna.puts(place(), written('Ringde'));
    expect([saved.status, saved.body]).toEqual([
      200,
      { draftId, savedAt: '2026-03-02T11:00:00.000Z', keptUntil: '2026-04-01T11:00:00.000Z' },
    ]);
    await anna.puts(place(), written('Ringde brodern'));
    expect((await anna.reads(place())).body).toEqual({ ...saved.body, fileId, ...written('Ringde brodern') });
    const { body } = await anna.reads('/drafts');
    const title = { sv: 'Journalanteckning', en: 'Journal note written' };
    expect(body.drafts).toEqual([{ ...saved.body, fileId, type: 'NoteWritten', title }]);
    expect(body.persons[fileId]).toMatchObject({ name: KIM.name });
    for (const colleague of ['ec-farsta', 'hl-farsta-2']) {
      const other = city.person(colleague);
      expect(await drafts(other)).toEqual([]);
      expect((await other.reads(place(), { 'X-Purpose': 'quality' })).status).toBe(404);
      await other.removes(`/drafts/${draftId}`);
    }
    expect((await anna.reads(place())).status).toBe(200);
  });

  it('are read as the file is: each reading stands in the access log, a saving does not', async () => {
    const before = logged().length;
    await anna.puts(place(), written('Ringde'));
    expect(logged().length).toBe(before);
    await anna.reads(place());
    await anna.reads('/drafts');
    expect(logged().slice(before)).toEqual(['open draft true', 'list drafts false']);
    const stranger = city.person('hl-ostermalm-1');
    expect((await stranger.puts(place(randomUUID()), written('x'))).body.code).toBe('NOT_ALLOWED');
    expect((await stranger.reads(place())).body.code).toBe('NOT_ALLOWED');
    const colleague = city.person('hl-farsta-2');
    expect((await colleague.puts(place(), written('x'))).body.code).toBe('PURPOSE_REQUIRED');
  });

  it('end when the step is recorded under the same id, which is stored once', async () => {
    await anna.puts(place(), written('Ringde'));
    const post = () => anna.writes(`/files/${fileId}/events`, note('Ringde'), { 'Idempotency-Key': draftId });
    const [first, second] = await Promise.all([post(), post()]);
    expect([first.status, second.status, second.body]).toEqual([201, 201, first.body]);
    expect([(await anna.reads(place())).status, await drafts()]).toEqual([404, []]);
    const late = await anna.puts(place(), written('Ringde'));
    expect([late.status, late.body.code]).toEqual([409, 'DRAFT_RECORDED']);
    expect((await anna.reads(`/files/${fileId}/events`)).body.events).toHaveLength(2);
  });

  it('end at the next question where the server died between the step and the end of its draft', async () => {
    await anna.writes(`/files/${fileId}/events`, note('Ringde'), { 'Idempotency-Key': draftId });
    const store = await openDrafts(city);
    await store.save({
      draftId,
      ...{ userId: 'hl-farsta-1', fileId, savedAt: '2026-03-02T10:00:00.000Z' },
      content: JSON.stringify(written('Ringde')),
    });
    expect(await drafts()).toEqual([]);
    expect(await store.find('hl-farsta-1', draftId)).toBeUndefined();
  });

  it('end when they are discarded, and 30 days after they were saved', async () => {
    await anna.puts(place(), written('Ringde'));
    expect((await anna.removes(place())).status).toBe(204);
    expect((await anna.removes(place())).status).toBe(204);
    expect(await drafts()).toEqual([]);
    await anna.puts(place(), written('Ringde'));
    city.onDay('2026-03-31');
    expect(await drafts()).toHaveLength(1);
    city.onDay('2026-04-01');
    expect([await drafts(), (await anna.reads(place())).status]).toEqual([[], 404]);
  });

  it('end in the whole file when an entry of it is made unreadable, because they may repeat it', async () => {
    const manager = city.person('ec-farsta');
    const recorded = await anna.records(fileId, note('Hemligt'));
    const [{ eventId }] = recorded.body.events as [{ eventId: string }];
    await anna.puts(place(), written('Hemligt'));
    const redaction = { type: 'EntryRedacted', occurredOn: DAY, data: { eventId, ground: 'Fel akt' } };
    await manager.records(fileId, redaction);
    expect([await drafts(), (await anna.reads(place())).status]).toEqual([[], 404]);
    expect((await anna.puts(place(), written('Ringde'))).status).toBe(200);
    expect(await drafts()).toHaveLength(1);
  });

  it('of a file that is not opened yet end when it is opened under the same id', async () => {
    const opening = { type: 'PersonalFileOpened', values: { person: { name: 'Lo Exempelsson' } } };
    expect((await anna.puts(`/drafts/${draftId}`, opening)).status).toBe(200);
    expect((await anna.reads(`/drafts/${draftId}`)).body).toMatchObject({ ...opening, fileId: null });
    expect((await city.person('hl-farsta-2').reads(`/drafts/${draftId}`)).status).toBe(404);
    const bytes = readdirSync(city.folder)
      .filter((name) => name.startsWith('drafts'))
      .map((name) => readFileSync(path.join(city.folder, name), 'latin1'));
    expect(bytes.some((each) => each.includes('Exempelsson'))).toBe(false);
    const opened = await anna.writes('/files', { person: KIM }, { 'Idempotency-Key': draftId });
    expect([opened.status, (await anna.reads(`/drafts/${draftId}`)).status]).toEqual([201, 404]);
  });

  it('are bounded in size and number, and say so', async () => {
    const large = await anna.puts(place(), written('x'.repeat(draftBytesMax)));
    expect([large.status, large.body.code]).toEqual([413, 'TOO_LARGE']);
    for (let n = 0; n < draftsPerUserMax; n++) await anna.puts(place(randomUUID()), written('Ringde'));
    const more = await anna.puts(place(), written('Ringde'));
    expect([more.status, more.body.code]).toEqual([409, 'DRAFTS_FULL']);
  });

  it.each([
    ['of no step', { type: 'NoSuchStep', values: {} }],
    ['of the opening of a file in a file', { type: 'PersonalFileOpened', values: {} }],
    ['without values', { type: 'NoteWritten' }],
    ['with more than values', { ...written('x'), more: 1 }],
    ['that is a list', [written('x')]],
  ])('are refused: one %s', async (_, body) => {
    const answer = await anna.puts(place(), body);
    expect([answer.status, answer.body.code]).toEqual([400, 'BAD_REQUEST']);
  });
});

it('a draft in a file that was erased while the server was down is gone with the key of the file', async () => {
  const city = await openCity();
  city.onDay(DAY);
  const anna = city.person('hl-farsta-1');
  const fileId = await anna.opensFile();
  await anna.puts(`/files/${fileId}/drafts/${randomUUID()}`, written('Ringde'));
  await city.api.close();
  const house = await openHouse(settingsFor(city.folder).house, { mode: 'write' });
  const seal = await house.store.textSeal(`personalFile-${fileId}`);
  const sealed = rowsOf(city)[0] as { sealed: string; draft_id: string };
  const opens = (one: TextSeal | undefined): unknown =>
    one?.open(JSON.stringify(['draft', 'hl-farsta-1', sealed.draft_id]), sealed.sealed);
  expect(opens(seal)).toContain('Ringde');
  const { hash } = (await house.store.readStream(`personalFile-${fileId}`)).at(-1) as { hash: string };
  await house.store.append('erasures-sdn-farsta', 'none', [
    {
      id: randomUUID(),
      type: 'FileErased',
      schemaVersion: 1,
      occurredOn: DAY,
      recordedBy: 'operator',
      unitId: 'farsta',
      origin: 'operator',
      commandId: randomUUID(),
      requestHash: '0',
      correlationId: randomUUID(),
      erases: `personalFile-${fileId}`,
      data: { lastRevision: 0, lastHash: hash },
    },
  ]);
  await house.store.deleteStream(`personalFile-${fileId}`, 0);
  expect(opens(await house.store.textSeal(`personalFile-${fileId}`))).toBeUndefined();
  // The round of the next start removes the bytes, too.
  await (await house.drafts()).removeOld('2026-01-01T00:00:00.000Z');
  expect(rowsOf(city)).toEqual([]);
  await house.close();
  rmSync(city.folder, { recursive: true });
});

const rowsOf = ({ folder }: City): unknown[] => {
  const database = new DatabaseSync(path.join(folder, 'drafts.sqlite'), { readOnly: true });
  const rows = database.prepare('SELECT draft_id, sealed FROM draft').all();
  database.close();
  return rows;
};

const openDrafts = async ({ api }: City): Promise<DraftStore> => api.nest.get(DRAFTS);
