import { randomUUID } from 'node:crypto';
import type { FileId } from '@rt/domain';
import type { EventStore } from '@rt/event-store';
import { streamOfFile } from '@rt/files';
import { v5 } from 'uuid';
import { EVENT_STORE } from '../../apps/api/src/ports';
import { eraseStream } from '@rt/event-store/store.fixture';
import { openCity, type City, type CityUser } from './city.fixture';

const note = { type: 'NoteWritten', occurredOn: '2026-03-02', data: { text: 'Ringde tillbaka.' } };

/** A user without a relation to a file is told nothing about it, not even whether it exists. */
describe('a file that is not the user’s own', () => {
  let city: City;
  let anna: CityUser;
  let stranger: CityUser;
  let others: FileId;
  let erased: FileId;
  let entryId: string;
  const nowhere = randomUUID();

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    anna = city.person('hl-farsta-1');
    stranger = city.person('hl-ostermalm-1');
    others = await anna.opensFile();
    const { body } = await anna.records(others, note);
    entryId = (body.events as { eventId: string }[])[0]?.eventId as string;
    erased = await anna.opensFile();
    await eraseStream(city.api.nest.get<EventStore>(EVENT_STORE), streamOfFile(erased), 0);
  });
  afterAll(() => city.close());

  /** The answer without the id of the request and the id of the file, which the user knows. */
  const told = async (answer: Promise<{ status: number; body: object; headers: object }>) => {
    const { status, body, headers } = await answer;
    return { status, body: { ...body, instance: '' }, etag: (headers as { etag?: string }).etag };
  };
  const READS = ['', '/events', '/replay', '/access-log'];

  it.each(READS)('is answered like one that does not exist: GET %s', async (route) => {
    for (const headers of [{}, { 'x-purpose': 'handling' }] as Record<string, string>[]) {
      const asked = (fileId: string) => told(stranger.reads(`/files/${fileId}${route}`, headers));
      const answer = await asked(nowhere);
      expect(answer.status).toBe(403);
      expect(await asked(others)).toEqual(answer);
      expect(await asked(erased)).toEqual(answer);
    }
  });

  it.each<[name: string, steps: () => unknown]>([
    ['a note', () => note],
    ['several steps', () => [note, note]],
    ['the opening of the file', () => opening],
    ['a correction', () => correctionOf(entryId)],
    ['a step about a thing of the file', () => orderCancelled],
  ])('is answered like one that does not exist: %s', async (_, steps) => {
    for (const headers of [{}, { 'If-Match': '"1"' }, { 'If-Match': '"7"' }] as Record<string, string>[]) {
      const asked = (fileId: string) => told(stranger.writes(`/files/${fileId}/events`, steps(), headers));
      const answer = await asked(nowhere);
      expect(answer).toMatchObject({ status: 403, body: { code: 'NOT_ALLOWED' } });
      expect(await asked(others)).toEqual(answer);
      expect(await asked(erased)).toEqual(answer);
    }
  });

  const opening = {
    type: 'PersonalFileOpened',
    occurredOn: '2026-03-02',
    data: {
      boardId: 'sdn-farsta',
      person: {
        name: 'Kim Exempelsson',
        identity: { kind: 'birthDate', value: '1984-05-17' },
        sex: 'female',
        protectedIdentity: false,
      },
    },
  };
  const correctionOf = (eventId: string) => ({
    type: 'EntryCorrected',
    occurredOn: '2026-03-02',
    data: { eventId, reason: 'fel', data: { nothing: 'of the kind' } },
  });
  const orderCancelled = {
    type: 'OrderCancelled',
    occurredOn: '2026-03-02',
    data: { orderId: randomUUID(), reason: 'fel' },
  };

  it('has an id that does not follow from the user and the idempotency key', async () => {
    const namespace = '6f0c3a52-8f0e-5d1b-9a57-2d1f6f3f7b10';
    const person = opening.data.person;
    const opened = await anna.writes('/files', { person }, { 'Idempotency-Key': '1' });
    const commandId = v5(JSON.stringify([anna.userId, 'files', '1']), namespace);
    const guesses = [commandId, v5('file', commandId), v5(commandId, namespace)];
    expect(guesses).not.toContain(opened.body.fileId);
    const again = await anna.writes('/files', { person }, { 'Idempotency-Key': '1' });
    expect(again.body.fileId).toBe(opened.body.fileId);
  });

  it('is told about to a user who may write in it', async () => {
    const stale = await anna.writes(`/files/${others}/events`, note, { 'If-Match': '"7"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'REVISION_MISMATCH']);
  });
});
