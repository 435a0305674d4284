import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root, trackedFiles } from './tracked-files';

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
}

/** For each rule of .dependency-cruiser.cjs: files (path → text) that break this rule and no other. */
const breaches: Record<string, Record<string, string>> = {
  'domain-knows-nobody': { 'libs/domain/src/judged.ts': `import '@rt/rules';` },
  'rules-knows-domain': { 'libs/rules/src/counted.ts': `import '@rt/read-models';` },
  'proof-knows-nobody': { 'libs/proof/src/reading.ts': `import '@rt/domain';` },
  'evidence-knows-proof-event-store': {
    'libs/evidence/src/reading.ts': `import type { fact } from '@rt/domain'; export type F = typeof fact;`,
  },
  'files-knows-domain-event-store': {
    'libs/files/src/judging.ts': `import type { rule } from '@rt/rules'; export type R = typeof rule;`,
  },
  'handling-knows-domain-event-store-files': {
    'libs/handling/src/blocking.ts': `import type { rule } from '@rt/rules'; export type R = typeof rule;`,
  },
  'read-models-knows-rules-domain-event-store-files': {
    'libs/read-models/src/recording.ts': `import '@rt/handling';`,
  },
  'inspection-knows-read-models-rules-domain-event-store-files': {
    'libs/inspection/src/correcting.ts': `import '@rt/handling';`,
  },
  'demo-knows-handling-inspection-domain-event-store': {
    'libs/demo/src/marking.ts': `import '@rt/read-models';`,
  },
  'jobs-knows-identity': { 'libs/jobs/src/answering.ts': `import '@rt/domain';` },
  'drafts-knows-identity-event-store': { 'libs/drafts/src/answering.ts': `import '@rt/domain';` },
  'identity-knows-event-store': { 'libs/identity/src/deciding.ts': `import '@rt/domain';` },
  'composition-knows-handling-inspection-read-models-rules-files-identity-jobs-drafts-domain-evidence-proof-event-store':
    {
      'libs/composition/src/pretending.ts': `import '@rt/demo';`,
    },
  'house-opens-without-nest': {
    'libs/composition/src/index.ts': `import './serving';`,
  },
  'event-store-knows-nobody': {
    'libs/event-store/src/reading.ts': `import type { fact } from '@rt/domain'; export type F = typeof fact;`,
  },
  'ui-knows-nobody': { 'libs/ui/src/label.ts': `import '@rt/domain';` },
  'web-knows-no-server-part': { 'apps/web/src/page.ts': `import '@rt/handling';` },
  'no-library-knows-an-app': { 'libs/handling/src/printing.ts': `import '../../../apps/cli/src/main';` },
  'apps-stand-apart': { 'apps/web/src/borrowing.ts': `import '../../cli/src/main';` },
  'pure-core-uses-no-package': {
    'libs/domain/src/guessing.ts': `import 'some-package';`,
    'libs/proof/src/hashing.ts': `import 'node:crypto';`,
    'libs/rules/src/hashing.ts': `import 'node:crypto';`,
  },
  'event-store-by-its-port': {
    'libs/evidence/src/unsealing.ts': `import '@rt/event-store/sealing';`,
    'libs/files/src/unsealing.ts': `import '@rt/event-store/sealing';`,
    'libs/handling/src/shortcut.ts': `import '@rt/event-store/log';`,
    'libs/read-models/src/peeking.ts': `import '@rt/event-store/sealing';`,
  },
  'port-reaches-no-adapter': {
    'libs/event-store/src/port.ts': `import './handy';`,
    'libs/identity/src/index.ts': `import './testing.fixture';`,
  },
  'only-the-composition-names-an-adapter': {
    'apps/api/src/welcome.ts': `import '@rt/identity/demo-directory';`,
    'apps/cli/src/replay.command.ts': `import '@rt/event-store/sqlite/sqlite-log';`,
    'libs/composition/src/second-house.ts': `import '@rt/identity/sqlite/sqlite-sessions';`,
    'libs/event-store/src/handy.ts': `import './sqlite/sqlite-log';`,
  },
  'domain-steps-stand-apart': { 'libs/domain/src/plan/plan.decider.ts': `import '../order/order.decider';` },
  'handling-steps-stand-apart': {
    'libs/handling/src/plan/plan.module.ts': `import '../order/order.module';`,
  },
  'no-cycle': { 'libs/identity/src/egg.ts': `import './hen';` },
  'shipped-code-uses-no-dev-package': { 'apps/cli/src/testing.ts': `import 'some-test-package';` },
  'everything-is-there': { 'apps/cli/src/nowhere.ts': `import './not-written';` },
};

