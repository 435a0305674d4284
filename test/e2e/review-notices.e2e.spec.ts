import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fromApplicationToOrder, openCity, type City, type CityUser } from './city.fixture';
import { listen } from './listener.fixture';

const plan = JSON.parse(
  readFileSync(path.join(__dirname, '../../docs/walk-through/review.json'), 'utf8'),
) as Record<string, unknown>;
const address = `/reviews/${plan.reviewId as string}`;

interface Told {
  readonly id: string;
  readonly eventType: string;
  readonly seen: boolean;
}

/** The managers of the units that a review reaches are told when it is approved and when it is closed. */
describe('notices of reviews', () => {
  let city: City;
  let manager: CityUser;
  let inspector: CityUser;
  let approver: CityUser;

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    [manager, inspector, approver] = ['ec-farsta', 'insp-1', 'godk-1'].map((id) => city.person(id)) as [
      CityUser,
      CityUser,
      CityUser,
    ];
    const worker = city.person('hl-farsta-1');
    const fileId = await worker.opensFile();
    await worker.records(fileId, fromApplicationToOrder('hl-farsta-1').steps);
  });
  afterAll(() => city.close());

  const asked = async (who: CityUser, query = '') => {
    const { status, body } = await who.reads(`/notices${query}`);
    expect(status).toBe(200);
    return body as { unseen: number; reviews: Told[] };
  };
  const told = async (who: CityUser) => (await asked(who)).reviews.map(({ eventType }) => eventType);

  it('come to the manager of the unit when it is approved, at once, and to no other user', async () => {
    await inspector.writes('/reviews', plan);
    expect(await told(manager)).toEqual([]);
    const [hers, others] = [
      await listen(city.server, manager),
      await listen(city.server, city.person('ec-ostermalm')),
    ];
    const before = (await asked(manager)).unseen;
    await approver.writes(`${address}/approval`, {});
    const [heard] = await hers.until(1);
    const { reviews, unseen } = await asked(manager);
    expect(reviews).toEqual([
      {
        id: expect.any(String),
        reviewId: plan.reviewId,
        unitId: 'farsta',
        eventType: 'ReviewApproved',
        title: { sv: 'Granskning godkänd', en: 'Review approved' },
        reviewTitle: plan.title,
        appearsOn: '2026-03-02',
        seen: false,
      },
    ]);
    expect(unseen).toBe(before + 1);
    expect(heard).toEqual({ event: 'notice', data: { noticeId: reviews[0]!.id } });
    expect(others.items).toEqual([]);
    for (const other of ['ec-ostermalm', 'hl-farsta-1'])
      expect([other, await told(city.person(other))]).toEqual([other, []]);
    hers.leave();
    others.leave();
  });

  it('are marked as seen like the others', async () => {
    const { reviews, unseen } = await asked(manager);
    await manager.writes('/notices/seen', { noticeIds: [reviews[0]!.id] });
    const after = await asked(manager);
    expect([after.unseen, after.reviews.map(({ seen }) => seen)]).toEqual([unseen - 1, [true]]);
    expect((await asked(manager, '?show=unseen')).reviews).toEqual([]);
  });

  it('come again when the review is closed; whoever was away reloads', async () => {
    await inspector.writes(`${address}/sample`, { spoken: '4 6 1', spokenBy: 'godk-1' });
    const away = await listen(city.server, manager);
    const place = away.lastId as string;
    away.leave();
    city.onDay('2026-03-03');
    await inspector.writes(`${address}/closure`, {});
    expect(await told(manager)).toEqual(['ReviewApproved']);
    await approver.writes(`${address}/closure/approval`, {});
    expect(await told(manager)).toEqual(['ReviewClosed', 'ReviewApproved']);
    const back = await listen(city.server, manager, { 'Last-Event-ID': place });
    expect((await back.until(1))[0]?.event).toBe('resync');
    back.leave();
  });

  it('a review that was closed without an approval reached nobody, and nobody is told', async () => {
    await inspector.writes('/reviews', { ...plan, reviewId: 'ogjord' });
    await inspector.writes('/reviews/ogjord/closure', {});
    expect(await told(manager)).toEqual(['ReviewClosed', 'ReviewApproved']);
  });
});
