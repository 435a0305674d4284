import { setTimeout as sleep } from 'node:timers/promises';
import { batchedWriter, fileRead, readLogged, type AccessEntry, type Reader } from '.';

const reader: Reader = {
  at: '2026-03-02T08:00:00.000Z',
  userId: 'hl-farsta-1',
  role: 'caseWorker',
  relation: 'assigned',
  purpose: 'handling',
};
const opening = (fileId: string) => fileRead(reader, 'file.read', fileId);

/** An access log like one over a network: every append takes some time. It rejects the entries of one file. */
class SlowLog {
  readonly commits: (readonly AccessEntry[])[] = [];
  writing = 0;

  constructor(private readonly refused = '') {}

  async append(entries: readonly AccessEntry[]): Promise<void> {
    this.writing += 1;
    expect(this.writing).toBe(1);
    await sleep(5);
    this.writing -= 1;
    if (entries.some(({ fileId }) => fileId === this.refused)) throw new Error('refused');
    this.commits.push(entries);
  }

  has(fileId: string): boolean {
    return this.commits.flat().some((entry) => entry.fileId === fileId);
  }
}

describe('a logged reading', () => {
  it('begins when its entry is in the log', async () => {
    const log = new SlowLog();
    expect(await readLogged(batchedWriter(log), opening('a'), () => log.has('a'))).toBe(true);
  });

  it('never begins where the log cannot be written', async () => {
    const work = jest.fn();
    const writer = batchedWriter(new SlowLog('a'));
    await expect(readLogged(writer, opening('a'), work)).rejects.toMatchObject({
      code: 'ACCESS_NOT_LOGGED',
      cause: expect.anything(),
    });
    expect(work).not.toHaveBeenCalled();
  });

  it('that fails stays in the log, and fails as it failed', async () => {
    const log = new SlowLog();
    const failing = readLogged(batchedWriter(log), opening('a'), () =>
      Promise.reject(new Error('no such file')),
    );
    await expect(failing).rejects.toThrow('no such file');
    expect(log.has('a')).toBe(true);
  });

  it('shares a commit with the others of its moment, and those that come meanwhile share the next', async () => {
    const log = new SlowLog();
    const writer = batchedWriter(log);
    const read = (fileId: string) => readLogged(writer, opening(fileId), () => log.has(fileId));
    const first = Array.from({ length: 50 }, (_, index) => read(`first-${index}`));
    await new Promise(setImmediate);
    const second = Array.from({ length: 50 }, (_, index) => read(`second-${index}`));
    expect(new Set(await Promise.all([...first, ...second]))).toEqual(new Set([true]));
    expect(log.commits.map(({ length }) => length)).toEqual([50, 50]);
  });

  it('is not failed by another entry of its batch that cannot be logged', async () => {
    const log = new SlowLog('bad');
    const writer = batchedWriter(log);
    const [good, bad, later] = await Promise.allSettled([
      readLogged(writer, opening('good'), () => 'answer'),
      readLogged(writer, opening('bad'), () => 'answer'),
      readLogged(writer, opening('later'), () => 'answer'),
    ]);
    expect([good, later]).toEqual(Array(2).fill({ status: 'fulfilled', value: 'answer' }));
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'ACCESS_NOT_LOGGED' } });
    expect(log.commits.flat().map(({ fileId }) => fileId)).toEqual(['good', 'later']);
  });
});
