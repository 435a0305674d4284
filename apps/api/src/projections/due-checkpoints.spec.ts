import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DueCheckpoints, type CheckpointOutcome } from './due-checkpoints';

describe('the checkpoints that are due', () => {
  let folder: string;
  let now: string;
  let last: { madeAt?: string; leaves: number };
  let made: number;
  let isUpToDate: boolean;
  let told: CheckpointOutcome[];

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'rt-checkpoints-'));
    now = '2026-03-18T10:00:00.000Z';
    last = { leaves: 0 };
    made = 0;
    isUpToDate = true;
    told = [];
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const evidence = {
    follow: async () => isUpToDate,
    sinceLast: async () => last,
    checkpoint: async () => {
      made++;
      last = { madeAt: now, leaves: 0 };
      return { madeAt: now, size: 40 + made, note: `note ${made}`, lists: { heads: [] } as never };
    },
  };
  const dueIn = (named: string | undefined = folder) =>
    new DueCheckpoints(
      async () => evidence,
      { now: () => now },
      { folder: named, every: 5, followEveryMs: 0 },
      (outcome) => told.push(outcome),
    );

  it('begin with the first event', async () => {
    const due = dueIn();
    await due.look();
    expect(made).toBe(0);
    last = { leaves: 1 };
    await due.look();
    expect(made).toBe(1);
    expect(told).toEqual([{ is: 'checkpointMade', size: 41 }]);
  });

  it('come after so many events, and not before', async () => {
    last = { madeAt: now, leaves: 4 };
    const due = dueIn();
    await due.look();
    expect(made).toBe(0);
    last = { ...last, leaves: 5 };
    await due.look();
    expect(made).toBe(1);
  });

  it('come with a new day in Stockholm, also if nothing has happened', async () => {
    last = { madeAt: '2026-03-18T22:30:00.000Z', leaves: 0 };
    const due = dueIn();
    now = '2026-03-18T22:59:59.000Z';
    await due.look();
    expect(made).toBe(0);
    now = '2026-03-18T23:00:00.000Z';
    await due.look();
    await due.look();
    expect(made).toBe(1);
  });

  it('wait until the tree has caught up', async () => {
    last = { leaves: 100_000 };
    isUpToDate = false;
    await dueIn().look();
    expect(made).toBe(0);
  });

  it('follow the store only now and then', async () => {
    const due = new DueCheckpoints(
      async () => evidence,
      { now: () => now },
      { every: 5 },
      (outcome) => told.push(outcome),
    );
    await due.look();
    last = { leaves: 1 };
    await due.look();
    expect(made).toBe(0);
  });

  it('are written as a note with its lists beside it', async () => {
    last = { leaves: 1 };
    await dueIn().look();
    expect(readdirSync(folder).sort()).toEqual([
      '2026-03-18T100000000Z-41.checkpoint',
      '2026-03-18T100000000Z-41.checkpoint.json',
    ]);
    expect(readFileSync(path.join(folder, '2026-03-18T100000000Z-41.checkpoint'), 'utf8')).toBe('note 1');
  });

  it('are made without a folder too', async () => {
    last = { leaves: 1 };
    const due = new DueCheckpoints(
      async () => evidence,
      { now: () => now },
      { every: 5 },
      (outcome) => told.push(outcome),
    );
    await due.look();
    expect([made, readdirSync(folder)]).toEqual([1, []]);
  });

  it('fail without an end of the work when the folder cannot be written to, sign nothing and wait', async () => {
    last = { leaves: 1 };
    const gone = path.join(folder, 'not-mounted');
    const due = dueIn(gone);
    await due.look();
    await due.look();
    expect(told).toMatchObject([{ is: 'checkpointFailed', fault: { code: 'ENOENT' } }]);
    expect([made, existsSync(gone)]).toEqual([0, false]);
  });
});
