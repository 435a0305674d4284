import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { helpInSwedish } from './help.sv';
import { programWith } from './program';
import { CommandLine } from './command-line.fixture';

const PERSON = {
  person: {
    name: 'Kim Exempelsson',
    identity: { kind: 'birthDate', value: '1988-05-17' },
    sex: 'female',
    protectedIdentity: false,
  },
};
const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('the command line', () => {
  let rt: CommandLine;
  beforeEach(() => (rt = new CommandLine()));
  afterEach(() => rt.end());

  const open = async () => (await rt.json<{ fileId: string }>(['open'], { stdin: PERSON })).fileId;

  it('explains itself', async () => {
    const { exitCode, out } = await rt.run(['--help']);
    expect(exitCode).toBe(0);
    for (const command of ['demo', 'findings', 'replay', 'record', 'indicators', 'verify', 'worklist'])
      expect(out).toContain(command);
    const help = await rt.run(['findings', '--help']);
    expect(help.exitCode).toBe(0);
    expect(help.out).toContain('--on <day>');
  });

  it.each([
    [['findngs'], "kommandot 'findngs' finns inte"],
    [['findings', '--onn'], "valet '--onn' finns inte"],
    [['findings', '--on', '2026-02-30'], 'det ska vara en dag'],
    [['findings', '--sort', 'name'], 'det kan vara'],
    [['findings', '--limit'], 'ska ha ett värde'],
    [['status'], 'måste anges'],
    [['replay'], "argumentet 'case' saknas"],
    [['verify', 'now'], 'för många argument'],
    [['replay', 'anna'], 'ska vara ett id'],
    [['sample', 'ledsagning-1821'], 'Granskningen finns inte'],
  ])('says in Swedish what would be right, where no other language is asked for: %j', async (args, says) => {
    await open();
    const { exitCode, err } = await rt.run(args, { stdin: [] });
    expect(err).toContain(says);
    expect(err).not.toMatch(/^(error|Usage)|add --help/m);
    expect(exitCode).toBe(2);
  });

  it('has every text of its help in Swedish, and in English where that is asked for', async () => {
    const { out } = await rt.run(['--help']);
    expect(out).toMatch(/^Användning: rt \[val\] \[kommando\]$/m);
    expect((await rt.run(['--help', '--lang', 'en'])).out).toMatch(/^Usage: rt \[options\] \[command\]$/m);
    const english = new Set<string>();
    const textsOf = (command: Command): readonly string[] => [
      command.description(),
      ...[...command.options, ...command.registeredArguments].map(({ description }) => description),
      ...command.commands.flatMap(textsOf),
    ];
    const nowhere = { write: () => true } as unknown as NodeJS.WritableStream;
    const streams = { stdout: nowhere, stderr: nowhere };
    for (const text of textsOf(programWith(() => async () => undefined, streams, 'en'))) english.add(text);
    expect([...english].filter((text) => helpInSwedish(text) === undefined)).toEqual([]);
    const swedish = textsOf(programWith(() => async () => undefined, streams, 'sv'));
    expect(swedish.filter((text) => english.has(text) && text !== 'repair')).toEqual([]);
  });

  it.each([
    [['findngs'], 'findings'],
    [['findings', '--on', '2026-02-30'], 'such as 2026-03-18'],
    [['findings', '--status', 'late'], 'overdue'],
    [['findings', '--rule', 'plan-dew'], 'plan-due'],
    [['findings', '--limit', '0'], 'from 1 up'],
    [['status'], '--unit'],
    [['worklist'], '--worker'],
    [['worklist', '--worker', 'hl-1', '--section', 'soon'], 'thisWeek'],
    [['worklist', '--worker', 'hl-1', '--on', '9999-12-31'], '1900 to 2199'],
    [['replay', 'anna'], 'must be an id'],
    [['replay', NOBODY], 'no case with that id'],
    [['replay', NOBODY, '--known-at', 'yesterday'], 'an instant such as'],
    [['file', NOBODY], 'no personal file with that id'],
    [['record', NOBODY], 'no personal file with that id'],
    [['sample', 'ledsagning-1821'], 'no such review'],
    [['sample', 'Kim Exempelsson'], 'no such review'],
    [['indicators', 'ledsagning-1821'], 'ledsagning-2021'],
    [['verify', '--checkpoint', 'nowhere.json'], 'cannot be read'],
    [['demo', '--day', '2020-01-01'], '2024-06-01'],
    [['findings', '--lang', 'fi'], 'sv or en'],
  ])('ends with 2 and says what would be right: %j', async (args, says) => {
    await open();
    const english = args.includes('--lang') ? args : [...args, '--lang', 'en'];
    const { exitCode, err, out } = await rt.run(english, { stdin: [] });
    expect(err).toContain(says);
    expect(err).not.toMatch(/\n\s+at /);
    expect(out).toBe('');
    expect(exitCode).toBe(2);
  });

  it('ends with 3 where there is no store to read', async () => {
    const { exitCode, err } = await rt.run(['findings']);
    expect(exitCode).toBe(3);
    expect(err).toContain('there is no store here');
  });

  it('ends with 3 where the store is damaged, and with a message of one kind', async () => {
    mkdirSync(rt.dataDir);
    writeFileSync(path.join(rt.dataDir, 'events.sqlite'), 'this is no database, and never was');
    const { exitCode, err } = await rt.run(['findings']);
    expect(exitCode).toBe(3);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('refuses what cannot be, says why in both languages, and stores nothing', async () => {
    const fileId = await open();
    const steps = [
      { type: 'NoteWritten', occurredOn: '2026-01-05', data: { text: 'Det här går bra.' } },
      {
        type: 'PlanReceived',
        occurredOn: '2999-01-01',
        caseId: NOBODY,
        data: { orderId: NOBODY, goals: [], activities: [], extent: null, personTookPart: true },
      },
    ];
    const refused = await rt.run(['record', fileId, '--json'], { stdin: steps });
    expect(refused.exitCode).toBe(2);
    expect(JSON.parse(refused.out)).toMatchObject({
      refused: {
        errors: [
          {
            field: expect.stringMatching(/^\[1\]/),
            code: expect.any(String),
            sv: expect.any(String),
            en: expect.any(String),
          },
        ],
      },
    });
    expect(await rt.json(['verify'])).toMatchObject({ events: 1 });
  });

  it('refuses a reminder for a user who does not work at the board of the file', async () => {
    const { fileId } = await rt.json<{ fileId: string }>(['open', '--board', 'sdn-farsta'], {
      stdin: PERSON,
    });
    const reminderFor = (userId: string) => ({
      type: 'ReminderSet',
      occurredOn: '2026-01-05',
      data: { on: '2026-03-16', text: 'Ring utföraren', userId },
    });
    const refused = await rt.run(['record', fileId, '--json'], { stdin: reminderFor('hl-ostermalm-1') });
    expect(refused.exitCode).toBe(2);
    expect(JSON.parse(refused.out)).toMatchObject({
      refused: { errors: [{ field: 'data.userId', code: 'NOT_OF_THE_BOARD' }] },
    });
    expect((await rt.run(['record', fileId], { stdin: reminderFor('hl-farsta-1') })).exitCode).toBe(0);
  });

  it('never repeats what was written in what it says of it', async () => {
    const fileId = await open();
    const { err } = await rt.run(['record', fileId], {
      stdin: {
        type: 'NoteWritten',
        occurredOn: 'igår ringde Robin',
        data: { text: 5, 'Robins nummer': '0701234567' },
      },
    });
    expect(err).not.toMatch(/Robin|070123/);
  });

  it('says where input stops being JSON', async () => {
    const fileId = await open();
    const { exitCode, err } = await rt.run(['record', fileId], { stdin: '[{"type": "NoteWritten",,}]' });
    expect(exitCode).toBe(2);
    expect(err).toContain('not JSON');
  });

  it('says that the clocks are set', async () => {
    const { err } = await rt.run(['open'], { now: '2026-03-18T08:00:00.000Z', stdin: PERSON });
    expect(err).toContain('RT_NOW');
    const wrong = await rt.run(['open'], { now: '2026-03-18', stdin: PERSON });
    expect(wrong.exitCode).toBe(2);
    expect(wrong.err).toContain('RT_NOW');
  });

  it('rebuilds the read models to what they were', async () => {
    const fileId = await open();
    await rt.run(['record', fileId], {
      stdin: { type: 'NoteWritten', occurredOn: '2026-01-05', data: { text: 'Hej.' } },
    });
    const before = await rt.json(['findings']);
    const { models } = await rt.json<{ models: { eventsBehind: number }[] }>(['rebuild']);
    expect(models.length).toBeGreaterThan(2);
    expect(models.every(({ eventsBehind }) => eventsBehind === 0)).toBe(true);
    expect(await rt.json(['findings'])).toEqual(before);
  });
});