/** Files (path → text) that break no rule. */
const allowed: Record<string, string> = {
  'libs/domain/src/index.ts': `export const fact = 1;`,
  'libs/domain/src/calendar/index.ts': `import '../index';`,
  'libs/domain/src/order/order.decider.ts': `import '../calendar'; import '../index';`,
  'libs/domain/src/order/order.decider.spec.ts': `import 'some-test-package'; import '../plan/plan.decider';`,
  'libs/domain/src/consent/cover.ts': `import '../order/order.decider';`,
  'libs/domain/src/one.ts': `import type { Two } from './two'; export type One = Two;`,
  'libs/domain/src/two.ts': `import type { One } from './one'; export type Two = One | 2;`,
  'libs/rules/src/index.ts': `import '@rt/domain'; export const rule = 1;`,
  'libs/proof/src/index.ts': `export const root = 1;`,
  'libs/evidence/src/index.ts': `import '@rt/proof'; import '@rt/event-store'; import 'node:crypto';`,
  'libs/files/src/index.ts': `import '@rt/domain'; import '@rt/event-store'; import 'some-package';`,
  'libs/handling/src/index.ts': `import '@rt/domain'; import '@rt/event-store'; import '@rt/files'; import 'some-package';`,
  'libs/handling/src/order/order.module.ts': `import '../index';`,
  'libs/handling/src/order/order.scenario.spec.ts': `import '@rt/event-store/sqlite/sqlite-log';`,
  'libs/read-models/src/index.ts': `import '@rt/rules'; import '@rt/domain'; import '@rt/event-store'; import '@rt/files';`,
  'libs/read-models/src/asking.ts': `import '@rt/event-store/port';`,
  'libs/demo/src/index.ts': `import '@rt/handling'; import '@rt/inspection'; import '@rt/domain'; import '@rt/event-store';`,
  'libs/inspection/src/index.ts': `import '@rt/read-models'; import '@rt/rules'; import '@rt/domain'; import '@rt/event-store'; import '@rt/files';`,
  'libs/identity/src/hen.ts': `import './egg';`,
  'libs/identity/src/demo-directory.ts': `export const users = 1;`,
  'libs/identity/src/sqlite/sqlite-sessions.ts': `import '../hen';`,
  'libs/identity/src/testing.fixture.ts': `import './sqlite/sqlite-sessions';`,
  'libs/composition/src/adapters.ts': `import '@rt/event-store/sqlite/sqlite-log'; import '@rt/identity/demo-directory';`,
  'libs/composition/src/nest-modules.ts': `import '@rt/handling'; import '@rt/inspection';`,
  'libs/composition/src/serving.ts': `import '@rt/handling';`,
  'libs/event-store/src/index.ts': `export const store = 1;`,
  'libs/event-store/src/log.ts': `export const log = 1;`,
  'libs/event-store/src/sealing.ts': `import 'node:crypto';`,
  'libs/event-store/src/bench/append.bench.ts': `import '../sqlite/sqlite-log';`,
  'libs/event-store/src/sqlite/sqlite-log.ts': `import '../index';`,
  'apps/cli/src/main.ts': `import './house';`,
  'apps/cli/src/house.ts': `import '@rt/composition/adapters'; import '@rt/handling'; import '@rt/identity/hen';`,
  'apps/web/src/main.ts': `import '@rt/domain'; import '@rt/rules';`,
};

const surroundings: Record<string, string> = {
  'package.json': JSON.stringify({
    dependencies: { 'some-package': '1.0.0' },
    devDependencies: { 'some-test-package': '1.0.0' },
  }),
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      module: 'nodenext',
      paths: {
        '@rt/composition/*': ['./libs/composition/src/*'],
        '@rt/event-store/*': ['./libs/event-store/src/*'],
        '@rt/identity/*': ['./libs/identity/src/*'],
        '@rt/*': ['./libs/*/src'],
      },
    },
  }),
  ...Object.fromEntries(
    ['some-package', 'some-test-package'].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
      [`node_modules/${name}/index.js`, ''],
    ]),
  ),
};

const cruise = (folder: string): Violation[] => {
  const program = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [program, 'apps', 'libs', '--output-type', 'json'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (stdout === '') throw new Error(stderr);
  const report = JSON.parse(stdout) as { summary: { violations: Violation[] } };
  return report.summary.violations;
};

describe('the boundaries', () => {
  let house: string;
  let violations: Violation[];

  beforeAll(() => {
    house = mkdtempSync(path.join(tmpdir(), 'boundaries-'));
    cpSync(path.join(root, '.dependency-cruiser.cjs'), path.join(house, '.dependency-cruiser.cjs'));
    const files = Object.assign({}, surroundings, allowed, ...Object.values(breaches)) as Record<
      string,
      string
    >;
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(house, name)), { recursive: true });
      writeFileSync(path.join(house, name), text);
    }
    violations = cruise(house);
  });

  afterAll(() => rmSync(house, { recursive: true, force: true }));

  it.each(Object.entries(breaches))('%s fires where it is broken, and nowhere else', (rule, files) => {
    expect(violations.filter((found) => found.rule.name === rule).map((found) => found.from)).toEqual(
      Object.keys(files),
    );
  });

  it('nothing else fires: neither a second rule on a breach, nor any rule on what is allowed', () => {
    const expected = Object.entries(breaches).flatMap(([rule, files]) =>
      Object.keys(files).map((file) => `${file}: ${rule}`),
    );
    expect(violations.map((found) => `${found.from}: ${found.rule.name}`).sort()).toEqual(expected.sort());
  });

  it('every rule is broken here, and says why it exists', () => {
    const { forbidden } = JSON.parse(
      execFileSync(process.execPath, ['-p', `JSON.stringify(require('./.dependency-cruiser.cjs'))`], {
        cwd: root,
        encoding: 'utf8',
      }),
    ) as { forbidden: { name: string; comment: string }[] };
    expect(forbidden.map((rule) => rule.name).sort()).toEqual(Object.keys(breaches).sort());
    for (const rule of forbidden) expect(rule.comment).toMatch(/^[A-Z].{30,}\.$/s);
  });

  it('every library has a rule about what it may import', () => {
    const libraries = new Set(trackedFiles.flatMap((name) => /^libs\/([^/]+)\//.exec(name)?.[1] ?? []));
    const placed = Object.keys(breaches).map((rule) => rule.split('-knows-')[0]);
    expect([...libraries].filter((library) => !placed.includes(library))).toEqual([]);
  });

  it('this repository breaks no rule', () => {
    expect(cruise(root).map((found) => `${found.from}: ${found.rule.name}`)).toEqual([]);
  });
});
