import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root, textOf, trackedFiles } from './tracked-files';

interface Package {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly optionalDependencies: Record<string, string>;
  readonly scripts: Record<string, string>;
}

const manifest = JSON.parse(textOf('package.json')) as Package;
const lock = JSON.parse(textOf('package-lock.json')) as {
  packages: Record<string, { resolved?: string; version?: string }>;
};
const texts = trackedFiles.filter(
  (name) => name !== 'package-lock.json' && !/\.(png|ico|woff2|sqlite)$/.test(name),
);

describe('the repository', () => {
  it('names no folder of a developer’s machine', () => {
    const places = ['ho' + 'me', 'ro' + 'ot', 'Us' + 'ers', 'wo' + 'rk', 'm' + 'nt'].join('|');
    const pattern = new RegExp(`(^|[\\s'"\`(=:])/(${places})/\\w`, 'm');
    expect(texts.filter((name) => pattern.test(textOf(name)))).toEqual([]);
  });

  it('names no package registry', () => {
    const pattern = /registry\.[a-z]+\.(org|com)|[a-z]+mirror\.[a-z]+|\/artifactory\//;
    expect(
      [...texts, 'package-lock.json'].filter(
        (name) => name !== 'test/architecture/repository.spec.ts' && pattern.test(textOf(name)),
      ),
    ).toEqual([]);
  });

  it('ties no locked package to a host', () => {
    const hosts = Object.values(lock.packages).flatMap(({ resolved }) =>
      resolved === undefined ? [] : [resolved],
    );
    expect(hosts).toEqual([]);
  });

  it('pins every dependency exactly, and the lock file agrees', () => {
    const wanted = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    });
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
    expect(
      wanted.filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version),
    ).toEqual([]);
  });

  it('holds no secret and no data folder', () => {
    const secret = new RegExp(`-----BEGIN [A-Z ]*PRIVATE KEY-----`);
    expect(texts.filter((name) => secret.test(textOf(name)))).toEqual([]);
    expect(
      trackedFiles.filter((name) =>
        /(^|\/)(data|dist|node_modules|coverage)\/|\.(sqlite|db|pem|key)$/.test(name),
      ),
    ).toEqual([]);
  });

  it('CI does what the newcomer does, and nothing else', () => {
    const commands = textOf('.ci/run')
      .split('\n')
      .filter((line) => line !== '' && !/^(#|set |cd )/.test(line));
    expect(commands).toEqual(['npm ci', 'npm test']);
  });

  it('ARCHITECTURE.md names every app and every library, and fits one page', () => {
    const map = textOf('ARCHITECTURE.md');
    const folders = ['apps', 'libs'].flatMap((top) => readdirSync(path.join(root, top)));
    const tracked = folders.filter((folder) =>
      trackedFiles.some((name) => /^(apps|libs)\//.test(name) && name.split('/')[1] === folder),
    );
    expect(tracked.filter((folder) => !map.includes(`${folder}/`))).toEqual([]);
    expect(map.split('\n').length).toBeLessThanOrEqual(120);
  });

  it('a decision takes one page: context, decision, consequences, alternatives', () => {
    const records = trackedFiles.filter((name) => /^docs\/adr\/\d{4}-[a-z0-9-]+\.md$/.test(name));
    expect(records.length).toBeGreaterThan(5);
    const numbers = records.map((name) => path.basename(name).slice(0, 4));
    expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
    for (const name of records) {
      const text = textOf(name);
      expect([name, text.split('\n').filter((line) => line.startsWith('## '))]).toEqual([
        name,
        ['## Context', '## Decision', '## Consequences', '## Alternatives'],
      ]);
      expect([name, text.split(/\s+/).length < 500]).toEqual([name, true]);
    }
  });
});
