import { addDays, on } from '@rt/domain';
import { fromApplicationToOrder, openCity, type City, type CityUser } from './city.fixture';

/** While a case worker is away a stand-in has the files, from the first day through the last, without any event on those days. */
describe('an absence over HTTP', () => {
  let city: City;
  let anna: CityUser;
  let bo: CityUser;
  let manager: CityUser;
  let fileId: string;
  let absenceId: string;

  const unit = '/units/farsta';
  const note = (day: string) => ({ type: 'NoteWritten', occurredOn: day, data: { text: 'Ringde upp.' } });
  const absent = (data: object = {}) => ({
    type: 'WorkerAbsent',
    data: {
      userId: 'hl-farsta-1',
      substituteId: 'hl-farsta-2',
      from: '2026-03-10',
      to: '2026-03-20',
      ...data,
    },
  });

  beforeAll(async () => {
    city = await openCity();
    city.onDay('2026-03-02');
    anna = city.person('hl-farsta-1');
    bo = city.person('hl-farsta-2');
    manager = city.person('ec-farsta');
    fileId = await anna.opensFile();
    await anna.records(fileId, fromApplicationToOrder('hl-farsta-1').steps);
    const answer = await manager.writes(`${unit}/events`, absent());
    expect(answer.status).toBe(201);
    absenceId = answer.body.events[0].eventId;
  });
  afterAll(() => city.close());

  /** What bo sees of the file and of all lists on a day, and whether bo may write in it. */
  const seenBy = async (user: CityUser, day: string) => {
    city.onDay(day);
    const file = await user.reads(`/files/${fileId}`);
    const listed = async (address: string, lines: string) =>
      ((await user.reads(address)).body[lines] as { fileId: string }[]).some(
        (line) => line.fileId === fileId,
      );
    return {
      file: file.body.as?.relation ?? file.body.code,
      worklist: await listed('/worklist?limit=500', 'lines'),
      cases: await listed('/cases', 'cases'),
      findings: await listed('/findings', 'findings'),
      notices: await listed('/notices', 'notices'),
      write: (await user.writes(`/files/${fileId}/events`, note(day))).status,
    };
  };
  const all = (theirs: boolean) => ({
    worklist: theirs,
    cases: theirs,
    findings: theirs,
    notices: theirs,
    write: theirs ? 201 : 403,
  });

  it('gives the stand-in the files from its first day through its last, and the absent worker keeps them', async () => {
    for (const [day, theirs] of [
      ['2026-03-09', false],
      ['2026-03-10', true],
      ['2026-03-20', true],
      ['2026-03-21', false],
    ] as const) {
      const expected = { file: theirs ? 'substitute' : 'PURPOSE_REQUIRED', ...all(theirs) };
      expect([day, await seenBy(bo, day)]).toEqual([day, expected]);
      expect([day, await seenBy(anna, day)]).toEqual([day, { file: 'assigned', ...all(true) }]);
    }
  });

  it('is listed for the manager, and can be changed and withdrawn', async () => {
    city.onDay('2026-03-09');
    const listed = async () => (await manager.reads(`${unit}/absences`)).body.absences;
    const here = { absenceId, userId: 'hl-farsta-1', substituteId: 'hl-farsta-2' };
    expect(await listed()).toEqual([{ ...here, firstDay: '2026-03-10', lastDay: '2026-03-20' }]);
    const change = {
      type: 'AbsenceChanged',
      data: { absenceId, substituteId: 'hl-farsta-3', from: '2026-03-11' },
    };
    expect((await manager.writes(`${unit}/events`, change)).status).toBe(201);
    expect(await listed()).toEqual([
      {
        absenceId,
        userId: 'hl-farsta-1',
        substituteId: 'hl-farsta-3',
        firstDay: '2026-03-11',
        lastDay: null,
      },
    ]);
    const cia = city.person('hl-farsta-3');
    expect(await seenBy(cia, '2026-03-11')).toEqual({ file: 'substitute', ...all(true) });
    expect(await seenBy(bo, '2026-03-11')).toMatchObject(all(false));
    const withdrawal = { type: 'AbsenceWithdrawn', data: { absenceId } };
    expect((await manager.writes(`${unit}/events`, withdrawal)).status).toBe(201);
    expect(await listed()).toEqual([]);
    expect(await seenBy(cia, '2026-03-11')).toMatchObject(all(false));
  });

  it('is refused in words: for strangers, for other units, and for nobody at all', async () => {
    const codes = async (body: unknown, user = manager, address = unit) => {
      const { status, body: problem } = await user.writes(`${address}/events`, body);
      return [status, problem.code, problem.errors[0]?.field];
    };
    expect(await codes(absent({ userId: 'hl-ostermalm-1' }))).toEqual([
      422,
      'NOT_OF_THE_BOARD',
      'data.userId',
    ]);
    expect(await codes(absent({ userId: 'nobody-9' }))).toEqual([422, 'NOT_OF_THE_BOARD', 'data.userId']);
    expect(await codes(absent({ userId: 'ec-farsta' }))).toEqual([422, 'NOT_A_CASE_WORKER', 'data.userId']);
    expect(await codes(absent({ substituteId: 'ec-farsta' }))).toEqual([
      422,
      'NOT_A_CASE_WORKER',
      'data.substituteId',
    ]);
    expect(await codes(absent({ substituteId: 'hl-farsta-1' }))).toEqual([
      422,
      'STANDS_IN_FOR_SELF',
      'data.substituteId',
    ]);
    expect(await codes(absent({ to: addDays(on('2026-03-10'), -1) }))).toEqual([
      422,
      'END_BEFORE_START',
      'data.to',
    ]);
    const unknown = { type: 'AbsenceWithdrawn', data: { absenceId: fileId } };
    expect(await codes(unknown)).toEqual([422, 'UNKNOWN_ABSENCE', 'data.absenceId']);
    expect(await codes(absent(), anna)).toEqual([403, 'NOT_ALLOWED', '']);
    expect(await codes(absent(), manager, '/units/ostermalm')).toEqual([403, 'NOT_ALLOWED', '']);
    expect((await anna.reads(`${unit}/absences`)).status).toBe(403);
    expect((await manager.reads('/units/ostermalm/absences')).status).toBe(403);
  });

  it('is recorded once, however often it is sent', async () => {
    city.onDay('2026-04-01');
    const key = { 'Idempotency-Key': 'away-1' };
    const body = absent({ from: '2026-04-10', to: '2026-04-12' });
    const [first, again] = [
      await manager.writes(`${unit}/events`, body, key),
      await manager.writes(`${unit}/events`, body, key),
    ];
    expect(again.body).toEqual(first.body);
    expect((await manager.reads(`${unit}/absences`)).body.absences).toHaveLength(1);
    const other = await manager.writes(`${unit}/events`, absent({ from: '2026-05-01' }), key);
    expect(other.body.code).toBe('KEY_REUSED');
  });
});
