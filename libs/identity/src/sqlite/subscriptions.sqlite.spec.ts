import { createSecretKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import type { Subscriptions } from '../subscriptions';
import { openSqliteSubscriptions } from '.';

const at = '2026-03-02T08:00:00.000Z';

describe('the subscriptions of users', () => {
  let folder: string;
  let file: string;
  let opened: Subscriptions[];
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'rt-subscriptions-'));
    file = path.join(folder, 'subscriptions.sqlite');
    opened = [];
    jest.clearAllMocks();
  });
  afterEach(async () => {
    for (const each of opened) await each.close();
    rmSync(folder, { recursive: true });
  });
  const [onMadeAnew, onForged, onRowsLost] = [jest.fn(), jest.fn(), jest.fn()];
  const open = (): Subscriptions => {
    const key = createSecretKey(Buffer.alloc(32, 1));
    const made = openSqliteSubscriptions(file, { key, onMadeAnew, onForged, onRowsLost });
    opened.push(made);
    return made;
  };
  const change = (sql: string): void => {
    const db = new DatabaseSync(file);
    db.exec(sql);
    db.close();
  };

  it('are one’s own, can be changed and ended, and survive a restart', async () => {
    const first = open();
    await first.chooseDigest('hl-farsta-1', { hour: 7 });
    await first.chooseDigest('hl-farsta-1', { hour: 8 });
    await first.openCalendar('hl-farsta-1', at);
    await first.chooseDigest('hl-farsta-2', { hour: 9 });
    await first.chooseDigest('hl-farsta-2', undefined);
    await first.close();
    const again = open();
    expect(await again.of('hl-farsta-1')).toEqual({ digestHour: 8, calendarSince: at });
    expect(await again.of('hl-farsta-2')).toEqual({});
    expect(onRowsLost).not.toHaveBeenCalled();
  });

  it('say whose hour has come, once a day', async () => {
    const all = open();
    await all.chooseDigest('hl-farsta-1', { hour: 7 });
    await all.chooseDigest('hl-farsta-2', { hour: 16 });
    await all.chooseDigest('hl-farsta-3', { hour: 6, told: '2026-03-02' });
    expect(await all.digestsDue('2026-03-02', 6)).toEqual([]);
    expect(await all.digestsDue('2026-03-02', 9)).toEqual(['hl-farsta-1']);
    await all.digestTold('hl-farsta-1', '2026-03-02');
    expect(await all.digestsDue('2026-03-02', 23)).toEqual(['hl-farsta-2']);
    expect(await all.digestsDue('2026-03-03', 7)).toEqual(['hl-farsta-1', 'hl-farsta-3']);
  });

  it('hold that a mail that nobody wants any more is not told', async () => {
    const all = open();
    await all.chooseDigest('hl-farsta-1', { hour: 7 });
    await all.chooseDigest('hl-farsta-1', undefined);
    await all.digestTold('hl-farsta-1', '2026-03-02');
    expect(await all.of('hl-farsta-1')).toEqual({});
  });

  it('open a calendar by its newest secret alone, until it is closed, and store no secret', async () => {
    const all = open();
    const former = await all.openCalendar('hl-farsta-1', at);
    const secret = await all.openCalendar('hl-farsta-1', at);
    expect(await all.userOfCalendar(secret)).toBe('hl-farsta-1');
    expect(await all.userOfCalendar(former)).toBeUndefined();
    await fc.assert(
      fc.asyncProperty(fc.string(), async (given) => (await all.userOfCalendar(given)) === undefined),
    );
    for (const end of ['', '-wal']) expect(readFileSync(file + end).includes(secret)).toBe(false);
    await all.closeCalendar('hl-farsta-1');
    expect(await all.userOfCalendar(secret)).toBeUndefined();
  });

  it.each([
    ['another user’s', "user_id = 'ec-' || user_id"],
    ['of another secret or hour', "detail = '00'"],
    ['of another day', "since = ''"],
    ['without its code', "mac = ''"],
  ])('end where a row was made %s from outside, and say so', async (_, sql) => {
    const all = open();
    const secret = await all.openCalendar('hl-farsta-1', at);
    await all.chooseDigest('hl-farsta-2', { hour: 7, told: '2026-03-01' });
    change(`UPDATE subscription SET ${sql}`);
    expect(await all.userOfCalendar(secret)).toBeUndefined();
    expect(await all.digestsDue('2026-03-02', 23)).toEqual([]);
    for (const user of ['hl-farsta-1', 'hl-farsta-2', 'ec-hl-farsta-1'])
      expect(await all.of(user)).toEqual({});
    expect(onForged).toHaveBeenCalled();
    await all.close();
    open();
    expect(onRowsLost).not.toHaveBeenCalled();
  });

  it.each([
    ['another user', "user_id = 'hl-farsta-9'"],
    ['a user that is no text', "user_id = CAST(X'E86C2D31' AS TEXT)"],
    ['another kind', "kind = 'letter'"],
  ])('are all checked at the opening, because nobody asks for a row of %s', async (_, sql) => {
    const first = open();
    await first.chooseDigest('hl-farsta-1', { hour: 7 });
    await first.chooseDigest('hl-farsta-2', { hour: 7 });
    await first.close();
    change(`UPDATE subscription SET ${sql} WHERE user_id = 'hl-farsta-1'`);
    for (let starts = 0; starts < 2; starts++) await open().close();
    expect(onForged).toHaveBeenCalledTimes(1);
    expect(onRowsLost).not.toHaveBeenCalled();
    expect(await open().of('hl-farsta-2')).toEqual({ digestHour: 7 });
  });

  it('are said to be lost where rows were deleted from outside', async () => {
    const first = open();
    await first.chooseDigest('hl-farsta-1', { hour: 7 });
    await first.close();
    change('DELETE FROM subscription');
    open();
    expect(onRowsLost).toHaveBeenCalledTimes(1);
  });

  it('end where the file is damaged', async () => {
    const first = open();
    await first.chooseDigest('hl-farsta-1', { hour: 7 });
    await first.close();
    writeFileSync(file, Buffer.alloc(8_192, 7));
    const again = open();
    expect(onMadeAnew).toHaveBeenCalledTimes(1);
    expect(await again.of('hl-farsta-1')).toEqual({});
    await again.chooseDigest('hl-farsta-1', { hour: 7 });
    expect(await again.of('hl-farsta-1')).toEqual({ digestHour: 7 });
  });
});
