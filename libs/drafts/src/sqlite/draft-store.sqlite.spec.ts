import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { KeyDamaged } from '@rt/event-store';
import { draftOf, draftStoreContract, FileSeals } from '../draft-store.contract';
import { openSqliteDraftStore } from './draft-store.sqlite';

describe('the store of drafts in SQLite', () => {
  const key = createSecretKey(randomBytes(32));
  let folder: string;
  let forged: number;
  let madeAnew: number;
  let lost: number;
  let seals: FileSeals;
  const file = () => path.join(folder, 'drafts.sqlite');
  const open = (sealOf = seals.sealOf) =>
    openSqliteDraftStore(file(), {
      key,
      sealOf,
      onMadeAnew: () => void (madeAnew += 1),
      onForged: () => void (forged += 1),
      onRowsLost: () => void (lost += 1),
    });
  const change = (sql: string): void => {
    const database = new DatabaseSync(file());
    database.exec(sql);
    database.close();
  };
  const rows = (): unknown => {
    const database = new DatabaseSync(file(), { readOnly: true });
    const found = database.prepare('SELECT count(*) AS n FROM draft').get()?.['n'];
    database.close();
    return found;
  };
  const bytes = (): string[] =>
    readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'latin1'));
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'rt-drafts-'));
    [forged, madeAnew, lost] = [0, 0, 0];
    seals = new FileSeals(['file-1', 'file-2']);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  draftStoreContract('the adapter for SQLite', (ofContract) => {
    seals = ofContract;
    return open();
  });

  it('shows what is written to no reader of the folder, and its file to its owner alone', async () => {
    const store = open();
    await store.save(draftOf('a'));
    await store.save(draftOf('b', { fileId: null }));
    expect(bytes().some((each) => each.includes('Ringde') || each.includes('NoteWritten'))).toBe(false);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    await store.close();
  });

  it.each([
    ['made another user’s', `UPDATE draft SET user_id = 'bo'`],
    ['moved to another file', `UPDATE draft SET file_id = 'file-2'`],
    ['made one of no file', `UPDATE draft SET file_id = NULL`],
    ['made younger', `UPDATE draft SET saved_at = '2036-01-01T00:00:00.000Z'`],
    ['given another id', `UPDATE draft SET draft_id = 'c'`],
    [
      'given the content of another',
      `UPDATE draft SET sealed = (SELECT sealed FROM draft WHERE draft_id = 'b')`,
    ],
    [
      'exchanged for another, seal and code together',
      `UPDATE draft SET (sealed, mac) = (SELECT sealed, mac FROM draft WHERE draft_id = 'b')`,
    ],
    ['changed in one letter', `UPDATE draft SET sealed = substr(sealed, 2) || 'A'`],
  ])('believes nothing of a draft that somebody has %s', async (_, sql) => {
    const store = open();
    await store.save(draftOf('a'));
    await store.save(draftOf('b'));
    change(`${sql} WHERE draft_id = 'a'`);
    const shown = [...(await store.ofUser('anna')), ...(await store.ofUser('bo'))];
    expect([shown, forged, rows()]).toEqual([[draftOf('b')], 1, 1]);
    await store.close();
  });

  it('takes a draft whose key was destroyed for ended, not for forged', async () => {
    const store = open();
    await store.save(draftOf('a'));
    seals.destroy('file-1');
    await store.removeOld('2026-01-01T00:00:00.000Z');
    expect([rows(), forged]).toEqual([0, 0]);
    await store.close();
  });

  it('keeps a draft whose file’s key is damaged, until that is put back', async () => {
    const before = open();
    await before.save(draftOf('a'));
    await before.save(draftOf('b', { fileId: 'file-2' }));
    await before.close();
    const damaged = open(async (fileId) => {
      if (fileId === 'file-1') throw new KeyDamaged('personalFile-file-1');
      return seals.sealOf(fileId);
    });
    await damaged.removeOld('2026-01-01T00:00:00.000Z');
    expect(await damaged.ofUser('anna')).toEqual([draftOf('b', { fileId: 'file-2' })]);
    await expect(damaged.find('anna', 'a')).rejects.toMatchObject({ code: 'KEY_DAMAGED' });
    await damaged.close();
    const after = open();
    expect(await after.find('anna', 'a')).toEqual(draftOf('a'));
    await after.close();
  });

  it('leaves neither the draft nor its own key in the folder when it is discarded', async () => {
    const store = open();
    await store.save(draftOf('a', { fileId: null }));
    const database = new DatabaseSync(file(), { readOnly: true });
    const { sealed, own_key: ownKey } = database.prepare('SELECT sealed, own_key FROM draft').get() as {
      sealed: string;
      own_key: string;
    };
    database.close();
    const isThere = (): boolean => bytes().some((each) => each.includes(sealed) || each.includes(ownKey));
    expect(isThere()).toBe(true);
    await store.remove('anna', 'a');
    expect(isThere()).toBe(false);
    await store.close();
  });

  it('says that a draft is gone which nobody removed, and nothing of one that was removed', async () => {
    const store = open();
    await store.save(draftOf('a'));
    await store.save(draftOf('b'));
    await store.remove('anna', 'a');
    await store.close();
    await open().close();
    expect(lost).toBe(0);
    change('DELETE FROM draft');
    await open().close();
    expect(lost).toBe(1);
  });

  it('is made anew where its file is damaged', async () => {
    const before = open();
    await before.save(draftOf('a'));
    await before.close();
    writeFileSync(file(), readFileSync(file()).fill(0xff, 4096, 8192));
    const store = open();
    expect([await store.ofUser('anna'), madeAnew]).toEqual([[], 1]);
    await store.save(draftOf('b'));
    expect(await store.find('anna', 'b')).toEqual(draftOf('b'));
    await store.close();
  });
});
