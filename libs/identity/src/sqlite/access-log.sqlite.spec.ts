import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteAccessLog } from '.';
import { searchMade, type LoggedTermKind } from '../access-entries';
import type { AccessLog } from '../access-log';
import { accessLogContract, openedBy } from '../access-log.contract';

const folder = mkdtempSync(join(tmpdir(), 'rt-access-'));
let files = 0;
let path: string;
beforeEach(() => {
  path = join(folder, `access-log-${(files += 1)}.sqlite`);
});
afterAll(() => rmSync(folder, { recursive: true }));

accessLogContract('SQLite', async () => openSqliteAccessLog(path));

describe('the access log in SQLite', () => {
  let log: AccessLog;
  beforeEach(() => {
    log = openSqliteAccessLog(path);
  });
  afterEach(() => log.close());

  const tamper = (sql: string) => {
    const db = new DatabaseSync(path);
    db.exec(sql);
    db.close();
  };
  const tampered = (sql: string) => {
    tamper(sql);
    return log.verify();
  };

  it('finds a changed, a removed and an inserted entry, and says which', async () => {
    await log.append(['a', 'b', 'c'].map((fileId) => openedBy(fileId)));
    expect(await tampered("UPDATE access SET user_id = 'hl-2' WHERE number = 2")).toEqual({
      ok: false,
      entries: 2,
      brokenAt: 2,
    });
    const removed = { ok: false, entries: 1, brokenAt: 1 };
    expect(await tampered('DELETE FROM access WHERE number = 1')).toEqual(removed);
  });

  it('rejects where it cannot write, so that nothing is answered', async () => {
    tamper('DROP TABLE access; CREATE VIEW access AS SELECT 1 AS number, 2 AS hash');
    await expect(log.append([openedBy('a')])).rejects.toThrow();
  });

  it('stores that a user searched and by what kind of term, and has no place for the term', async () => {
    const { at, userId, role, relation, purpose } = openedBy('a');
    const reader = { at, userId, role, relation, purpose, term: 'Exempelsson' };
    await log.append([searchMade(reader, 'name')]);
    expect(() => searchMade(reader, 'Exempelsson' as LoggedTermKind)).toThrow(
      'a search is by one of LOGGED_TERM_KINDS',
    );
    const db = new DatabaseSync(path, { readOnly: true });
    const rows = db.prepare('SELECT * FROM access').all();
    db.close();
    expect(rows).toEqual([expect.objectContaining({ action: 'search', scope: 'by=name', file_id: null })]);
    expect(JSON.stringify(rows)).not.toContain('Exempelsson');
    expect(await log.verify()).toEqual({ ok: true, entries: 1 });
  });
});
