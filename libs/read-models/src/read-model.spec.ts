import { createHmac, createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import {
  DEFAULT_CONFIGURATION,
  STEPS,
  stepOf,
  type PersonalFileEvent,
  type Recorded,
  type Step,
} from '@rt/domain';
import { DEFAULT_RULESET } from '@rt/rules';
import { textSealWith } from '../../event-store/src/sealing/text-seal';
import { arbitraryHistory } from '../../domain/src/history.fixture';
import { cellsOf } from './database/tables.sql';
import type { Column, ColumnKind } from './database/columns';
import { fileId } from './history.fixture';
import { FILE_MODELS } from './models';
import { LoadedFile } from '@rt/files';
import type { FileTexts } from './file-texts';
import type { FileModel } from './read-model';

const inForce = { ruleset: DEFAULT_RULESET, configuration: DEFAULT_CONFIGURATION, revision: -1 };

const texts: FileTexts = {
  seal: textSealWith(createSecretKey(Buffer.alloc(32)), 'personalFile-1').seal,
  hash: (purpose, text) => createHmac('sha256', purpose).update(text).digest('base64url').slice(0, 22),
};

const rowsOf = (model: FileModel, recorded: readonly Recorded<PersonalFileEvent>[]): readonly string[] => {
  const rows: string[] = [];
  model.rowsOf(
    new LoadedFile(fileId(1), recorded),
    inForce,
    (table, row) => rows.push(`${table.name} ${JSON.stringify(cellsOf(table, row))}`),
    texts,
  );
  return rows;
};

const rowsWithout = (
  model: FileModel,
  steps: readonly Step[],
  history: readonly Recorded<PersonalFileEvent>[],
): readonly string[] =>
  rowsOf(
    model,
    history.filter(({ type }) => !steps.includes(stepOf(type))),
  );

/** Files whose rows differ between models; the same files in every run. */
const histories = fc.sample(arbitraryHistory({ stepsMax: 80 }), { numRuns: 60, seed: 1 });

describe.each(FILE_MODELS.map((model) => [model.name, model] as const))('%s', (_name, model) => {
  it('has the same rows without the steps that it ignores', () =>
    fc.assert(
      fc.property(arbitraryHistory({ stepsMax: 80 }), (history) => {
        expect(rowsWithout(model, model.ignores ?? [], history)).toEqual(rowsOf(model, history));
      }),
      { numRuns: 60 },
    ));

  it('has different rows without some step that it does not ignore', () => {
    const counted = (Object.keys(STEPS) as Step[]).filter((step) => !model.ignores?.includes(step));
    const read = counted.filter((step) =>
      histories.some(
        (history) => !isDeepStrictEqual(rowsWithout(model, [step], history), rowsOf(model, history)),
      ),
    );
    expect(read).toContain('entry');
    expect(read.length).toBeGreaterThan(1);
  });

  it('reads no clock', () =>
    fc.assert(
      fc.property(arbitraryHistory(), (history) => {
        const clock = jest.spyOn(globalThis, 'Date').mockImplementation(() => {
          throw new Error('a read model asked what time it is');
        });
        try {
          rowsOf(model, history);
        } finally {
          clock.mockRestore();
        }
        expect(clock).not.toHaveBeenCalled();
      }),
      { numRuns: 20 },
    ));

  it('fills every column with a value that its kind allows', () =>
    fc.assert(
      fc.property(arbitraryHistory({ stepsMax: 80 }), (history) => {
        model.rowsOf(
          new LoadedFile(fileId(1), history),
          inForce,
          (table, row) => {
            for (const [column, { kind, nullable }] of Object.entries<Column>(table.columns)) {
              const value: unknown = row[column as keyof typeof row];
              if (value === null && nullable) continue;
              expect(`${String(column)}: ${JSON.stringify(value)}`).toMatch(
                new RegExp(`^${String(column)}: ${ALLOWED[kind].source}$`),
              );
            }
          },
          texts,
        );
      }),
      { numRuns: 30 },
    ));
});

/** A code begins with a letter and contains no blanks: a number, a name or a section of a statute is none. */
const ALLOWED = {
  id: /"[\w:.-]+"/,
  ids: /"\[(\\"[\w-]{36}\\",?)*\]"/,
  code: /"[a-zåäöA-Z][\wåäö.:-]*"/,
  day: /"\d{4}-\d\d-\d\d"/,
  instant: /"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"/,
  settings: /"\{(\\"\w+\\":\d+,?)*\}"/,
  version: /\d+/,
  ordinal: /\d+/,
  sealed: /"[\w-]{120,}"/,
  hash: /"[\w-]{22}"/,
} as const satisfies Record<ColumnKind, RegExp>;
