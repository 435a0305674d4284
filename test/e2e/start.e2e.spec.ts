import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Started } from './started.fixture';

const root = path.join(__dirname, '../..');
const curlIsHere = spawnSync('curl', ['--version']).status === 0;

/** What a newcomer runs first: `npm start`, what it prints, and the command lines of the README, run unchanged. */
describe('npm start', () => {
  let folder: string;
  let server: Started;
  let url: string;
  const dataDir = () => path.join(folder, 'data');

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'rt-start-'));
    server = new Started('start', ['--data-dir', dataDir(), '--port', '0']);
    url = await server.url();
  }, 300_000);
  afterAll(async () => {
    await server.end('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs command lines in one shell, and returns what each of them printed. @param said what may stand on stderr */
  const outputsOf = (
    lines: readonly string[],
    here = mkdtempSync(path.join(folder, 'shell-')),
    said = /^$/,
  ): readonly string[] => {
    if (!existsSync(path.join(here, 'docs'))) {
      symlinkSync(path.join(root, 'docs'), path.join(here, 'docs'));
      writeFileSync(path.join(here, 'rt'), `#!/bin/sh\nexec ${path.join(root, 'rt')} "$@"\n`, {
        mode: 0o755,
      });
    }
    const script = lines.map((line) => `${line}\nprintf '\\n@@@\\n'`).join('\n');
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: here, encoding: 'utf8' });
    expect(stderr.split('\n').filter((line) => !said.test(line))).toEqual([]);
    return stdout.split('\n@@@\n').map((output) => output.trim());
  };

  it('shows broken threads and the review first, and the address last', () => {
    const at = (what: string) => {
      expect(server.text).toContain(what);
      return server.text.indexOf(what);
    };
    const order = [
      'Demo data, personal files: 712 / 712',
      'Broken threads in Farsta today',
      '34 of 34 rows come out as they were printed',
      'Case worker: hl-farsta-1, hl-farsta-2, hl-farsta-3, …',
      'Unit manager: ec-farsta',
      'Disability inspector: insp-1',
      'DEMO DIRECTORY: anyone who reaches this address can sign in as any user',
    ].map(at);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(server.text.trimEnd().split('\n').at(-1)).toMatch(/^Röda tråden: http:\/\/127\.0\.0\.1:\d+/);
  });

  it('serves the demo: the manager signs in and sees the unit', async () => {
    const session = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ userId: 'ec-farsta' }),
    });
    expect(session.status).toBe(201);
    const cookie = (session.headers.get('set-cookie') as string).split(';')[0] as string;
    const status = await fetch(`${url}/api/v1/units/farsta/status`, { headers: { cookie } });
    const { rows } = (await status.json()) as { rows: unknown[] };
    expect(rows.length).toBeGreaterThan(10);
  });

  const withCurl = curlIsHere ? it : it.skip;

  withCurl('prints lines that work as they are printed', () => {
    const lines = server.text.split('\n').flatMap((line) => /^ {2}(curl .*)/.exec(line)?.[1] ?? []);
    expect(lines.length).toBeGreaterThan(3);
    const answers = outputsOf(lines).slice(0, lines.length);
    const found = answers.map((answer) => JSON.parse(answer) as Record<string, unknown>);
    expect(found.map((answer) => answer.code)).toEqual(lines.map(() => undefined));
    expect(found[0]?.users).not.toHaveLength(0);
    expect(found.at(-1)?.findings).toHaveLength(3);
  });

  /** The command lines in a chapter of the README. */
  const linesOf = (title: string): readonly string[] => {
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
    const chapter = readme.split(/^## /m).find((text) => text.startsWith(`${title}\n`)) as string;
    return [...chapter.matchAll(/^```sh\n(.*?)^```$/gms)].flatMap(([, block]) =>
      (block as string).trimEnd().split('\n'),
    );
  };

  it('takes the lines of the command line through one case, twice in the same folder, beside the server', () => {
    const lines = linesOf('A walk through one case').map((line) =>
      line
        .replaceAll('--data-dir data', `--data-dir ${dataDir()}`)
        .replace(/^npm exec -- node /, `${process.execPath} `),
    );
    const here = mkdtempSync(path.join(folder, 'walk-'));
    const walk = () => {
      const outputs = outputsOf(
        lines,
        here,
        /RT_NOW|key lies beside|Nycklarna ligger|^Lästa personakter|^Listorna|^$/,
      );
      const of = (part: string) =>
        lines.flatMap((line, i) => (line.includes(part) ? [outputs[i] as string] : []));
      return {
        recorded: of('./rt record'),
        findings: of('./rt findings'),
        replayed: of('./rt replay'),
        verified: of('./rt verify').map((output) => output.split('\n').at(-1)),
        rows: of('./rt indicators').map((output) => output.match(/ ja$/gm)?.length),
        sample: of('./rt sample').map((output) => output.split('\n').at(-1)),
      };
    };
    const first = walk();
    expect(first).toMatchObject({
      verified: ['0', '1'],
      rows: [34],
      sample: ['Draget på nytt: samma ram, samma urval.'],
    });
    expect(first.findings[0]).toContain('inom tid');
    expect(first.findings[1]).toContain('förfallen');
    expect(first.replayed[0]).toContain('contact-relative-without-consent');
    expect(first.replayed[1]).not.toContain('contact-relative-without-consent');
    for (const output of first.recorded) expect(output).toMatch(/^Antecknat/);
    for (const output of [...first.findings, ...first.replayed])
      expect(output.split('\n').filter((line) => line.length > 100 && !line.startsWith('Ärende '))).toEqual(
        [],
      );
    expect(walk()).toEqual(first);
  }, 600_000);

  withCurl(
    'takes the lines over HTTP through one case, twice',
    () => {
      const lines = linesOf('Over HTTP').map((line) =>
        line.replaceAll('http://localhost:3000', url).replace('| node ', `| ${process.execPath} `),
      );
      const walk = () => {
        const outputs = outputsOf(lines);
        const of = (part: string) => {
          const found = lines.flatMap((line, i) => (line.includes(part) ? [outputs[i] as string] : []));
          expect([part, found.length]).not.toEqual([part, 0]);
          return found;
        };
        const [first, again] = of("'idempotency-key: kim-1'");
        expect(JSON.parse(first as string)).toMatchObject({ revision: 8 });
        expect(again).toBe(first);
        expect(JSON.parse(of('kim-2')[0] as string)).toMatchObject({ revision: 9 });
        expect(of('hl-farsta-1 $A/files/$FILE  ')[0]).toContain('contact-relative-without-consent');
        expect(of('grep -c $FILE')).toEqual(['0', '1', '1']);
        expect(of('units/farsta/status')[0]).toContain('"brokenThreads"');
        for (const line of lines) {
          const code = /# (403|404) (\w+)/.exec(line);
          if (code)
            expect([line, JSON.parse(outputs[lines.indexOf(line)] as string)]).toMatchObject([
              line,
              { code: code[2] },
            ]);
        }
        const replayed = of('/replay?').map(
          (output) => (JSON.parse(output) as { events: unknown[] }).events.length,
        );
        expect(replayed).toEqual([10, 0]);
        expect(JSON.parse(of('$JOB/result')[0] as string)).toMatchObject({ same: true });
        expect(of('grep -o \'"agrees":true\'')).toEqual(['34']);
        return {
          wrote: [first, of('kim-2')[0]],
          log: (
            JSON.parse(of('access-log')[0] as string) as { entries: { userId: string; action: string }[] }
          ).entries,
        };
      };
      const first = walk();
      expect(first.log.map(({ userId, action }) => [userId, action])).toEqual([
        ['hl-farsta-1', 'open'],
        ['ec-farsta', 'refused'],
        ['ec-farsta', 'accessLog'],
      ]);
      expect(walk().wrote).toEqual(first.wrote);
    },
    120_000,
  );

  it('says that a port is taken, and what to do, before it loads the demo', async () => {
    const { port } = new URL(url);
    const other = path.join(folder, 'other');
    const second = new Started('start', ['--data-dir', other, '--port', port]);
    expect(await second.close()).toEqual({ code: 2 });
    expect(second.text).toMatch(
      new RegExp(`^Port ${port} of 127.0.0.1 is taken.*--port ${Number(port) + 1}`, 'm'),
    );
    expect(second.text).not.toMatch(/personal files|\n\s+at /);
  });

  it('says that another process writes to the data folder', async () => {
    const second = new Started('start', ['--empty', '--data-dir', dataDir(), '--port', '0']);
    expect(await second.close()).toEqual({ code: 3 });
    expect(second.text).not.toMatch(/\n\s+at /);
  });

  it.each([
    [['--prot', '3001'], '--port'],
    [['--port', 'soon'], 'RT_PORT is «soon»'],
  ])('ends with 2 and says what would be right: %j', async (args, says) => {
    const wrong = new Started('start', args);
    expect(await wrong.close()).toEqual({ code: 2 });
    expect(wrong.text).toContain(says);
    expect(wrong.text).not.toMatch(/\n\s+at /);
  });

  /** The words of a Dockerfile instruction in list form. */
  const inDockerfile = (instruction: RegExp): readonly string[] => {
    const [, list] = instruction.exec(
      readFileSync(path.join(root, 'infra/Dockerfile'), 'utf8'),
    ) as RegExpExecArray;
    return JSON.parse(list as string) as string[];
  };

  it('passes the health check of the image, and a port without a server does not', () => {
    const [program, ...args] = inDockerfile(/^HEALTHCHECK .*\\\n\s+CMD (\[.*\])$/m);
    const healthy = (port: string) =>
      spawnSync(program === 'node' ? process.execPath : 'missing', args, { env: { RT_PORT: port } }).status;
    expect(healthy(new URL(url).port)).toBe(0);
    expect(healthy('9')).toBe(1);
  });

  it('starts in the image with a program that the build makes', () => {
    const [main] = inDockerfile(/^CMD (\[.*\])$/m);
    expect(existsSync(path.join(root, 'dist', main as string))).toBe(true);
  });

  it('ends with 0 on SIGTERM, and leaves nothing running', async () => {
    expect(await server.end('SIGTERM')).toEqual({ code: 0 });
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
  });

  it('starts empty where it is asked to, and ends with 0 on Ctrl-C', async () => {
    const empty = path.join(folder, 'empty');
    mkdirSync(empty);
    const started = new Started('start', ['--empty', '--data-dir', empty, '--port', '0']);
    const ready = await fetch(`${await started.url()}/health/ready`);
    expect(ready.status).toBe(200);
    expect(started.text).not.toContain('Broken threads');
    expect(await started.end('SIGINT')).toEqual({ code: 0 });
  });

  it('continues a demo whose loading was interrupted, and ends the process that loads it', async () => {
    const cut = path.join(folder, 'cut');
    const first = new Started('start', ['--data-dir', cut, '--port', '0']);
    await first.says(/Demo data, personal files/);
    expect(await first.end('SIGTERM')).toEqual({ code: null });
    const second = new Started('start', ['--data-dir', cut, '--port', '0']);
    await second.url();
    expect(second.text).toMatch(/34 of 34 rows/);
    expect(await second.end()).toEqual({ code: 0 });
  }, 300_000);
});
