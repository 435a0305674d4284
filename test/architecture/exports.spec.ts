import { ALL_MODELS } from '../../libs/read-models/src/models';
import { Exports } from './exports';
import { textOf, trackedFiles } from './tracked-files';

const isProduct = (file: string): boolean =>
  /^(apps|libs)\//.test(file) && !/\.(spec|fixture|contract)\.ts$/.test(file);
const isMeasurement = (file: string): boolean => /\/bench\/|\.bench\.ts$/.test(file);
/** Product code that asks questions. A query that is only measured, or only tested, has no caller. */
const asks = (file: string): boolean => isProduct(file) && !isMeasurement(file);
const isQuery = (declared: string): boolean => /\.query\.ts: /.test(declared);
const outside = (index: string) => (file: string) =>
  !file.startsWith(/^libs\/[^/]+\//.exec(index)?.[0] ?? '');

/** Tables that no statement of a question reads. */
const unread = (tables: readonly string[], questions: readonly string[]): readonly string[] =>
  tables.filter(
    (table) =>
      !questions.some((text) => new RegExp(`(selectFrom|[jJ]oin)\\(\\s*\\[?'${table}\\b`).test(text)),
  );

/** Exports that wait for their first caller, and why they may. */
const WAITING: Readonly<Record<string, string>> = {};

const broken = new Exports(
  new Map([
    ['libs/bank/src/index.ts', `export { balanceOf, type Balance, unasked } from './balance.query';`],
    [
      'libs/bank/src/balance.query.ts',
      `export interface Balance {}
       export const balanceOf = (): Balance => rowOf();
       export const unasked = (): Balance => balanceOf();
       export const measured = (): Balance => balanceOf();
       export const tested = (): Balance => balanceOf();
       const rowOf = (): Balance => ({});`,
    ],
    [
      'libs/bank/src/bench/balance.bench.ts',
      `import { measured, unasked } from '../balance.query'; measured(unasked);`,
    ],
    ['libs/bank/src/balance.spec.ts', `import { tested } from './balance.query'; tested();`],
    ['apps/till/src/main.ts', `import { balanceOf } from '@rt/bank'; balanceOf();`],
  ]),
);

describe('a house with unused exports', () => {
  it('is found out: what only a test uses', () => {
    expect(broken.unused(isProduct)).toEqual(['libs/bank/src/balance.query.ts: tested']);
  });

  it('is found out: what an index lists and nobody imports', () => {
    const index = 'libs/bank/src/index.ts';
    expect(broken.uncalled(index, outside(index))).toEqual([
      'libs/bank/src/balance.query.ts: Balance',
      'libs/bank/src/balance.query.ts: unasked',
    ]);
  });

  it('is found out: a query that is only measured', () => {
    expect(broken.unused(asks)).toEqual([
      'libs/bank/src/balance.query.ts: unasked',
      'libs/bank/src/balance.query.ts: measured',
      'libs/bank/src/balance.query.ts: tested',
    ]);
  });

  it('is found out: a table that nobody reads', () => {
    expect(unread(['rows', 'unread'], [`db.selectFrom('rows')`, `'unread'`])).toEqual(['unread']);
  });
});

describe('this repository', () => {
  const sources = new Map(
    trackedFiles.filter((name) => /\.tsx?$/.test(name)).map((name) => [name, textOf(name)]),
  );
  const repository = new Exports(sources);
  const indexes = [...sources.keys()].filter((name) => /^libs\/[^/]+\/src\/(\w+\/)?index\.ts$/.test(name));

  it('has files to judge', () => {
    expect([...sources.keys()].filter(asks).length).toBeGreaterThan(300);
    expect(indexes.length).toBeGreaterThan(8);
  });

  it('exports nothing that its tests alone use', () => {
    const tools = trackedFiles
      .filter((name) => name.startsWith('tools/'))
      .map(textOf)
      .join('');
    const unused = repository
      .unused(isProduct)
      .filter((found) => !tools.includes(found.split(': ')[1] as string));
    expect(unused).toEqual(Object.keys(WAITING));
  });

  it.each(indexes)('%s lists what others import, and nothing else', (index) => {
    expect(repository.uncalled(index, outside(index))).toEqual([]);
  });

  it('asks every query of the read models, and not only to measure it', () => {
    const unasked = [
      ...repository.unused(asks),
      ...repository.uncalled('libs/read-models/src/index.ts', asks),
    ];
    expect(unasked.filter(isQuery)).toEqual([]);
  });

  it('reads every table of every read model', () => {
    const questions = [...sources]
      .filter(([name]) => name.startsWith('libs/read-models/src/') && asks(name))
      .map(([, text]) => text);
    const tables = ALL_MODELS.flatMap((model) => model.tables.map(({ name }) => name));
    expect(tables.length).toBeGreaterThan(5);
    expect(unread(tables, questions)).toEqual([]);
  });
});
