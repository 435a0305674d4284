import { openCity, type City, type CityUser } from './city.fixture';

interface Line {
  readonly section: string;
  readonly id: string;
  readonly note: string | null;
  readonly workerId: string;
  readonly action: { readonly code: string };
}

/** A reminder (bevakning) over HTTP: recorded, in the worklist and among the notices from its day, then moved and done. */
describe('a reminder over HTTP', () => {
  let city: City;
  let anna: CityUser;
  let bo: CityUser;
  let manager: CityUser;
  let fileId: string;
  let reminderId: string;

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    anna = city.person('hl-farsta-1');
    bo = city.person('hl-farsta-2');
    manager = city.person('ec-farsta');
    fileId = await anna.opensFile();
    const { body } = await anna.records(fileId, {
      type: 'ReminderSet',
      occurredOn: '2026-03-02',
      data: { on: '2026-03-16', text: 'Ring utföraren om planen', userId: 'hl-farsta-1' },
    });
    reminderId = (body.events as { ids: Record<string, string> }[])[0]?.ids['reminderId'] as string;
  });
  afterAll(() => city.close());

  const remindersOf = async (who: CityUser, on: string) => {
    const { status, body } = await who.reads(`/worklist?on=${on}`, { 'x-read-after': '1' });
    expect(status).toBe(200);
    return {
      counted: (body.counts as { reminders: number }).reminders,
      lines: (body.lines as Line[]).filter(({ section }) => section === 'reminders'),
    };
  };

  it('is in the worklist from its day on, with its text for the user it is for', async () => {
    expect(await remindersOf(anna, '2026-03-15')).toEqual({ counted: 0, lines: [] });
    for (const day of ['2026-03-16', '2026-08-31'])
      expect(await remindersOf(anna, day)).toMatchObject({
        counted: 1,
        lines: [
          { note: 'Ring utföraren om planen', workerId: 'hl-farsta-1', action: { code: 'ReminderDone' } },
        ],
      });
  });

  it('shows its text to no other user: the manager sees the line, a colleague sees nothing', async () => {
    expect(await remindersOf(manager, '2026-03-16')).toMatchObject({ counted: 1, lines: [{ note: null }] });
    expect((await remindersOf(bo, '2026-03-16')).lines).toEqual([]);
  });

  it('is a notice on its day', async () => {
    const noticesOn = async (day: string) => {
      city.onDay(day);
      const { body } = await anna.reads('/notices', { 'x-read-after': '1' });
      return (body.notices as { kind: string; title: { sv: string } }[]).filter(
        ({ kind }) => kind === 'reminder',
      );
    };
    expect(await noticesOn('2026-03-15')).toEqual([]);
    expect(await noticesOn('2026-03-16')).toHaveLength(1);
  });

  it('leaves the list when it is moved, comes back on the new day, and leaves for good when it is done', async () => {
    city.onDay('2026-03-16');
    const say = (type: string, occurredOn: string, data: object = {}) =>
      anna.records(fileId, { type, occurredOn, data: { reminderId, ...data } });
    await say('ReminderMoved', '2026-03-16', { on: '2026-03-18' });
    expect((await remindersOf(anna, '2026-03-17')).lines).toEqual([]);
    expect((await remindersOf(anna, '2026-03-18')).lines).toMatchObject([
      { note: 'Ring utföraren om planen' },
    ]);
    city.onDay('2026-03-18');
    await say('ReminderDone', '2026-03-18');
    expect((await remindersOf(anna, '2026-03-18')).lines).toEqual([]);
  });
});
