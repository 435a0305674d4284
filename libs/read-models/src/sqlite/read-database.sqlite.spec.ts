import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { ReadDatabaseDamaged } from '../database/read-database';
import { openReadDatabase } from './read-database.sqlite';

describe('the read database in SQLite', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'read-database-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('refuses an object or a date as a parameter, which node:sqlite would silently not bind', async () => {
    const db = await openReadDatabase(join(folder, 'read-models.sqlite'));
    for (const value of [new Date(0), {}, []])
      await expect(sql`select ${value}`.execute(db.reader)).rejects.toThrow(
        'must be a text, a number or null',
      );
    expect((await sql`select ${'one'} as said`.execute(db.reader)).rows).toEqual([{ said: 'one' }]);
    await db.close();
  });

  it('overwrites deleted data, uses a write-ahead log, and refuses writes through the reader', async () => {
    const db = await openReadDatabase(join(folder, 'read-models.sqlite'));
    for (const connection of [db.reader, db.writer])
      expect((await sql`pragma secure_delete`.execute(connection)).rows).toEqual([{ secureDelete: 1 }]);
    expect((await sql`pragma journal_mode`.execute(db.reader)).rows).toEqual([{ journalMode: 'wal' }]);
    await expect(db.reader.deleteFrom('modelStates').execute()).rejects.toMatchObject({ reason: 'readOnly' });
    await db.close();
  });

  it('moves a file aside that is no database, and opens a new one', async () => {
    const file = join(folder, 'read-models.sqlite');
    const letter = 'This is a letter and no database. '.repeat(200);
    writeFileSync(file, letter);
    const told: string[] = [];
    const options = { onDamaged: () => told.push('damaged'), onMadeAnew: () => told.push('made anew') };
    const db = await openReadDatabase(file, options);
    expect(await db.reader.selectFrom('modelStates').selectAll().execute()).toEqual([]);
    expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(letter);
    expect(told).toEqual(['damaged', 'made anew']);
    await db.close();
  });

  it('answers nothing after damage until the file is another one, which only one process makes', async () => {
    const file = join(folder, 'read-models.sqlite');
    const [one, other] = [await openReadDatabase(file), await openReadDatabase(file)];
    for (const db of [one, other]) {
      db.damaged();
      expect(() => db.reader).toThrow(ReadDatabaseDamaged);
      expect(() => db.writer).toThrow('try again');
    }
    await one.makeAnew();
    const state = { model: 'findings', version: '1', position: null };
    await one.writer.insertInto('modelStates').values(state).execute();
    await other.makeAnew();
    expect(await other.reader.selectFrom('modelStates').selectAll().execute()).toEqual([state]);
    await one.reopen();
    expect(await one.reader.selectFrom('modelStates').selectAll().execute()).toEqual([state]);
    await one.close();
    await other.close();
  });

  it('reports a missing folder', async () => {
    await expect(openReadDatabase(join(folder, 'nowhere', 'read-models.sqlite'))).rejects.toMatchObject({
      reason: 'missing',
    });
  });

  it('reports to a writer that another one is writing, and shows its reader the last committed rows', async () => {
    const file = join(folder, 'read-models.sqlite');
    const [one, other] = [await openReadDatabase(file), await openReadDatabase(file)];
    const state = { model: 'findings', version: '1', position: null };
    await one.writer.transaction().execute(async (trx) => {
      await trx.insertInto('modelStates').values(state).execute();
      await expect(other.writer.deleteFrom('modelStates').execute()).rejects.toMatchObject({
        code: 'READ_DATABASE_BUSY',
      });
      expect(await other.reader.selectFrom('modelStates').selectAll().execute()).toEqual([]);
    });
    expect(await other.reader.selectFrom('modelStates').selectAll().execute()).toEqual([state]);
    await one.close();
    await other.close();
  });
});
