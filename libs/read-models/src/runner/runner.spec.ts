import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { recorded } from '@rt/domain';
import type { HistoryDamaged } from '@rt/event-store';
import { FileRepository, type LoadedFile } from '@rt/files';
import { openReadDatabase } from '../sqlite';
import {
  append,
  contentsOf,
  fileId,
  ordinaryThread,
  rebuilt,
  testBed,
  type TestBed,
} from '../history.fixture';
import { ALL_MODELS } from '../models';
import { isOfFiles, type FileModel, type ReadModel } from '../read-model';
import type { Applied } from './batch';
import type { Progress } from './progress';
import { catchUp, lagOf, rebuild } from './runner';
import { readStates } from './states';
import { eraseStream } from '@rt/event-store/store.fixture';

/** The models; `onRows` is called before one of them makes the rows of a file. */
const watched = (
  onRows: (model: FileModel, file: LoadedFile) => void,
  models: readonly ReadModel[] = ALL_MODELS,
): readonly ReadModel[] =>
  models.map((model) =>
    isOfFiles(model)
      ? {
          ...model,
          rowsOf: (...args: Parameters<FileModel['rowsOf']>) => {
            onRows(model, args[0]);
            model.rowsOf(...args);
          },
        }
      : model,
  );

/** The models, one of which fails when it meets the n-th file. */
const failingAt = (n: number): readonly ReadModel[] => {
  let files = 0;
  return watched(({ name }) => {
    if (name === 'findings' && ++files === n) throw new Error('out of order');
  });
};

const raised = (name: string): readonly ReadModel[] =>
  ALL_MODELS.map((model) => (model.name === name ? { ...model, version: `${model.version} raised` } : model));

