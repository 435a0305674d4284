import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FileId } from '@rt/domain';
import request, { type Response } from 'supertest';
import { openApi, type Api } from '../../apps/api/src/open-api';
import { fromApplicationToOrder, KIM, openCity, settingsFor, threadArgs, type City } from './city.fixture';
import { listen } from './listener.fixture';

const REVIEW = JSON.parse(
  readFileSync(path.join(__dirname, '../../docs/walk-through/review.json'), 'utf8'),
) as object;

/** Two servers on one data folder: one writes, the other only reads, and neither notifies the other. */
describe('X-Read-After', () => {
  let city: City;
  let other: Api;
  let worker: string;
  let manager: string;
  let inspector: string;
  let approver: string;
  const now = '2026-03-18T11:00:00.000Z';

  beforeAll(async () => {
    city = await openCity({ logLevel: 'silent' });
    city.onDay('2026-03-18');
    const settings = settingsFor(city.folder, { logLevel: 'silent' }, now);
    other = await openApi(settings, { mode: 'read', threadArgs });
    const server = other.nest.getHttpServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // The sessions of the first server are valid for the second, because the servers share the session store.
    worker = await city.person('hl-farsta-1').cookie();
    manager = await city.person('ec-farsta').cookie();
    inspector = await city.person('insp-1').cookie();
    approver = await city.person('godk-1').cookie();
  });
  afterAll(async () => {
    await other.close();
    await city.close();
  });

  const readsCases = async (after: string): Promise<Response> =>
    request(other.nest.getHttpServer())
      .get('/api/v1/cases')
      .set('Cookie', manager)
      .set('X-Read-After', after);

  /** Writes through the first server and waits for the answer, but not for any projection. */
  const writes = async (address: string, body: object, cookie = worker): Promise<Response> => {
    const asked = request(city.server).post(`/api/v1${address}`).set('Cookie', cookie);
    const answer = await asked.set('Idempotency-Key', randomUUID()).send(body);
    expect([answer.status, answer.body.errors ?? []]).toEqual([201, []]);
    return answer;
  };
  let opened = 0;
  const opensCase = async (fileId: FileId): Promise<string> => {
    const data = { caseId: randomUUID(), caseNumber: `2026-${++opened}`, measure: 'ledsagarservice' };
    const { body } = await writes(`/files/${fileId}/events`, {
      type: 'CaseOpened',
      occurredOn: '2026-02-09',
      data,
    });
    return body.position as string;
  };

  it('delays a read until the read models hold what another process wrote, every time', async () => {
    const { body } = await writes('/files', { person: KIM });
    for (let cases = 1; cases <= 10; cases += 1) {
      const position = await opensCase(body.fileId as FileId);
      const answer = await readsCases(position);
      expect([answer.status, answer.body.count]).toEqual([200, cases]);
    }
  });

  it('answers at once for an earlier position', async () => {
    for (const earlier of ['0', '1']) expect((await readsCases(earlier)).status).toBe(200);
  });

  it.each([
    ['99999999999999999999', 'unknownPosition'],
    ['00000000000000000001', 'unknownPosition'],
    ['-1', 'position'],
    ['1e3', 'position'],
    ['999999999999999999999', 'position'],
    ['1, 2', 'position'],
    ['', 'position'],
  ])('refuses «%s», which no write has answered with, at once', async (position, code) => {
    const began = performance.now();
    const { status, body } = await readsCases(position);
    expect([status, body.code]).toEqual([400, 'BAD_REQUEST']);
    expect(body.errors).toMatchObject([{ field: 'X-Read-After', code }]);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('lets an inspector open what was just drawn, on the other server too; a closing needs no waiting', async () => {
    const { body } = await writes('/files', { person: KIM });
    const fileId = body.fileId as FileId;
    const { steps } = fromApplicationToOrder('hl-farsta-1');
    const { position } = (await writes(`/files/${fileId}/events`, steps as object)).body as {
      position: string;
    };
    const opens = async (after?: string): Promise<number> => {
      const asked = request(other.nest.getHttpServer())
        .get(`/api/v1/files/${fileId}`)
        .set('Cookie', inspector);
      return (await (after === undefined ? asked : asked.set('X-Read-After', after))).status;
    };
    expect(await opens(position)).toBe(403);
    for (const reviewId of ['vaar', 'sommar', 'host']) {
      const review = { ...REVIEW, reviewId };
      await writes('/reviews', review, inspector);
      await writes(`/reviews/${reviewId}/approval`, {}, approver);
      const said = { spoken: '4 6 1', spokenBy: 'godk-1' };
      const drawn = await writes(`/reviews/${reviewId}/sample`, said, inspector);
      expect(await opens(drawn.body.position as string)).toBe(200);
      await writes(`/reviews/${reviewId}/closure`, {}, inspector);
      await writes(`/reviews/${reviewId}/closure/approval`, {}, approver);
      expect(await opens()).toBe(403);
    }
  });

  it('is not needed for the events stream, which tells what another process wrote', async () => {
    const { body } = await writes('/files', { person: KIM });
    const heard = await listen(other.nest.getHttpServer(), { cookie: async () => manager });
    const position = await opensCase(body.fileId as FileId);
    const [item] = await heard.until(1);
    heard.leave();
    expect(item).toEqual({ event: 'file', data: { fileId: body.fileId, position } });
  });
});
