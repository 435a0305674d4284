import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  it('are theirs alone, are marked any number of times, and survive a restart', async () => {
    const first = openSqliteSeenNotices(file);
    await first.mark('hl-farsta-1', ['a', 'b'], at);
    await first.mark('hl-farsta-1', ['b', 'c'], at);
    await first.mark('hl-farsta-1', [], at);
    await first.mark('hl-farsta-2', ['d'], at);
    await first.close();
    const again = openSqliteSeenNotices(file);
    expect(await again.seenBy('hl-farsta-1', ['c', 'a', 'x', 'd'])).toEqual(new Set(['a', 'c']));
    expect(await again.seenBy('hl-farsta-2', ['a', 'd'])).toEqual(new Set(['d']));
    expect(await again.seenBy('hl-farsta-1', [])).toEqual(new Set());
    await again.close();
  });

  it('are asked for thousands at once', async () => {
    const seen = openSqliteSeenNotices(file);
    const ids = Array.from({ length: 20_000 }, (_, number) => `notice-${number}`);
    await seen.mark('ec-farsta', ids.slice(0, 19_999), at);
    const found = await seen.seenBy('ec-farsta', ids);
    expect([found.size, found.has('notice-19999')]).toEqual([19_999, false]);
    await seen.close();
  });
});
