import type { LocalDate } from '@rt/domain';
import { NewsSince } from './news-since';

describe('what was missed', () => {
  const today = '2026-03-02' as LocalDate;
  let read: string[];
  let fails: boolean;
  const newsSince = () =>
    new NewsSince(async (after, upTo) => {
      read.push(`${after}-${upTo}`);
      if (fails) throw new Error('busy');
      return `${after}-${upTo}`;
    });
  beforeEach(() => {
    read = [];
    fails = false;
  });

  it('is read once for all streams that resume at one place on one day', async () => {
    const news = newsSince();
    const found = await Promise.all(['1', '2', '1', '1'].map((after) => news.find(after, '9', today)));
    expect(found).toEqual(['1-9', '2-9', '1-9', '1-9']);
    expect(read).toEqual(['1-9', '2-9']);
    await news.find('1', '9', '2026-03-03' as LocalDate);
    expect(read).toEqual(['1-9', '2-9', '1-9']);
  });

  it('is read again when something was recorded, and after a failure', async () => {
    const news = newsSince();
    await news.find('1', '9', today);
    news.forget();
    await news.find('1', '9', today);
    fails = true;
    await expect(news.find('2', '9', today)).rejects.toThrow('busy');
    fails = false;
    expect(await news.find('2', '9', today)).toBe('2-9');
    expect(read).toEqual(['1-9', '1-9', '2-9', '2-9']);
  });

  it('lets other work in between two readings', async () => {
    const news = newsSince();
    const both = Promise.all([news.find('1', '9', today), news.find('2', '9', today)]);
    setImmediate(() => setImmediate(() => read.push('other work')));
    await both;
    expect(read).toEqual(['1-9', 'other work', '2-9']);
  });

  it('is kept for a few places', async () => {
    const news = newsSince();
    for (let after = 0; after <= 20; after += 1) await news.find(String(after), '99', today);
    await news.find('20', '99', today);
    await news.find('0', '99', today);
    expect(read).toHaveLength(22);
  });
});
