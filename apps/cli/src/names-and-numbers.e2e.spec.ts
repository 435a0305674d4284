import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CommandLine } from './command-line.fixture';

const WALK_THROUGH = path.join(__dirname, '../../../docs/walk-through');
const given = (name: string) => readFileSync(path.join(WALK_THROUGH, name), 'utf8');
const CASE = '5b1d9a52-6c0e-4f0b-9a55-0d0f6f3c1a01';
const NUMBER = (JSON.parse(given('1-application-to-order.json')) as { data: { caseNumber?: string } }[]).find(
  ({ data }) => data.caseNumber !== undefined,
)?.data.caseNumber as string;

describe('names and case numbers on the command line', () => {
  const rt = new CommandLine();
  let fileId: string;

  beforeAll(async () => {
    const now = '2026-03-02T15:00:00.000Z';
    const opened = await rt.json<{ fileId: string }>(['open', '--unit', 'farsta', '--board', 'sdn-farsta'], {
      now: '2026-02-09T09:00:00.000Z',
      stdin: given('person.json'),
    });
    fileId = opened.fileId;
    const recorded = await rt.run(['record', fileId], { now, stdin: given('1-application-to-order.json') });
    expect(recorded.exitCode).toBe(0);
  });
  afterAll(() => rt.end());

  it.each([
    ['the id of the file', () => fileId],
    ['the id of a case', () => CASE],
    ['the number of a case', () => NUMBER],
    ['the number with blanks and capitals', () => ` ${NUMBER.toUpperCase()} `],
  ])('a file is meant by %s', async (_, meant) => {
    for (const command of ['file', 'history'])
      expect((await rt.json<{ fileId: string }>([command, meant()])).fileId).toBe(fileId);
  });

  it('a case is replayed, and a step is recorded, by the case number', async () => {
    const replayed = await rt.json<{ caseId: string }>(['replay', NUMBER, '--as-of', '2026-03-02']);
    expect(replayed.caseId).toBe(CASE);
    const step = { type: 'NoteWritten', occurredOn: '2026-03-03', data: { text: 'Ringde tillbaka.' } };
    const { exitCode } = await rt.run(['record', NUMBER], { now: '2026-03-03T09:00:00.000Z', stdin: step });
    expect(exitCode).toBe(0);
    const { events } = await rt.json<{ events: { type: string }[] }>(['history', NUMBER]);
    expect(events.at(-1)?.type).toBe('NoteWritten');
  });

  it.each(['19840517-1234', 'SN-1999/0001', 'Kim Exempelsson'])(
    '%s names no file, and is not repeated',
    async (term) => {
      const { exitCode, out, err } = await rt.run(['file', term]);
      expect(exitCode).toBe(2);
      expect(out + err).not.toContain(term);
    },
  );

  it.each(['kim exempelsson', NUMBER])(
    'search finds %s from standard input, with name, number and id',
    async (term) => {
      const { out } = await rt.run(['search'], { stdin: term });
      for (const shown of ['Kim Exempelsson', NUMBER, fileId]) expect(out).toContain(shown);
      expect((await rt.run(['search'], { stdin: 'nobody at all' })).out).toBe('Ingen akt hittades.\n');
      expect((await rt.run(['search'], { stdin: ' ' })).exitCode).toBe(2);
    },
  );

  it('status says who has what in hand, and keeps open cases apart from closed ones', async () => {
    const { out } = await rt.run(['status', '--unit', 'farsta', '--on', '2026-03-18']);
    expect(out).toMatch(/^Enheten Farsta den 2026-03-18$/m);
    expect(out).toMatch(/^Handläggare +Öppna ärenden +Brutna trådar +Förfallet +Inom 7 dagar$/m);
    expect(out).toMatch(/^hl-7 +1 +1 +\d+ +\d+$/m);
    expect(out).toMatch(/^hela enheten +1 +1 +\d+ +\d+$/m);
    expect(out).toMatch(/^I öppna ärenden$/m);
    expect(out).not.toMatch(/^I avslutade ärenden$/m);
    const { workers } = await rt.json<{ workers: object[] }>([
      ...['status', '--unit', 'farsta', '--on', '2026-03-18'],
    ]);
    expect(workers).toMatchObject([{ workerId: 'hl-7', openCases: 1, brokenThreads: 1 }]);
  });

  it('tables name the person and the case beside the id, in the words of the field, within 100 columns', async () => {
    const tables = [
      ['findings', '--on', '2026-03-17', '--status', 'all'],
      ['worklist', '--worker', 'hl-7', '--on', '2026-03-18'],
      ['status', '--unit', 'farsta', '--on', '2026-03-18'],
      ['file', NUMBER],
      ['history', NUMBER],
      ['replay', NUMBER],
    ];
    for (const args of tables) {
      const { out, exitCode } = await rt.run(args);
      expect([args[0], exitCode]).toEqual([args[0], 0]);
      const tooWide = out.split('\n').filter((line) => line.length > 100);
      expect([args[0], tooWide]).toEqual([args[0], []]);
    }
    const { out } = await rt.run(['findings', '--on', '2026-03-17', '--status', 'all']);
    for (const shown of ['Kim Exempelsson', NUMBER, CASE, 'inom tid', 'förfallen'])
      expect(out).toContain(shown);
  });
});
