import { wholeList } from './whole-list';

describe('a whole list', () => {
  const list = [...Array(7).keys()];
  const ask = async ({ limit, cursor = '0' }: { limit: number; cursor?: string }) => {
    const end = Number(cursor) + limit;
    return { lines: list.slice(Number(cursor), end), ...(end < list.length && { next: String(end) }) };
  };

  it('has every line once, page after page', async () => {
    expect(await wholeList(ask, 'lines', { linesMax: 100, pageLines: 3 })).toEqual({ lines: list });
  });

  it('ends at its bound, and says where it goes on', async () => {
    const first = await wholeList(ask, 'lines', { linesMax: 5, pageLines: 3 });
    expect(first).toEqual({ lines: [0, 1, 2, 3, 4], next: '5' });
  });
});
