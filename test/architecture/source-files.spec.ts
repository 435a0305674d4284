import path from 'node:path';
import { root, textOf, trackedFiles } from './tracked-files';

const code = trackedFiles.filter((name) => /\.(ts|tsx|mts|mjs|cjs)$/.test(name));
const specs = code.filter((name) => name.endsWith('.spec.ts'));

/** The lines that match a pattern, as file:line, so that a failure names the place. */
const linesWith = (files: readonly string[], pattern: RegExp): string[] =>
  files.flatMap((name) =>
    textOf(name)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${name}:${index + 1}`] : [])),
  );

describe('a source file', () => {
  it('there are some to judge', () => {
    expect(code).toContain('libs/event-store/src/port.ts');
    expect(specs).toContain(path.relative(root, __filename));
  });

  it('does one thing, in 400 lines at the very most', () => {
    const lines = (name: string) => textOf(name).trimEnd().split('\n').length;
    expect(code.filter((name) => lines(name) > 400).map((name) => `${name}: ${lines(name)}`)).toEqual([]);
  });

  it('is named concept, dot, role, in lower case with hyphens', () => {
    const word = '[a-z0-9]+(-[a-z0-9]+)*';
    const wellNamed = new RegExp(`^\\.?${word}(\\.${word})*\\.(ts|tsx|mts|mjs|cjs)$`);
    expect(code.map((name) => path.basename(name)).filter((name) => !wellNamed.test(name))).toEqual([]);
  });

  it('has no name that says nothing, such as utils or helpers', () => {
    const nothing = /^(utils?|helpers?|common|misc|managers?|services?)(\.|$)/;
    const parts = trackedFiles.flatMap((name) => name.split('/').map((part) => ({ name, part })));
    expect(parts.filter(({ part }) => nothing.test(part)).map(({ name }) => name)).toEqual([]);
  });

  it('has no mark of unfinished work', () => {
    expect(
      linesWith(
        code,
        new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].map((mark) => `\\b${mark}\\b`).join('|')),
      ),
    ).toEqual([]);
  });

  it('is typed: no check of the compiler or of the linter is switched off wholesale', () => {
    expect(
      linesWith(code, new RegExp(`@ts-(${'no' + 'check'}|${'ig' + 'nore'})|^/\\* eslint-${'disable'} ?\\*/`)),
    ).toEqual([]);
  });
});

describe('a spec', () => {
  it('runs as a whole: no test is singled out, skipped or only announced', () => {
    // `const where = hasServer ? it : it.skip;` is allowed: `npm test` names the tests that could not run in its last lines.
    const words = ['only', 'skip', 'todo'].join('|');
    const singledOut = new RegExp(
      `\\b(it|test|describe)\\.(${words})\\b(?!;)|\\b(xit|xtest|xdescribe|fit|fdescribe)\\(`,
    );
    expect(linesWith(specs, singledOut)).toEqual([]);
    expect(['it.' + 'skip(', 'x' + 'it('].filter((text) => !singledOut.test(text))).toEqual([]);
  });
});
