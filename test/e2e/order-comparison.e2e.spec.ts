import { randomUUID } from 'node:crypto';
import type { FileId } from '@rt/domain';
import { fromApplicationToOrder, openCity, type CaseIds, type City, type CityUser } from './city.fixture';

/** The answer that the page of a plan against its order is made from. */
describe('an order held against its plans', () => {
  let city: City;
  let anna: CityUser;
  let fileId: FileId;
  let ids: CaseIds;
  const [first, second] = [randomUUID(), randomUUID()];

  const plan = (planId: string, some: object = {}) => ({
    type: 'PlanReceived',
    occurredOn: '2026-03-10',
    caseId: ids.caseId,
    data: {
      planId,
      orderId: ids.orderId,
      task: 'Ledsaga till simhallen',
      goals: [],
      activities: [],
      extent: { amount: 10, unit: 'hours', per: 'month', activities: [] },
      personTookPart: true,
      ...some,
    },
  });
  const compared = async (query = '', userId = 'hl-farsta-1', headers = {}) =>
    city.person(userId).reads(`/files/${fileId}/orders/${ids.orderId}/comparison${query}`, headers);

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    anna = city.person('hl-farsta-1');
    fileId = await anna.opensFile();
    const made = fromApplicationToOrder('hl-farsta-1');
    ids = made.ids;
    await anna.records(fileId, made.steps);
    city.onDay('2026-03-18');
  });
  afterAll(() => city.close());

  it('says that no plan has come', async () => {
    const { body } = await compared();
    expect(body).toMatchObject({ plan: null, plans: [], pairs: [], content: [], hours: { planned: null } });
  });

  it('tells every part of the order and of the newest plan, with the words and the amounts', async () => {
    await anna.records(fileId, plan(first));
    const { body: before } = await compared();
    const [goal] = before.order.goals as { goalId: string; text: string }[];
    await anna.records(
      fileId,
      plan(second, {
        task: 'Något helt annat',
        goals: [{ goalId: randomUUID(), orderGoalId: goal?.goalId, text: `${goal?.text} i sällskap` }],
      }),
    );
    const { body } = await compared();
    expect(body.plans).toMatchObject([{ planId: second, standing: 'received' }, { planId: first }]);
    expect(body.plan.planId).toBe(second);
    expect(
      (body.pairs as { part: string; compared: string }[]).map(({ part, compared }) => [part, compared]),
    ).toEqual([
      ['task', 'changed'],
      ['purpose', 'missing'],
      ['goal', 'reworded'],
      ...before.order.goals.slice(1).map(() => ['goal', 'missing']),
    ]);
    const { words } = body.pairs[2].planned[0] as { words: { side: string; text: string }[] };
    expect(words).toEqual([
      { side: 'both', text: goal?.text },
      { side: 'plan', text: ' i sällskap' },
    ]);
    expect(body.hours).toMatchObject({ compared: 'changed', planned: { amount: 10 } });
    expect(body.hours.more).toBe(10 - body.hours.ordered.amount);
    expect(
      (body.content as { part: string; stated: boolean }[]).find(({ part }) => part === 'activitiesStated'),
    ).toMatchObject({
      stated: false,
    });
    // An older plan can be looked at too.
    expect((await compared(`?plan=${first}`)).body.pairs[0].planned[0].text).toBe('Ledsaga till simhallen');
  });

  it('follows what is recorded: approved, taken up again, the order changed, a plan retracted', async () => {
    const about = (type: string, data: object) =>
      anna.records(fileId, { type, occurredOn: '2026-03-18', caseId: ids.caseId, data });
    await about('PlanApproved', { planId: second, approvedBy: 'hl-farsta-1' });
    expect((await compared()).body.plans[0]).toMatchObject({ standing: 'approved', since: '2026-03-18' });
    await about('PlanReturned', { planId: second, reasons: ['Timmarna är för få.'] });
    expect((await compared()).body.plans[0]).toMatchObject({ standing: 'returned' });

    const { measure, from } = (await anna.reads(`/files/${fileId}`)).body.facts.things.order[0].data;
    await about('OrderRevised', {
      ...{ orderId: ids.orderId, measure, from, task: 'Något helt annat', goals: [] },
      extent: { amount: 10, unit: 'hours', per: 'month', activities: [] },
    });
    const { body } = await compared();
    expect(body.order.revisedOn).toBe('2026-03-18');
    expect([body.pairs[0].compared, body.hours.compared, body.hours.more]).toEqual(['same', 'same', null]);
    expect(body.pairs.at(-1)).toMatchObject({ part: 'goal', compared: 'added', ordered: null });

    const { events } = (await anna.reads(`/files/${fileId}/events?limit=1000`)).body as { events: unknown };
    const received = (events as { type: string; eventId: string; data: { planId?: string } }[]).find(
      ({ type, data }) => type === 'PlanReceived' && data.planId === second,
    );
    await about('EntryRetracted', { eventId: received?.eventId, kind: 'wrongFile', reason: 'Fel akt' });
    expect((await compared()).body.plan.planId).toBe(first);
    expect((await compared(`?plan=${second}`)).status).toBe(404);
  });

  it('is a reading of the file: with its permission, its purpose and its entry in the log', async () => {
    expect((await compared('', 'hl-sodermalm-1')).status).toBe(403);
    expect((await compared('', 'hl-farsta-2')).body.code).toBe('PURPOSE_REQUIRED');
    expect((await compared('', 'hl-farsta-2', { 'X-Purpose': 'handling' })).status).toBe(200);
    expect((await compared('?plan=x')).body.code).toBe('INVALID_QUERY');
    const stranger = await anna.reads(`/files/${fileId}/orders/${randomUUID()}/comparison`);
    expect(stranger.status).toBe(404);
    const { entries } = (
      await city.person('ec-farsta').reads(`/files/${fileId}/access-log`, { 'X-Purpose': 'quality' })
    ).body as { entries: { scope?: string; userId: string }[] };
    expect(entries.filter(({ scope }) => scope === 'comparison').map(({ userId }) => userId)).toContain(
      'hl-farsta-2',
    );
  });
});
