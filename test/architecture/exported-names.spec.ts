import { textOf, trackedFiles } from './tracked-files';

/** Modules whose names are read as a namespace (`f.text`, `s.text`), so that they may repeat each other. */
const VOCABULARIES = [
  'libs/domain/src/declare.ts',
  'libs/domain/src/shape.ts',
  'libs/read-models/src/database/columns.ts',
];

const DECLARATION =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:type|interface|class|const|function\*?|enum) (\w+)/gm;

/** Exported names that several files declare, each with its files. One name may be a type and a value of the same file. */
const sharedNames = (sources: ReadonlyMap<string, string>): readonly string[] => {
  const filesOf = new Map<string, Set<string>>();
  for (const [file, text] of sources)
    for (const [, name] of text.matchAll(DECLARATION)) {
      const files = filesOf.get(name as string) ?? new Set();
      filesOf.set(name as string, files.add(file));
    }
  return [...filesOf]
    .filter(([, files]) => files.size > 1)
    .map(([name, files]) => `${name}: ${[...files].join(', ')}`);
};

describe('an exported name', () => {
  it('is found when two files declare it', () => {
    const sources = new Map([
      ['a.ts', 'export const Verdict = 1;\nexport type Verdict = typeof Verdict;\nexport const one = 1;'],
      ['b.ts', 'export interface Verdict {}\nconst one = 2;'],
    ]);
    expect(sharedNames(sources)).toEqual(['Verdict: a.ts, b.ts']);
  });

  it('stands for one thing in the whole repository', () => {
    const files = trackedFiles.filter((name) => /\.tsx?$/.test(name) && !VOCABULARIES.includes(name));
    const sources = new Map(files.map((name) => [name, textOf(name)]));
    expect(sources.size).toBeGreaterThan(500);
    expect(sharedNames(sources)).toEqual([]);
  });
});
