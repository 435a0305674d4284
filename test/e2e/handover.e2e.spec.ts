import { randomUUID } from 'node:crypto';
import { fromApplicationToOrder, openCity, type City, type CityUser } from './city.fixture';

/** The manager sees what is open in a worker's files, and hands over many of them at once. */
describe('handing over files over HTTP', () => {
  let city: City;
  let anna: CityUser;
  let manager: CityUser;
  let files: string[];

  const handovers = '/units/farsta/handovers';
  const to = (userId: string, ...ids: readonly string[]) => ({
    occurredOn: '2026-03-18',
    from: '2026-03-20',
    files: ids.map((fileId) => ({ fileId, userId })),
  });
  const filesOf = async (query: string, user = manager) => {
    const { status, body } = await user.reads(`/files?${query}`);
    return status === 200 ? body.files : body.code;
  };

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    anna = city.person('hl-farsta-1');
    manager = city.person('ec-farsta');
    files = [];
    for (const number of [1, 2, 3]) {
      const fileId = await anna.opensFile({
        name: `Kim Exempelsson ${'I'.repeat(number)}`,
        identity: { kind: 'birthDate', value: `1984-05-1${number}` },
        sex: 'female',
        protectedIdentity: false,
      });
      await anna.records(fileId, fromApplicationToOrder('hl-farsta-1').steps);
      files.push(fileId);
    }
    city.onDay('2026-03-18');
  });
  afterAll(() => city.close());

  it('begins with the files of a worker, and what is open in them', async () => {
    const found = await filesOf('worker=hl-farsta-1');
    expect(found.map(({ fileId }: { fileId: string }) => fileId)).toEqual([...files].sort());
    expect(found[0]).toMatchObject({
      workerId: 'hl-farsta-1',
      unitId: 'farsta',
      openCases: 1,
      open: { overdue: 3 },
    });
    const [first] = (await manager.reads('/files?worker=hl-farsta-1&limit=2')).body.files;
    expect(first.fileId).toBe([...files].sort()[0]);
    expect(await filesOf('worker=hl-farsta-2', anna)).toBe('NOT_ALLOWED');
    expect(await filesOf('', anna)).toHaveLength(3);
  });

  it('tells of each file what came of it, and leaves the others as they are', async () => {
    const [one, two] = files as [string, string, string];
    const none = randomUUID();
    const key = { 'Idempotency-Key': 'handover-1' };
    const body = {
      ...to('hl-farsta-2', one, none),
      files: [
        { fileId: one, userId: 'hl-farsta-2' },
        { fileId: none, userId: 'hl-farsta-2' },
        { fileId: two, userId: 'ec-farsta' },
      ],
    };
    const answer = await manager.writes(handovers, body, key);
    expect(answer.status).toBe(201);
    expect(answer.body.files).toMatchObject([
      { fileId: one, refused: null },
      { fileId: none, eventId: null, refused: { code: 'NOT_ALLOWED' } },
      { fileId: two, eventId: null, refused: { code: 'NOT_A_CASE_WORKER' } },
    ]);
    const again = await manager.writes(handovers, body, key);
    expect(again.body.files).toEqual(answer.body.files);
    expect((await filesOf('worker=hl-farsta-2')).length).toBe(0);
    city.onDay('2026-03-20');
    expect(await filesOf('worker=hl-farsta-2')).toMatchObject([{ fileId: one, heldFrom: '2026-03-20' }]);
    expect(await filesOf('worker=hl-farsta-1')).toHaveLength(2);
    expect((await anna.reads(`/files/${one}`)).status).toBe(403);
  });

  it('is refused for a manager of another unit, and for a case worker of another board', async () => {
    const [, , three] = files as [string, string, string];
    const refused = (await manager.writes(handovers, to('hl-ostermalm-1', three))).body.files[0].refused;
    expect(refused).toMatchObject({ code: 'NOT_OF_THE_BOARD' });
    const elsewhere = city.person('ec-ostermalm');
    expect((await elsewhere.writes(handovers, to('hl-ostermalm-1', three))).body.code).toBe('NOT_ALLOWED');
    const own = await elsewhere.writes('/units/ostermalm/handovers', to('hl-ostermalm-1', three));
    expect(own.body.files).toMatchObject([{ eventId: null, refused: { code: 'NOT_ALLOWED' } }]);
    expect((await anna.writes(handovers, to('hl-farsta-2', three))).status).toBe(403);
  });

  it('lists the files that nobody has', async () => {
    expect(await filesOf('held=nobody')).toEqual([]);
    const fileId = await anna.opensFile({
      name: 'Kim Exempelsson V',
      identity: { kind: 'birthDate', value: '1984-05-15' },
      sex: 'female',
      protectedIdentity: false,
    });
    const assigned = { userId: 'hl-farsta-1', role: 'responsible', from: '2026-03-20', to: '2026-03-21' };
    await manager.records(fileId, { type: 'CaseWorkerAssigned', occurredOn: '2026-03-20', data: assigned });
    city.onDay('2026-03-22');
    expect(await filesOf('held=nobody')).toMatchObject([{ fileId, workerId: null, openCases: 0 }]);
    expect(await filesOf('held=nobody', anna)).toEqual([]);
  });
});
