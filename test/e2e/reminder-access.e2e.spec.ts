import { randomUUID } from 'node:crypto';
import type { FileId } from '@rt/domain';
import type { EventStore } from '@rt/event-store';
import { Handling } from '@rt/handling';
import { actorFor } from '../../apps/api/src/access/authorise';
import { EVENT_STORE } from '../../apps/api/src/ports';
import { Projections } from '../../apps/api/src/projections/projections';
import { KIM, openCity, type City, type CityUser } from './city.fixture';
import { listen } from './listener.fixture';

const DAY = '2026-03-16';
const TEXT = 'Ring utföraren om planen';

const reminderFor = (userId: string) => ({
  type: 'ReminderSet',
  occurredOn: '2026-03-02',
  data: { on: DAY, text: TEXT, userId },
});

/** A reminder and its text are shown only to users who may read the file at that moment. */
describe('a reminder for another user', () => {
  let city: City;
  let anna: CityUser;
  let bo: CityUser;
  let cia: CityUser;
  let elsewhere: CityUser;
  let manager: CityUser;

  beforeEach(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    anna = city.person('hl-farsta-1');
    bo = city.person('hl-farsta-2');
    cia = city.person('hl-farsta-3');
    elsewhere = city.person('hl-ostermalm-1');
    manager = city.person('ec-farsta');
  });
  afterEach(() => city.close());

  const hidden = { ...KIM, name: 'Robin Fördold', protectedIdentity: true };

  /** What a user is told of reminders and persons on the day of the reminder. */
  const shownTo = async (who: CityUser) => {
    city.onDay(DAY);
    const header = { 'x-read-after': '1' };
    const [worklist, notices] = [
      await who.reads('/worklist', header),
      await who.reads('/notices', header),
    ] as const;
    expect([worklist.status, notices.status]).toEqual([200, 200]);
    const lines = worklist.body.lines as { section: string; note: string | null }[];
    const news = notices.body.notices as { kind: string }[];
    return {
      counted: (worklist.body.counts as { reminders: number }).reminders,
      notes: lines.filter(({ section }) => section === 'reminders').map(({ note }) => note),
      notices: news.filter(({ kind }) => kind === 'reminder').length,
      unseen: notices.body.unseen as number,
      names: [worklist, notices].map(({ body }) =>
        Object.values(body.persons as Record<string, { name: string | null }>).map(({ name }) => name),
      ),
    };
  };
  const NOTHING = { counted: 0, notes: [], notices: 0, unseen: 0, names: [[], []] };
  const all = (note: string | null, name: string | null) => ({
    counted: 1,
    notes: [note],
    notices: 1,
    unseen: 1,
    names: [[name], [name]],
  });

  /** Writes a reminder into the store without the write side, as it was stored before users were looked up in the directory. */
  const storedBefore = async (fileId: FileId, userId: string): Promise<void> => {
    const store = city.api.nest.get<EventStore>(EVENT_STORE);
    const stream = `personalFile-${fileId}`;
    const last = (await store.readStream(stream)).at(-1);
    const event = reminderFor(userId);
    const data = { reminderId: randomUUID(), ...event.data };
    const before = last!;
    await store.append(stream, before.revision, [
      { ...before, ...event, id: randomUUID(), commandId: randomUUID(), schemaVersion: 1, data },
    ]);
    await caughtUp();
  };
  const caughtUp = async (): Promise<void> => {
    const last = await city.api.nest.get<EventStore>(EVENT_STORE).lastPosition();
    await city.api.nest.get(Projections).reach(last as string);
  };

  it.each(['hl-ostermalm-1', 'insp-1', 'okänd'])(
    'is refused for %s, who is not of the board',
    async (userId) => {
      const fileId = await anna.opensFile();
      const { status, body } = await anna.writes(`/files/${fileId}/events`, reminderFor(userId));
      expect([status, body.code, body.errors]).toEqual([
        422,
        'NOT_OF_THE_BOARD',
        [expect.objectContaining({ field: 'data.userId', code: 'NOT_OF_THE_BOARD' })],
      ]);
      expect(JSON.stringify(body)).not.toContain(userId);
    },
  );

  it.each([
    ['an open identity', KIM],
    ['a protected identity', hidden],
  ])('of another board, stored earlier, shows nothing of a file with %s', async (_, person) => {
    const fileId = await anna.opensFile(person);
    await storedBefore(fileId, elsewhere.userId);
    city.onDay(DAY);
    expect(await shownTo(elsewhere)).toEqual(NOTHING);
    expect(await shownTo(anna)).toMatchObject({ counted: 0, notices: 0 });
    // The manager of the unit that has the file sees that there is a reminder, so it is not lost.
    expect(await shownTo(manager)).toEqual(all(null, person.name));
  });

  it.each([
    ['an open identity', KIM],
    ['a protected identity', hidden],
  ])('of the same board, in another unit, shows nothing of a file with %s', async (_, person) => {
    const handling = city.api.nest.get(Handling);
    const dan = actorFor({
      userId: 'dan',
      roles: ['caseWorker'],
      unitId: 'farsta-vuxen',
      boardId: 'sdn-farsta',
    });
    const { fileId } = await handling.openFile(dan, randomUUID(), { person });
    await handling.record(dan, fileId, randomUUID(), reminderFor(bo.userId));
    // The first of these readings are made while the read models are still catching up.
    for (let reading = 0; reading < 5; reading++) expect(await shownTo(bo)).toEqual(NOTHING);
    await caughtUp();
    expect(await shownTo(bo)).toEqual(NOTHING);
  });

  it('in the same unit shows all to the colleague, who is told by the events stream', async () => {
    const fileId = await anna.opensFile(hidden);
    city.onDay(DAY);
    const heard = await listen(city.server, bo);
    await anna.records(fileId, reminderFor(bo.userId));
    expect((await heard.until(1))[0]).toMatchObject({ event: 'notice', data: { fileId } });
    heard.leave();
    expect(await shownTo(bo)).toEqual(all(TEXT, hidden.name));
    expect(await shownTo(cia)).toEqual(NOTHING);
  });

  it.each([
    ['an open identity', KIM],
    ['a protected identity', hidden],
  ])('goes with a file with %s to the next case worker when the file is handed over', async (_, person) => {
    const fileId = await anna.opensFile(person);
    const assign = (userId: string, day: string) =>
      manager.records(fileId, {
        type: 'CaseWorkerAssigned',
        occurredOn: day,
        data: { userId, role: 'responsible', from: day },
      });
    await assign(bo.userId, '2026-03-02');
    await bo.records(fileId, reminderFor(bo.userId));
    expect(await shownTo(bo)).toEqual(all(TEXT, person.name));
    await assign(cia.userId, DAY);
    expect((await bo.reads(`/files/${fileId}`)).status).toBe(403);
    expect(await shownTo(bo)).toEqual(NOTHING);
    expect(await shownTo(cia)).toEqual(all(TEXT, person.name));
  });

  it('is closed to a substitute whose time is over', async () => {
    const fileId = await anna.opensFile(hidden);
    await manager.records(fileId, {
      type: 'CaseWorkerAssigned',
      occurredOn: '2026-03-02',
      data: { userId: bo.userId, role: 'substitute', from: '2026-03-02', to: '2026-03-15' },
    });
    await bo.records(fileId, reminderFor(bo.userId));
    expect(await shownTo(bo)).toEqual(NOTHING);
  });
});
