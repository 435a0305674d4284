import { DatabaseSync } from 'node:sqlite';
import path from 'node:path';
import { rebuild, type ReadDatabase } from '@rt/read-models';
import type { EventStore } from '@rt/event-store';
import { RulesetRepository } from '@rt/files';
import { EVENT_STORE, READ_DATABASE } from '../../apps/api/src/ports';
import { fromApplicationToOrder, openCity, type CaseIds, type City, type CityUser } from './city.fixture';
import { listen } from './listener.fixture';

interface Notice {
  readonly id: string;
  readonly kind: string;
  readonly rule: string | null;
  readonly seen: boolean;
  readonly appearsOn: string;
  readonly endedOn: string | null;
}

/** Notices: to which users they come, when, and that each comes once. */
describe('notices', () => {
  let city: City;
  let anna: CityUser;
  let bo: CityUser;
  let manager: CityUser;
  let fileId: string;
  let ids: CaseIds;

  beforeEach(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    anna = city.person('hl-farsta-1');
    bo = city.person('hl-farsta-2');
    manager = city.person('ec-farsta');
    fileId = await anna.opensFile();
    const whole = fromApplicationToOrder('hl-farsta-1');
    ids = whole.ids;
    await anna.records(fileId, whole.steps);
  });
  afterEach(() => city.close());

  const asked = async (person: CityUser, query = '') => {
    const { status, body } = await person.reads(`/notices${query}`);
    expect(status).toBe(200);
    return body as { on: string; unseen: number; notices: Notice[]; next: string | null };
  };
  const ofPlan = async (person: CityUser) =>
    (await asked(person)).notices
      .filter(({ rule }) => rule === 'plan-due')
      .map(({ kind, appearsOn, endedOn }) => [kind, appearsOn, endedOn]);
  const seen = (person: CityUser, noticeIds: unknown) => person.writes('/notices/seen', { noticeIds });

  it('come to the worker and the manager three days before the day and on the day after, and to no other user', async () => {
    city.onDay('2026-03-13');
    expect(await ofPlan(anna)).toEqual([]);
    city.onDay('2026-03-14');
    expect(await ofPlan(anna)).toEqual([['deadlineNear', '2026-03-14', null]]);
    city.onDay('2026-03-18');
    const both = [
      ['gap', '2026-03-18', null],
      ['deadlineNear', '2026-03-14', '2026-03-18'],
    ];
    expect(await ofPlan(anna)).toEqual(both);
    expect(await ofPlan(manager)).toEqual(both);
    for (const userId of ['hl-farsta-2', 'hl-ostermalm-1', 'ec-ostermalm'])
      expect((await asked(city.person(userId))).notices).toEqual([]);
    expect((await city.person('insp-1').reads('/notices')).status).toBe(403);
    city.onDay('2026-04-15');
    expect(await ofPlan(anna)).toEqual([['gap', '2026-03-18', null]]);
  });

  it('are seen when the user marks them, once and for good; reading the list marks nothing', async () => {
    city.onDay('2026-03-18');
    const before = await asked(anna);
    expect(before.unseen).toBe(before.notices.filter(({ endedOn }) => endedOn === null).length);
    expect((await asked(anna)).unseen).toBe(before.unseen);
    const [gap] = before.notices.filter(({ kind, rule }) => kind === 'gap' && rule === 'plan-due');
    for (let times = 0; times < 2; times += 1) expect((await seen(anna, [gap?.id])).status).toBe(204);
    const after = await asked(anna);
    expect(after.unseen).toBe(before.unseen - 1);
    expect(after.notices.filter((notice) => notice.seen).map(({ id }) => id)).toEqual([gap?.id]);
    expect((await asked(anna, '?show=unseen')).notices.map(({ id }) => id)).not.toContain(gap?.id);
    expect((await asked(manager)).unseen).toBe(before.unseen);
    const [store, db] = [
      city.api.nest.get<EventStore>(EVENT_STORE),
      city.api.nest.get<ReadDatabase>(READ_DATABASE),
    ];
    await rebuild({ store, db, ruleset: city.api.nest.get(RulesetRepository) });
    expect(await asked(anna)).toEqual(after);
  });

  it('are marked only by the user whose notices they are, and a body that is no list of ids is refused', async () => {
    city.onDay('2026-03-18');
    const [{ id } = { id: '' }] = (await asked(anna)).notices;
    expect((await seen(bo, [id])).status).toBe(204);
    const marks = new DatabaseSync(path.join(city.folder, 'seen-notices.sqlite'), { readOnly: true });
    expect(marks.prepare('SELECT count(*) AS count FROM seen_notice').get()).toEqual({ count: 0 });
    marks.close();
    for (const wrong of [undefined, 'x', id, [1], ['198405179808'], Array(501).fill(id), { 0: id }]) {
      const answer = await seen(anna, wrong);
      expect([answer.status, answer.body.errors]).toMatchObject([
        400,
        [{ field: 'noticeIds', code: 'noticeIds' }],
      ]);
    }
  });

  it('move with the file, and are unseen for the new case worker', async () => {
    city.onDay('2026-03-18');
    const { notices, unseen } = await asked(anna);
    await seen(
      anna,
      notices.map(({ id }) => id),
    );
    const { body } = await manager.records(fileId, {
      type: 'CaseWorkerAssigned',
      occurredOn: '2026-03-18',
      data: { userId: 'hl-farsta-2', role: 'responsible', from: '2026-03-18' },
    });
    const moved = await bo.reads('/notices', { 'X-Read-After': body.position as string });
    expect(moved.body.unseen).toBeGreaterThanOrEqual(unseen);
    expect(moved.body.notices.map(({ id }: Notice) => id)).toEqual(
      expect.arrayContaining(notices.map(({ id }) => id)),
    );
    expect((await asked(anna)).notices).toEqual([]);
  });

  it('come page by page, the newest first, each on one page', async () => {
    for (let files = 0; files < 2; files += 1)
      await anna.records(await anna.opensFile(), fromApplicationToOrder('hl-farsta-1').steps);
    city.onDay('2026-03-18');
    const all = (await asked(anna, '?limit=500')).notices;
    expect(all.length).toBeGreaterThan(4);
    expect(all.map(({ appearsOn }) => appearsOn)).toEqual(
      all
        .map(({ appearsOn }) => appearsOn)
        .sort()
        .reverse(),
    );
    const pages: Notice[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Awaited<ReturnType<typeof asked>> = await asked(
        anna,
        `?limit=2${next && `&cursor=${next}`}`,
      );
      pages.push(...page.notices);
      next = page.next;
    }
    expect(pages).toEqual(all);
    expect((await anna.reads('/notices?cursor=eA')).status).toBe(400);
    expect((await anna.reads('/notices?show=198405179808')).status).toBe(400);
  });

  it('are sent once on the events stream when they come, to the users they are for', async () => {
    const [hers, his] = [await listen(city.server, anna), await listen(city.server, bo)];
    const call = {
      type: 'ContactMade',
      caseId: ids.caseId,
      occurredOn: '2026-02-27',
      data: {
        withPerson: false,
        partyIds: [ids.brother],
        direction: 'out',
        channel: 'phone',
        subjects: ['measure'],
        purpose: 'Tid för hembesök.',
        disclosed: true,
        ground: null,
      },
    };
    const recorded = await anna.writes(`/files/${fileId}/events`, call);
    expect([recorded.status, recorded.body.errors ?? []]).toEqual([201, []]);
    const items = await hers.until(2);
    expect(items.map(({ event }) => event)).toEqual(['file', 'notice']);
    const { notices } = await asked(anna);
    const violation = notices.find(({ kind }) => kind === 'violation');
    expect(violation).toMatchObject({ rule: 'contact-relative-without-consent', appearsOn: '2026-03-02' });
    expect(items[1]?.data).toEqual({ noticeId: violation?.id, fileId });
    await anna.records(fileId, { type: 'NoteWritten', occurredOn: '2026-03-02', data: { text: 'Ringde.' } });
    await bo.opensFile();
    expect((await hers.until(3)).map(({ event }) => event)).toEqual(['file', 'notice', 'file']);
    expect((await his.until(1)).map(({ event }) => event)).toEqual(['file']);
    for (const each of [hers, his]) each.leave();
  });
});