describe('the runner', () => {
  let bed: TestBed;
  beforeEach(async () => (bed = await testBed()));
  afterEach(() => bed.close());

  const threads = async (files: number): Promise<void> => {
    for (let number = 1; number <= files; number++) await append(bed.store, fileId(number), ordinaryThread);
  };
  const change = (): Promise<void> =>
    append(bed.store, fileId(1), [recorded('OrderCancelled', '2026-03-10')]);

  it('makes the rows of a store that already has events', async () => {
    await threads(2);
    await catchUp(bed);
    const { findings, decisions, cases } = await contentsOf(bed.db);
    expect(cases).toHaveLength(2);
    expect(decisions).toHaveLength(2);
    expect(findings?.length).toBeGreaterThan(2);
  });

  it('accepts an empty store', async () => {
    await catchUp(bed);
    expect((await contentsOf(bed.db)).findings).toEqual([]);
    await threads(1);
    await catchUp(bed);
    expect(await contentsOf(bed.db)).toEqual(await rebuilt(bed));
  });

  it('makes the same rows when the read database was deleted', async () => {
    await threads(2);
    await catchUp(bed);
    await change();
    await catchUp(bed);
    const before = await contentsOf(bed.db);
    expect(await rebuilt(bed)).toEqual(before);
  });

  describe('where a file is damaged', () => {
    const damage = (fileNumber: number, revision: number): void => {
      const database = new DatabaseSync(join(bed.folder, 'store', 'events.sqlite'));
      database
        .prepare(
          `UPDATE events SET envelope = replace(envelope, '"occurredOn":"2026', '"occurredOn":"2025')
           WHERE stream = (SELECT number FROM streams WHERE name LIKE '%' || ?) AND revision = ?`,
        )
        .run(fileId(fileNumber), revision);
      database.close();
    };

    it('applies the other files, keeps its rows, and reports it', async () => {
      await threads(2);
      await catchUp(bed);
      const before = await contentsOf(bed.db);
      await append(bed.store, fileId(2), [recorded('OrderCancelled', '2026-03-10')]);
      await change();
      damage(2, ordinaryThread.length);
      const damaged: HistoryDamaged[] = [];
      await catchUp({
        ...bed,
        files: new FileRepository(bed.store),
        onDamaged: (each) => damaged.push(each),
      });
      expect(damaged[0]).toMatchObject({ code: 'HISTORY_DAMAGED', revision: ordinaryThread.length });
      const after = await contentsOf(bed.db);
      const rowsOf = (contents: typeof after, file: number) =>
        contents.findings?.filter((row) => JSON.stringify(row).includes(fileId(file)));
      expect(rowsOf(after, 2)).toEqual(rowsOf(before, 2));
      expect(rowsOf(after, 1)).not.toEqual(rowsOf(before, 1));
      await expect(lagOf(bed)).resolves.toEqual(
        ALL_MODELS.map(({ name }) => expect.objectContaining({ model: name, upToDate: true })),
      );
    });

    it('rebuilds the others, and has no rows of it where it had none', async () => {
      await threads(2);
      damage(2, 1);
      const damaged: HistoryDamaged[] = [];
      await rebuild({ ...bed, onDamaged: (each) => damaged.push(each) });
      expect(damaged).toHaveLength(1);
      const { cases = [] } = await contentsOf(bed.db);
      expect(cases.map((row) => JSON.stringify(row).includes(fileId(1)))).toEqual([true]);
    });

    it('ends with the damage where the caller does not say what to do with it', async () => {
      await threads(2);
      damage(2, 1);
      await expect(catchUp(bed)).rejects.toMatchObject({ code: 'HISTORY_DAMAGED' });
      await expect(rebuild(bed)).rejects.toMatchObject({ code: 'HISTORY_DAMAGED' });
    });
  });

  it('lets two runners catch up at once without counting an event twice', async () => {
    await threads(6);
    const other = await openReadDatabase(bed.file);
    await Promise.all([catchUp({ ...bed, batchSize: 3 }), catchUp({ ...bed, db: other, batchSize: 4 })]);
    await change();
    await append(bed.store, fileId(7), ordinaryThread);
    await Promise.all([catchUp({ ...bed, batchSize: 3 }), catchUp({ ...bed, db: other, batchSize: 4 })]);
    await other.close();
    expect(await contentsOf(bed.db)).toEqual(await rebuilt(bed));
  });

  it('reports what can be read, batch by batch, and nothing twice', async () => {
    await threads(1);
    const told: Applied[] = [];
    const onApplied = (applied: Applied) => told.push(applied);
    await catchUp({ ...bed, onApplied });
    expect(told).toEqual([]);
    await append(bed.store, fileId(2), [recorded('PersonalFileOpened', '2026-01-02')]);
    await change();
    await Promise.all([
      catchUp({ ...bed, onApplied, batchSize: 1 }),
      catchUp({ ...bed, onApplied, batchSize: 1 }),
    ]);
    expect(told.map(({ fileIds }) => fileIds)).toEqual([[fileId(2)], [fileId(1)]]);
    expect(told.at(-1)?.position).toBe(await bed.store.lastPosition());
    await append(bed.store, fileId(1), [recorded('CaseClosed', '2026-04-01')]);
    await append(bed.store, fileId(2), [recorded('NoteWritten', '2026-04-01')]);
    await catchUp({ ...bed, onApplied });
    expect(told.slice(2).map(({ fileIds }) => fileIds)).toEqual([[fileId(1), fileId(2)]]);
  });

  it('leaves rows and checkpoint as they were when a batch fails in the middle', async () => {
    await threads(3);
    await catchUp(bed);
    const before = [await contentsOf(bed.db), await readStates(bed.db.reader)];
    for (const number of [1, 2, 3])
      await append(bed.store, fileId(number), [recorded('OrderCancelled', '2026-03-10')]);
    await expect(catchUp({ ...bed, models: failingAt(2) })).rejects.toThrow('out of order');
    expect([await contentsOf(bed.db), await readStates(bed.db.reader)]).toEqual(before);
    await catchUp(bed);
    expect(await contentsOf(bed.db)).toEqual(await rebuilt(bed));
  });

  it('leaves the old rows complete when a rebuild fails in the middle', async () => {
    await threads(3);
    await catchUp(bed);
    const before = [await contentsOf(bed.db), await readStates(bed.db.reader)];
    await expect(rebuild({ ...bed, models: failingAt(2) })).rejects.toThrow('out of order');
    expect([await contentsOf(bed.db), await readStates(bed.db.reader)]).toEqual(before);
    await rebuild(bed);
    expect(await contentsOf(bed.db)).toEqual(before[0]);
  });

  it('leaves the old rows complete when the process dies during a rebuild', async () => {
    await threads(3);
    await catchUp(bed);
    const before = await contentsOf(bed.db);
    const dead = join(bed.folder, 'dead.sqlite');
    // The files on disk while the transaction is open are what a process leaves if it is killed then.
    const copying = watched(({ name }, file) => {
      if (name !== 'findings' || file.fileId !== fileId(3)) return;
      for (const part of ['', '-wal', '-shm'])
        if (existsSync(bed.file + part)) copyFileSync(bed.file + part, dead + part);
    });
    await change();
    await rebuild({ ...bed, models: copying });
    const db = await openReadDatabase(dead);
    expect(await contentsOf(db)).toEqual(before);
    await catchUp({ ...bed, db });
    const after = await contentsOf(db);
    await db.close();
    expect(after).toEqual(await rebuilt(bed));
  });

  it('answers from the old rows while it rebuilds', async () => {
    await threads(3);
    await catchUp(bed);
    const before = await contentsOf(bed.db);
    const during: unknown[] = [];
    const looking = watched(
      ({ name }) => void (name === 'findings' && during.push(contentsOf(bed.db))),
      raised('findings'),
    );
    await catchUp({ ...bed, models: looking });
    expect(await Promise.all(during)).toEqual([before, before, before]);
  });

  it('rebuilds the model whose version was raised, and no other', async () => {
    await threads(2);
    await catchUp(bed);
    const progress: Progress[] = [];
    await catchUp({ ...bed, models: raised('decisions'), onProgress: (p) => progress.push(p) });
    expect(progress.map(({ phase, models }) => [phase, models])).toEqual([['rebuild', ['decisions']]]);
    expect(await contentsOf(bed.db)).toEqual(await rebuilt(bed));
  });

  it('rebuilds the findings when the municipality sets another number of days', async () => {
    await threads(1);
    await catchUp(bed);
    const dueOn = (): Promise<unknown> =>
      bed.db.reader.selectFrom('findings').select('dueOn').where('rule', '=', 'plan-due').executeTakeFirst();
    expect(await dueOn()).toEqual({ dueOn: '2026-03-17' });
    await bed.store.append(bed.ruleset.stream, 'none', [
      {
        id: '11111111-0000-4000-8000-000000000001',
        type: 'RuleParametersAdopted',
        schemaVersion: 1,
        occurredOn: '2026-01-01',
        recordedBy: 'anna',
        unitId: 'norr',
        origin: 'user',
        commandId: '11111111-0000-4000-8000-000000000002',
        requestHash: '0'.repeat(64),
        correlationId: '11111111-0000-4000-8000-000000000002',
        data: {
          scope: 'municipality',
          ruleId: 'plan-due',
          from: '2026-01-01',
          parameters: { planDaysMax: 20 },
        },
      },
    ]);
    await catchUp(bed);
    expect(await dueOn()).toEqual({ dueOn: '2026-03-22' });
    expect((await lagOf(bed)).every(({ upToDate }) => upToDate)).toBe(true);
  });

  it('does not update the rows of a model after a step that it ignores', async () => {
    await threads(1);
    await catchUp(bed);
    const asked: string[] = [];
    const models = watched(({ name }) => void asked.push(name));
    await append(bed.store, fileId(1), [recorded('ContactMade', '2026-03-10')]);
    await catchUp({ ...bed, models });
    expect(asked).toEqual(['findings', 'case-threads', 'notices']);
    await change();
    await catchUp({ ...bed, models });
    expect(asked.slice(3)).toEqual(['findings', 'expiries', 'case-overview', 'case-threads', 'notices']);
  });

  it('stops at an event of a newer program', async () => {
    await threads(1);
    await catchUp(bed);
    await append(bed.store, fileId(1), [
      { ...recorded('NoteWritten', '2026-03-10'), type: 'Unheard' as 'NoteWritten' },
    ]);
    await expect(catchUp(bed)).rejects.toThrow('unknown event type Unheard');
  });

  it('refuses a store that has lost events which the rows know, and keeps the rows', async () => {
    await threads(2);
    await catchUp(bed);
    const before = await contentsOf(bed.db);
    const older = await testBed();
    await append(older.store, fileId(1), ordinaryThread.slice(0, 8));
    const behind = { code: 'DATA_FOLDER_UNUSABLE', reason: 'behind' };
    await expect(catchUp({ ...bed, store: older.store })).rejects.toMatchObject(behind);
    await expect(rebuild({ ...bed, store: older.store })).rejects.toMatchObject(behind);
    expect(await contentsOf(bed.db)).toEqual(before);
    await older.close();
  });

  it('has no rows of a file that was erased', async () => {
    await threads(2);
    await catchUp(bed);
    await eraseStream(bed.store, `personalFile-${fileId(2)}`, ordinaryThread.length - 1);
    await catchUp(bed);
    const contents = await contentsOf(bed.db);
    expect(JSON.stringify(contents)).not.toContain(fileId(2));
    for (const table of ['cases', 'decisions', 'findingFacts', 'filePersons'])
      expect(contents[table]).toHaveLength(1);
  });

  it('reports how far behind each model is', async () => {
    await threads(2);
    expect(await lagOf(bed)).toContainEqual({
      model: 'findings',
      current: false,
      upToDate: false,
      eventsBehind: 20,
    });
    await catchUp(bed);
    expect(await lagOf(bed)).toContainEqual({
      model: 'findings',
      current: true,
      upToDate: true,
      eventsBehind: 0,
    });
    await change();
    expect(await lagOf(bed)).toContainEqual({
      model: 'findings',
      current: true,
      upToDate: false,
      eventsBehind: 1,
    });
    expect(await lagOf({ ...bed, models: raised('decisions') })).toContainEqual({
      model: 'decisions',
      current: false,
      upToDate: false,
      eventsBehind: 21,
    });
  });

  it('ends between two batches when the signal aborts', async () => {
    await threads(1);
    await catchUp(bed);
    await append(bed.store, fileId(2), ordinaryThread);
    const stop = new AbortController();
    const catching = catchUp({ ...bed, batchSize: 4, signal: stop.signal, onProgress: () => stop.abort() });
    await expect(catching).rejects.toMatchObject({ name: 'AbortError' });
    expect(await lagOf(bed)).toContainEqual({
      model: 'findings',
      current: true,
      upToDate: false,
      eventsBehind: 6,
    });
  });
});
