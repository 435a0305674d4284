import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { earlierCheckpoint } from '@rt/event-store/integrity/earlier-checkpoint.fixture';
import { openSqliteEventStore } from '@rt/event-store/sqlite';
import { CommandLine } from './command-line.fixture';

/** Runs the walk-through of one case that the README offers a new user, word for word. */
const WALK_THROUGH = path.join(__dirname, '../../../docs/walk-through');
const given = (name: string) => readFileSync(path.join(WALK_THROUGH, name), 'utf8');
const CASE = '5b1d9a52-6c0e-4f0b-9a55-0d0f6f3c1a01';

interface Finding {
  readonly id: string;
  readonly rule: string;
  readonly status: string;
  readonly text: { readonly sv: string; readonly en: string };
}

describe('the walk through one case', () => {
  const rt = new CommandLine();
  let fileId: string;

  const statusesOf = (rule: string, findings: readonly Finding[]) =>
    findings.filter((finding) => finding.rule === rule).map(({ status }) => status);
  const findingsOn = async (day: string) =>
    (await rt.json<{ findings: Finding[] }>(['findings', '--on', day])).findings;

  beforeAll(async () => {
    const opened = await rt.json<{ fileId: string }>(['open', '--unit', 'farsta', '--board', 'sdn-farsta'], {
      now: '2026-02-09T09:00:00.000Z',
      stdin: given('person.json'),
    });
    fileId = opened.fileId;
    for (const [name, now] of [
      ['1-application-to-order.json', '2026-03-02T15:00:00.000Z'],
      ['2-call-to-the-brother.json', '2026-03-10T15:00:00.000Z'],
      ['3-consent-recorded-late.json', '2026-03-20T15:00:00.000Z'],
    ] as const) {
      const { exitCode } = await rt.run(['record', fileId], { now, stdin: given(name) });
      expect(exitCode).toBe(0);
    }
  });
  afterAll(() => rt.end());

  it('has no gap on day 15 after the order and one on day 16', async () => {
    expect(statusesOf('plan-due', await findingsOn('2026-03-17'))).toEqual(['pending']);
    expect(statusesOf('plan-due', await findingsOn('2026-03-18'))).toEqual(['overdue']);
  });

  it('finds the gap by the id that its rule had before', async () => {
    const { findings } = await rt.json<{ findings: Finding[] }>([
      'findings',
      ...['--on', '2026-03-18', '--rule', 'plan-due-15-days'],
    ]);
    expect(findings.map(({ rule, status }) => [rule, status])).toEqual([['plan-due', 'overdue']]);
  });

  it('shows the gap to the manager of the unit from day 16', async () => {
    const rows = async (on: string) =>
      (
        await rt.json<{ rows: { rule: string; workerId: string; counts: Record<string, number> }[] }>([
          'status',
          '--unit',
          'farsta',
          '--on',
          on,
        ])
      ).rows.filter(({ rule }) => rule === 'plan-due');
    expect(await rows('2026-03-17')).toMatchObject([
      { workerId: 'hl-7', counts: { pending: 1, overdue: 0 } },
    ]);
    expect(await rows('2026-03-18')).toMatchObject([
      { workerId: 'hl-7', counts: { pending: 0, overdue: 1 } },
    ]);
  });

  it('tells the case worker what is late and what to do about it', async () => {
    const worklist = (on: string) => ['worklist', '--worker', 'hl-7', '--on', on];
    const { lines } = await rt.json<{ lines: { rule: string; section: string; action: { code: string } }[] }>(
      worklist('2026-03-18'),
    );
    expect(lines.filter(({ rule }) => rule === 'plan-due')).toMatchObject([
      { section: 'overdue', action: { code: 'PlanReceived' } },
    ]);
    const table = await rt.run(worklist('2026-03-18'));
    expect(table.out).toMatch(/^Förfallet \(\d+\)$/m);
    expect(table.out).toContain('Be utföraren skicka genomförandeplanen');
    expect((await rt.run(['worklist', '--worker', 'nobody'])).out).toContain('Ingenting att göra');
  });

  it('replays the call without a consent as it was known, and covered as it was', async () => {
    const replayed = (...known: string[]) =>
      rt.json<{
        fileId: string;
        caseId: string;
        asOf: string;
        knownAt: string | null;
        events: { type: string }[];
        facts: object;
        findings: Finding[];
      }>(['replay', CASE, '--as-of', '2026-03-18', ...known]);
    const before = await replayed('--known-at', '2026-03-19');
    expect(before).toMatchObject({
      fileId,
      caseId: CASE,
      asOf: '2026-03-18',
      knownAt: '2026-03-19T22:59:59.999Z',
    });
    expect(statusesOf('contact-relative-without-consent', before.findings)).toEqual(['violation']);
    expect(before.events.map(({ type }) => type)).not.toContain('ConsentGiven');
    expect(JSON.stringify(before)).not.toContain('ConsentGiven');

    const after = await replayed();
    expect(after.knownAt).toBeNull();
    expect(statusesOf('contact-relative-without-consent', after.findings)).toEqual([]);
    expect(after.events.map(({ type }) => type)).toContain('ConsentGiven');
  });

  it('writes in the access log who read the file, and the log is whole', async () => {
    await rt.run(['file', fileId]);
    const log = new DatabaseSync(path.join(rt.dataDir, 'access-log.sqlite'), { readOnly: true });
    const rows = log.prepare('SELECT user_id, action FROM access WHERE file_id = ?').all(fileId);
    log.close();
    expect(rows).toContainEqual(expect.objectContaining({ user_id: 'op-1', action: 'open' }));
    const { accessLog } = await rt.json<{ accessLog: { ok: boolean } }>(['verify']);
    expect(accessLog.ok).toBe(true);
  });

  it('shows the person and whom one may contact on the screen, in Swedish and in English', async () => {
    const swedish = await rt.run(['file', fileId]);
    expect(swedish.out).toContain('Kim Exempelsson');
    expect(swedish.out).toMatch(/Robin Exempelsson +insatsen/);
    const english = await rt.run(['file', fileId, '--lang', 'en']);
    expect(english.out).toMatch(/Robin Exempelsson +the measure/);
  });

  it('answers the same recording with the same key as the first time', async () => {
    const note = { type: 'NoteWritten', occurredOn: '2026-03-21', data: { text: 'Ringde tillbaka.' } };
    const options = { now: '2026-03-21T10:00:00.000Z', stdin: note };
    const first = await rt.json<{ revision: number }>(['record', fileId, '--key', 'note-1'], options);
    const second = await rt.json<{ revision: number }>(['record', fileId, '--key', 'note-1'], options);
    expect(second).toEqual(first);
    const other = await rt.run(['record', fileId, '--key', 'note-1'], {
      ...options,
      stdin: { ...note, data: { text: 'Något annat.' } },
    });
    expect(other.exitCode).toBe(2);
    expect(other.err).toContain('KEY_REUSED');
  });

  it('takes a checkpoint, a backup, and restores it elsewhere', async () => {
    const checkpoint = path.join(rt.folder, 'checkpoint');
    expect((await rt.run(['checkpoint', '--out', checkpoint])).exitCode).toBe(0);
    expect((await rt.run(['checkpoint', '--out', checkpoint])).exitCode).toBe(2);
    expect((await rt.run(['verify', '--checkpoint', checkpoint])).exitCode).toBe(0);
    const backup = path.join(rt.folder, 'backup');
    expect((await rt.run(['backup', backup])).exitCode).toBe(0);
    const refused = await rt.run(['restore', backup]);
    expect(refused.exitCode).toBe(2);

    const restored = path.join(rt.folder, 'restored');
    mkdirSync(restored);
    for (const key of ['master.key', 'signing.key'])
      copyFileSync(path.join(rt.dataDir, key), path.join(restored, key));
    expect((await rt.run(['restore', backup], { dataDir: restored })).exitCode).toBe(0);
    expect((await rt.run(['verify', '--checkpoint', checkpoint], { dataDir: restored })).exitCode).toBe(0);
  });

  it('still reads the checkpoints of earlier versions', async () => {
    const file = path.join(rt.folder, 'heads.json');
    const store = await openSqliteEventStore({
      folder: rt.dataDir,
      mode: 'read',
      clock: { now: () => '2026-04-01T08:00:00.000Z' },
    });
    const heads = await earlierCheckpoint(store);
    await store.close();
    writeFileSync(file, JSON.stringify(heads));
    expect((await rt.run(['verify', '--checkpoint', file])).exitCode).toBe(0);
    writeFileSync(file, JSON.stringify({ ...heads, madeAt: '2026-04-02T08:00:00.000Z' }));
    expect(await rt.json(['verify', '--checkpoint', file])).toMatchObject({
      problems: [{ kind: 'badSignature' }],
    });
    writeFileSync(file, '{}');
    expect((await rt.run(['verify', '--checkpoint', file])).err).toContain('it is no checkpoint');
  });

  it('lets an archive cosign checkpoints that continue one another, and no other', async () => {
    const file = (name: string) => path.join(rt.folder, name);
    const { publicKey } = await rt.json<{ publicKey: string }>(['checkpoint', '--out', file('first')]);
    await rt.run(['checkpoint', '--out', file('second')]);
    const witness = (old: string, newer: string, ...more: string[]) =>
      rt.run([
        'witness',
        old,
        newer,
        '--log-key',
        publicKey,
        '--key',
        file('archive.key'),
        '--name',
        'stadsarkivet.example',
        ...more,
      ]);
    expect((await witness('none', file('first'))).out).toContain('\u2014 stadsarkivet.example ');
    expect((await witness(file('first'), file('second'), '--out', file('cosigned'))).exitCode).toBe(0);
    const back = await witness(file('first'), file('second'));
    expect([back.exitCode, back.err]).toEqual([1, expect.stringContaining('cosigned last')]);
    expect((await rt.run(['verify', '--checkpoint', file('cosigned')])).exitCode).toBe(0);
  });

  it('proves the file to somebody who has the public key and nothing of ours', async () => {
    const verifier = path.join(__dirname, '../../../libs/proof/verifier/verifier.mjs');
    const check = (...args: string[]) =>
      spawnSync(process.execPath, [verifier, ...args], { encoding: 'utf8', env: { RT_LANG: 'en' } });
    const bundle = path.join(rt.folder, 'proof.json');
    const made = await rt.json<{ events: number; shown: number; publicKey: string }>([
      ...['proof', fileId, '--out', bundle],
    ]);
    expect(made.shown).toBe(made.events);
    const shown = check(bundle, made.publicKey);
    expect([shown.status, shown.stdout.split('\n')[0]]).toEqual([
      0,
      expect.stringMatching(/^PROVED\. \d+ events of personalFile-/),
    ]);
    expect(shown.stdout).toContain('OrderSent');

    writeFileSync(bundle, readFileSync(bundle, 'utf8').replace('2026-03-02', '2026-03-03'));
    expect(check(bundle, made.publicKey)).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^NOT PROVED\. /),
    });

    const closed = path.join(rt.folder, 'closed.json');
    await rt.run(['proof', fileId, '--out', closed, '--without-payloads']);
    expect(readFileSync(closed, 'utf8')).not.toContain('plain');
    expect(check(closed, made.publicKey).status).toBe(0);
    expect((await rt.run(['proof', fileId, '--out', closed])).exitCode).toBe(2);

    const log = new DatabaseSync(path.join(rt.dataDir, 'access-log.sqlite'), { readOnly: true });
    const entries = log
      .prepare("SELECT scope FROM access WHERE action = 'export' AND file_id = ? ORDER BY number")
      .all(fileId);
    log.close();
    expect(entries.map(({ scope }) => scope)).toEqual(['proof payloads=shown', 'proof payloads=closed']);
  });

  it('verifies whole, and not after one byte is changed', async () => {
    expect(await rt.json(['verify'])).toMatchObject({ ok: true, problems: [] });
    expect((await rt.run(['verify'])).exitCode).toBe(0);

    execFileSync(process.execPath, [path.join(WALK_THROUGH, 'change-one-byte.mjs'), rt.dataDir]);

    const tampered = await rt.run(['verify', '--json']);
    expect(tampered.exitCode).toBe(1);
    expect(JSON.parse(tampered.out)).toMatchObject({
      ok: false,
      problems: [{ stream: `personalFile-${fileId}`, revision: 3, kind: 'changed' }],
    });
  });
});
