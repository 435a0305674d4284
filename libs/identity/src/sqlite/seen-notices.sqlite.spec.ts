import { createSecretKey } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteSeenNotices } from '.';

const at = '2026-03-02T08:00:00.000Z';

describe('the notices that a user has seen', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rt-seen-'));
    file = join(folder, 'seen-notices.sqlite');
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const key = createSecretKey(Buffer.alloc(32, 1));
  const onForged = jest.fn();
  const onRowsLost = jest.fn();
  const open = () => openSqliteSeenNotices(file, { key, onMadeAnew: jest.fn(), onForged, onRowsLost });
  beforeEach(() => jest.clearAllMocks());
  const change = (sql: string): void => {
    const db = new DatabaseSync(file);
    db.exec(sql);
    db.close();
  };

  it('are theirs alone, are marked any number of times, and survive a restart', async () => {
    const first = open();
    await first.mark('hl-farsta-1', ['a', 'b'], at);
    await first.mark('hl-farsta-1', ['b', 'c'], at);
    await first.mark('hl-farsta-1', [], at);
    await first.mark('hl-farsta-2', ['d'], at);
    await first.close();
    const again = open();
    expect(await again.seenBy('hl-farsta-1', ['c', 'a', 'x', 'd'])).toEqual(new Set(['a', 'c']));
    expect(await again.seenBy('hl-farsta-2', ['a', 'd'])).toEqual(new Set(['d']));
    expect(await again.seenBy('hl-farsta-1', [])).toEqual(new Set());
    await again.close();
  });

  it('do not count if they were changed or inserted from outside', async () => {
    const seen = open();
    await seen.mark('hl-farsta-1', ['a', 'b'], at);
    change("UPDATE seen_notice SET user_id = 'hl-farsta-2' WHERE notice_id = 'a'");
    change(`INSERT INTO seen_notice VALUES ('hl-farsta-2', 'c', '${at}', 'x')`);
    expect(await seen.seenBy('hl-farsta-2', ['a', 'b', 'c'])).toEqual(new Set());
    expect(onForged).toHaveBeenCalledTimes(2);
    expect(await seen.seenBy('hl-farsta-1', ['a', 'b'])).toEqual(new Set(['b']));
    await seen.close();
  });

  it.each([
    ['its user', "user_id = 'hl-farsta-3'"],
    ['its user, no text any more', "user_id = CAST(X'E86C2D31' AS TEXT)"],
    ['its notice', "notice_id = 'q'"],
    ['its instant', "seen_at = '2026-03-03T08:00:00.000Z'"],
    ['its code', "mac = ''"],
  ])('are checked at the opening, because nobody asks for a mark that lost %s', async (_, sql) => {
    const first = open();
    await first.mark('hl-farsta-1', ['a', 'b'], at);
    await first.mark('hl-farsta-2', ['a'], at);
    await first.close();
    change(`UPDATE seen_notice SET ${sql} WHERE user_id = 'hl-farsta-1' AND notice_id = 'b'`);
    const again = open();
    expect([onForged.mock.calls.length, onRowsLost.mock.calls.length]).toEqual([1, 0]);
    expect(await again.seenBy('hl-farsta-1', ['a', 'b'])).toEqual(new Set(['a']));
    await again.close();
    const third = open();
    expect([onForged.mock.calls.length, onRowsLost.mock.calls.length]).toEqual([1, 0]);
    await third.close();
  });

  it('are all checked, however many they are', async () => {
    const many = Array.from({ length: 2_500 }, (_, n) => `n${String(n).padStart(4, '0')}`);
    const first = open();
    await first.mark('hl-farsta-1', many, at);
    await first.close();
    change("UPDATE seen_notice SET user_id = 'hl-farsta-9' WHERE notice_id = 'n2400'");
    const again = open();
    expect(onForged).not.toHaveBeenCalled();
    for (let turns = 0; turns < 4; turns++) await new Promise((resolve) => setImmediate(resolve));
    expect(onForged).toHaveBeenCalledTimes(1);
    await again.close();
  });

  it('that were stored without a code still count', async () => {
    change(`CREATE TABLE seen_notice (user_id TEXT NOT NULL, notice_id TEXT NOT NULL, seen_at TEXT NOT NULL,
      PRIMARY KEY (user_id, notice_id)) STRICT, WITHOUT ROWID;
      INSERT INTO seen_notice VALUES ('hl-farsta-1', 'a', '${at}')`);
    const seen = open();
    expect(await seen.seenBy('hl-farsta-1', ['a'])).toEqual(new Set(['a']));
    await seen.close();
  });

  it.each<[string, () => void]>([
    ['some of them were deleted', () => change("DELETE FROM seen_notice WHERE notice_id = 'a'")],
    [
      'all of them and their count were deleted',
      () => change('DELETE FROM seen_notice; DELETE FROM counted'),
    ],
    ['their count was changed', () => change('UPDATE counted SET rows = 3')],
    ['the file was deleted', () => rmSync(file)],
    ['the mark was deleted', () => rmSync(join(folder, 'seen-notices.mark'))],
    ['the mark was changed', () => writeFileSync(join(folder, 'seen-notices.mark'), '{}')],
    [
      'an older copy was put back, as a write-ahead log that was cut leaves it',
      () => copyFileSync(join(folder, 'older'), file),
    ],
  ])('are said to be lost, once, where %s', async (_, damage) => {
    const first = open();
    await first.mark('hl-farsta-1', ['a'], at);
    await first.close();
    copyFileSync(file, join(folder, 'older'));
    const second = open();
    await second.mark('hl-farsta-1', ['b'], at);
    await second.mark('hl-farsta-1', ['b'], at);
    await second.close();
    expect(onRowsLost).not.toHaveBeenCalled();
    damage();
    for (let starts = 0; starts < 2; starts++) {
      const again = open();
      expect(onRowsLost).toHaveBeenCalledTimes(1);
      await again.mark('hl-farsta-1', ['c'], at);
      expect(await again.seenBy('hl-farsta-1', ['c'])).toEqual(new Set(['c']));
      await again.close();
    }
  });

  it('are asked for thousands at once', async () => {
    const seen = open();
    const ids = Array.from({ length: 20_000 }, (_, number) => `notice-${number}`);
    await seen.mark('ec-farsta', ids.slice(0, 19_999), at);
    const found = await seen.seenBy('ec-farsta', ids);
    expect([found.size, found.has('notice-19999')]).toEqual([19_999, false]);
    await seen.close();
  });
});
