import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { root } from './tracked-files';
import { oldNodeMessage } from '../../apps/cli/src/require-node-24';

const commandLine = path.join(root, 'apps/cli/src');

/** Runs a program on this Node with `process.versions.node` set to another version, so that no old Node has to be installed. */
const onNode = (version: string, program: string) =>
  spawnSync(
    process.execPath,
    ['-e', `Object.defineProperty(process.versions, 'node', { value: '${version}' }); ${program}`],
    { encoding: 'utf8' },
  );

describe('started on an older Node', () => {
  let folder: string;
  let compiled: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'node-24-'));
    compiled = path.join(folder, 'require-node-24.cjs');
    const { outputText } = ts.transpileModule(
      readFileSync(path.join(commandLine, 'require-node-24.ts'), 'utf8'),
      {
        compilerOptions: { target: ts.ScriptTarget.ES2024, module: ts.ModuleKind.CommonJS },
      },
    );
    writeFileSync(compiled, outputText);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(['18.20.4', '20.20.2', '23.11.1'])(
    '%s: one line says what is needed, and the program ends with 2',
    (version) => {
      const { status, stdout, stderr } = onNode(version, `require(${JSON.stringify(compiled)})`);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toBe(`${oldNodeMessage(version)}\n`);
      expect(stderr).toMatch(
        new RegExp(`^.*Node 24.*Node ${version.replaceAll('.', '\\.')}.*npm start.*install Node 24\\.\n$`),
      );
    },
  );

  it.each(['24.0.0', '24.21.0', '26.1.0', '100.0.0'])('%s: prints nothing', (version) => {
    const { status, stdout, stderr } = onNode(version, `require(${JSON.stringify(compiled)})`);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('the tools behind the npm scripts say the same', () => {
    const tool = JSON.stringify(path.join(root, 'tools/node-24.mjs'));
    const { status, stderr } = onNode('22.1.0', `import(${tool}).then((tool) => tool.requireNode24())`);
    expect({ status, stderr }).toEqual({ status: 2, stderr: `${oldNodeMessage('22.1.0')}\n` });
  });

  it('the command line checks the version before it imports anything else', () => {
    const main = readFileSync(path.join(commandLine, 'main.ts'), 'utf8');
    expect(/^import .*$/m.exec(main)?.[0]).toBe(`import './require-node-24';`);
  });
});
