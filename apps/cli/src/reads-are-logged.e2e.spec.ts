import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ReviewPlanInput } from '@rt/domain';
import { CommandLine } from './command-line.fixture';
import { drawReviewIn } from './drawn-review.fixture';

const REVIEW = 'ledsagning-2021';
/** A word that somebody may write in place of an id. It must never stand in the access log. */
const WORD = 'ZQXMARK Exempelsson';
const PLAN = JSON.parse(
  readFileSync(path.join(__dirname, '../../../docs/walk-through/review.json'), 'utf8'),
) as ReviewPlanInput;
const STEPS = readFileSync(
  path.join(__dirname, '../../../docs/walk-through/1-application-to-order.json'),
  'utf8',
).replaceAll('"hl-7"', '"hl-farsta-1"');
const PERSON = {
  person: {
    name: 'Kim Exempelsson',
    identity: { kind: 'birthDate', value: '1988-05-17' },
    sex: 'female',
    protectedIdentity: false,
  },
};

interface Reads {
  readonly stdin?: string;
  readonly args: (fileId: string, folder: string) => readonly string[];
  readonly rows: readonly { readonly action: string; readonly scope?: RegExp; readonly ofFile?: true }[];
}

const CASE = '5b1d9a52-6c0e-4f0b-9a55-0d0f6f3c1a01';
/** What each command that reads about people says to the access log. */
const READING: Readonly<Record<string, Reads>> = {
  'first-look': {
    args: () => ['first-look', '--unit', WORD],
    rows: [
      { action: 'list', scope: /^on=2026-03-18 unit=\?$/ },
      { action: 'measure', scope: /^review=ledsagning-2021 knownAt=draw$/ },
    ],
  },
  findings: {
    args: () => ['findings', '--unit', WORD, '--worker', WORD],
    rows: [{ action: 'list', scope: /^on=2026-03-18 unit=\? worker=\?$/ }],
  },
  status: {
    args: () => ['status', '--unit', WORD],
    rows: [{ action: 'list', scope: /^status unit=\? on=2026-03-18$/ }],
  },
  worklist: {
    args: () => ['worklist', '--worker', WORD],
    rows: [{ action: 'list', scope: /^worklist worker=\? on=2026-03-18$/ }],
  },
  file: { args: (fileId) => ['file', fileId], rows: [{ action: 'open', ofFile: true }] },
  history: { args: (fileId) => ['history', fileId], rows: [{ action: 'history', ofFile: true }] },
  search: {
    args: () => ['search'],
    rows: [{ action: 'search', scope: /^name$/ }],
    stdin: WORD,
  },
  replay: {
    args: () => ['replay', CASE],
    rows: [{ action: 'replay', ofFile: true, scope: /^case=\S+ asOf=2026-03-18 knownAt=now$/ }],
  },
  erase: {
    args: (fileId) => ['erase', fileId, '--ground', WORD],
    rows: [{ action: 'erase', ofFile: true, scope: /^preview$/ }],
  },
  proof: {
    args: (fileId, folder) => ['proof', fileId, '--out', path.join(folder, 'proof.json')],
    rows: [{ action: 'export', ofFile: true, scope: /^proof payloads=shown$/ }],
  },
  sample: {
    args: () => ['sample', 'farsta-2026', '--verify'],
    rows: [{ action: 'list', scope: /^redraw review=farsta-2026$/ }],
  },
  indicators: {
    args: () => ['indicators', REVIEW],
    rows: [{ action: 'measure', scope: /^review=ledsagning-2021 knownAt=draw$/ }],
  },
};

/** The other commands, and why they write no row: they print nothing about the persons in the files. */
const READS_NOBODY: Readonly<Record<string, string>> = {
  demo: 'records invented files',
  open: 'prints the id of the new file',
  record: 'prints the ids of what it recorded',
  schema: 'prints the form of a step',
  adopt: 'records a setting of the municipality',
  verify: 'prints counts and places of damage',
  clock: 'prints times',
  lost: 'prints how much of the store was lost',
  'access-log': 'repairs the log itself, and notes who did it',
  keys: 'replaces the keys and prints their files',
  checkpoint: 'prints a signed hash',
  witness: 'prints a signed hash',
  backup: 'copies sealed files',
  restore: 'copies sealed files',
  rebuild: 'makes the read models anew and prints counts',
  bench: 'works on invented files',
};

describe('the command line and the access log', () => {
  let rt: CommandLine;
  let fileId: string;
  const now = '2026-03-18T09:00:00.000Z';

  beforeAll(async () => {
    rt = new CommandLine();
    ({ fileId } = await rt.json<{ fileId: string }>(['open', '--unit', 'farsta', '--board', 'sdn-farsta'], {
      now,
      stdin: PERSON,
    }));
    expect(await rt.run(['record', fileId], { now, stdin: STEPS })).toMatchObject({ exitCode: 0 });
    await drawReviewIn(rt.dataDir, PLAN, now);
  });
  afterAll(() => rt.end());

  const rows = () => {
    const file = path.join(rt.dataDir, 'access-log.sqlite');
    const log = new DatabaseSync(file);
    try {
      return log.prepare('SELECT user_id, role, action, file_id, scope FROM access ORDER BY number').all();
    } catch {
      return [];
    } finally {
      log.close();
    }
  };

  it('knows of every command whether it reads about people', async () => {
    const { out } = await rt.run(['--help', '--lang', 'en']);
    const [, listed = ''] = out.split('Commands:\n');
    const commands = [...listed.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name]) => name);
    expect(commands.length).toBeGreaterThan(20);
    expect([...Object.keys(READING), ...Object.keys(READS_NOBODY), 'help'].sort()).toEqual(commands.sort());
  });

  it.each(Object.keys(READING))('%s is logged, in ids alone', async (command) => {
    const { args, rows: expected, stdin } = READING[command] as Reads;
    const before = rows().length;
    const run = await rt.run(args(fileId, rt.folder), { now, stdin });
    expect([run.exitCode, run.err]).not.toEqual([70, run.err]);
    const written = rows().slice(before);
    expect(written).toHaveLength(expected.length);
    for (const [index, { action, scope, ofFile }] of expected.entries()) {
      expect(written[index]).toMatchObject({ user_id: 'op-1', role: 'operator', action });
      expect(written[index]?.file_id ?? null).toBe(ofFile ? fileId : null);
      if (scope) expect(written[index]?.scope).toMatch(scope);
    }
    for (const word of WORD.split(' ')) expect(JSON.stringify(written)).not.toContain(word);
  });
});
