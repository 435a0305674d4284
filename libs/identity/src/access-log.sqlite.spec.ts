import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteAccessLog, searchMade, type AccessEntry, type AccessLog, type SearchTermKind } from '.';

const opened = (fileId: string, at = '2026-03-02T08:00:00.000Z'): AccessEntry => ({
  at,
  userId: 'hl-1',
  role: 'caseWorker',
  relation: 'assigned',
  purpose: 'handling',
  action: 'open',
  fileId,
});

describe('the access log', () => {
  let folder: string;
  let path: string;
  let log: AccessLog;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rt-access-'));
    path = join(folder, 'access-log.sqlite');
    log = openSqliteAccessLog(path);
  });
  afterEach(() => {
    log.close();
    rmSync(folder, { recursive: true });
  });

  const tamper = (sql: string) => {
    const db = new DatabaseSync(path);
    db.exec(sql);
    db.close();
  };
  const tampered = (sql: string) => {
    tamper(sql);
    return log.verify();
  };

  it('is whole when empty and after every entry', () => {
    expect(log.verify()).toEqual({ ok: true, entries: 0 });
    log.write(opened('a'));
    log.write({ ...opened('b'), scope: 'unit=farsta' });
    expect(log.verify()).toEqual({ ok: true, entries: 2 });
  });

  it('tells who opened a file, oldest first, and nothing about other files', () => {
    log.write(opened('a', '2026-03-02T08:00:00.000Z'));
    log.write(opened('b'));
    log.write({
      ...opened('a', '2026-03-03T08:00:00.000Z'),
      userId: 'insp-1',
      role: 'inspector',
      relation: 'sampled',
    });
    expect(log.entriesOf('a').map(({ number, userId }) => [number, userId])).toEqual([
      [1, 'hl-1'],
      [3, 'insp-1'],
    ]);
  });

  it('finds a changed, a removed and an inserted entry, and says which', () => {
    for (const fileId of ['a', 'b', 'c']) log.write(opened(fileId));
    expect(tampered("UPDATE access SET user_id = 'hl-2' WHERE number = 2")).toEqual({
      ok: false,
      entries: 2,
      brokenAt: 2,
    });
    expect(tampered('DELETE FROM access WHERE number = 1')).toEqual({ ok: false, entries: 1, brokenAt: 1 });
  });

  it('takes entries from two processes in one chain', () => {
    const other = openSqliteAccessLog(path);
    for (let i = 0; i < 20; i += 1) (i % 2 ? other : log).write(opened(`f${i}`));
    other.close();
    expect(log.verify()).toEqual({ ok: true, entries: 20 });
  });

  it('throws where it cannot write, so that nothing is answered', () => {
    tamper('DROP TABLE access; CREATE VIEW access AS SELECT 1 AS number, 2 AS hash');
    expect(() => log.write(opened('a'))).toThrow();
  });

  it('takes several at once, all of them or none', () => {
    log.writeAll([opened('a'), opened('b')]);
    expect(() =>
      log.writeAll([opened('c'), { ...opened('d'), userId: null as unknown as string }]),
    ).toThrow();
    expect(log.verify()).toEqual({ ok: true, entries: 2 });
    expect(log.entriesOf('c')).toEqual([]);
  });

  it('says that somebody searched and by what kind of term, and cannot be told the term', () => {
    const { at, userId, role, relation, purpose } = opened('a');
    const reader = { at, userId, role, relation, purpose, term: 'Exempelsson' };
    log.write(searchMade(reader, 'name'));
    expect(() => searchMade(reader, 'Exempelsson' as SearchTermKind)).toThrow(
      'a search is by one of SEARCH_TERM_KINDS',
    );
    log.close();
    const db = new DatabaseSync(path);
    const rows = db.prepare('SELECT * FROM access').all();
    db.close();
    log = openSqliteAccessLog(path);
    expect(rows).toEqual([expect.objectContaining({ action: 'search', scope: 'by=name', file_id: null })]);
    expect(JSON.stringify(rows)).not.toContain('Exempelsson');
    expect(log.verify()).toEqual({ ok: true, entries: 1 });
  });
});
