import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { batchedWriter, fileRead, openSqliteAccessLog, readLogged, type AccessLog, type Reader } from '.';

const reader: Reader = {
  at: '2026-03-02T08:00:00.000Z',
  userId: 'hl-farsta-1',
  role: 'caseWorker',
  relation: 'assigned',
  purpose: 'handling',
};
const opening = (fileId: string) => fileRead(reader, 'file.read', fileId);

describe('a logged reading', () => {
  let folder: string;
  let path: string;
  let log: AccessLog;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rt-reading-'));
    path = join(folder, 'access-log.sqlite');
    log = openSqliteAccessLog(path);
  });
  afterEach(() => {
    log.close();
    rmSync(folder, { recursive: true });
  });

  const breakLog = () => {
    const db = new DatabaseSync(path);
    db.exec('DROP TABLE access; CREATE VIEW access AS SELECT 1 AS number, 2 AS hash');
    db.close();
  };

  it.each([
    ['at once', (): Pick<AccessLog, 'write'> => log],
    ['in batches', () => batchedWriter(log)],
  ])('stands in the log before it begins, written %s', async (_, writer) => {
    const answer = await readLogged(writer(), opening('a'), () => log.entriesOf('a').length);
    expect(answer).toBe(1);
  });

  it.each([
    ['at once', (): Pick<AccessLog, 'write'> => log],
    ['in batches', () => batchedWriter(log)],
  ])('never begins where the log cannot be written %s', async (_, writer) => {
    breakLog();
    const work = jest.fn();
    await expect(readLogged(writer(), opening('a'), work)).rejects.toMatchObject({
      code: 'ACCESS_NOT_LOGGED',
      cause: expect.anything(),
    });
    expect(work).not.toHaveBeenCalled();
  });

  it('that fails stays in the log, and fails as it failed', async () => {
    const failing = readLogged(log, opening('a'), () => Promise.reject(new Error('no such file')));
    await expect(failing).rejects.toThrow('no such file');
    expect(log.entriesOf('a')).toHaveLength(1);
  });

  it('waits for the disk together with the others of its moment, each in the chain', async () => {
    let commits = 0;
    const counted = {
      write: log.write,
      writeAll: (entries: Parameters<AccessLog['writeAll']>[0]) => (commits++, log.writeAll(entries)),
    };
    const writer = batchedWriter(counted);
    const files = Array.from({ length: 50 }, (_, index) => `file-${index}`);
    const seen = await Promise.all(
      files.map((fileId) => readLogged(writer, opening(fileId), () => log.entriesOf(fileId).length)),
    );
    expect(seen).toEqual(files.map(() => 1));
    expect(commits).toBe(1);
    expect(log.verify()).toEqual({ ok: true, entries: 50 });
  });

  it('is held up by no other that cannot be logged', async () => {
    const writer = batchedWriter(log);
    const [good, bad] = await Promise.allSettled([
      readLogged(writer, opening('a'), () => 'answer'),
      readLogged(writer, { ...opening('b'), userId: null as unknown as string }, () => 'answer'),
    ]);
    expect(good).toEqual({ status: 'fulfilled', value: 'answer' });
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'ACCESS_NOT_LOGGED' } });
    expect(log.verify()).toEqual({ ok: true, entries: 1 });
  });
});
