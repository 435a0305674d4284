import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { AccessEntry, AccessLogVerification } from '@rt/identity';
import { openHouse, type House } from './house';
import { restoreHouse } from './restore-house';

/** The access log of a whole data folder: what the signed checkpoints find, and what a backup brings back. */
describe('the access log as evidence', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'rt-house-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const settings = (name: string) => ({ dataDir: path.join(folder, name), municipality: 'exempelstad' });
  const inHouse = async <Answer>(
    work: (house: House) => Promise<Answer>,
    house = settings('data'),
  ): Promise<Answer> => {
    const opened = await openHouse(house, { mode: 'write' });
    try {
      return await work(opened);
    } finally {
      await opened.close();
    }
  };
  const entry: AccessEntry = {
    at: '2026-03-02T08:00:00.000Z',
    userId: 'hl-1',
    role: 'caseWorker',
    relation: 'assigned',
    purpose: 'handling',
    action: 'open',
    fileId: 'a',
  };
  const append = (count: number, userId = 'hl-1') =>
    inHouse(async (house) =>
      (await house.accessLog()).append(Array.from({ length: count }, () => ({ ...entry, userId }))),
    );
  const verified = (house = settings('data')): Promise<AccessLogVerification> =>
    inHouse(async (opened) => {
      const signed = await (await opened.evidence()).accessHeads();
      return (await opened.accessLog()).verify(signed);
    }, house);
  const checkpoint = () => inHouse(async (house) => (await house.evidence()).checkpoint());

  it('that was deleted with its file is not the one that a checkpoint signed', async () => {
    await append(3);
    await checkpoint();
    await append(1);
    expect(await verified()).toMatchObject({ ok: true, entries: 4 });
    for (const end of ['', '-wal', '-shm'])
      rmSync(path.join(folder, 'data', `access-log.sqlite${end}`), { force: true });
    rmSync(path.join(folder, 'data', 'access-log.mark'));
    expect(await verified()).toMatchObject({ ok: false, entries: 0, problem: 'otherThanSigned' });
    await append(5, 'hl-2');
    expect(await verified()).toMatchObject({ ok: false, problem: 'otherThanSigned', brokenAt: 3 });
  });

  it('that was exchanged for an older copy is shorter than a checkpoint from outside says', async () => {
    await append(2);
    const file = path.join(folder, 'data', 'access-log.sqlite');
    const copy = path.join(folder, 'copy.sqlite');
    await inHouse(async (house) => (await house.accessLog()).copyTo(copy));
    await append(2);
    const { lists } = await checkpoint();
    const db = new DatabaseSync(file);
    db.exec(`ATTACH '${copy}' AS older; DELETE FROM access WHERE number > 2; DELETE FROM head;
      INSERT INTO head SELECT * FROM older.head`);
    db.close();
    const found = await inHouse(async (house) => {
      const signed = await (await house.evidence()).accessHeads(lists);
      return (await house.accessLog()).verify(signed.slice(-1));
    });
    expect(found).toEqual({ ok: false, entries: 3, takenOver: 0, brokenAt: 3, problem: 'changed' });
  });

  it('is in the backup, and comes back with it', async () => {
    await append(2);
    await checkpoint();
    const backup = path.join(folder, 'backup');
    await inHouse((house) => house.backup(backup));
    await append(1);
    const restored = settings('restored');
    await restoreHouse(
      {
        ...restored,
        masterKeyFile: path.join(folder, 'data', 'master.key'),
        signingKeyFile: path.join(folder, 'data', 'signing.key'),
      },
      backup,
      { recordedBy: 'op-1' },
    );
    const db = new DatabaseSync(path.join(folder, 'restored', 'access-log.sqlite'), { readOnly: true });
    const { entries } = db.prepare('SELECT count(*) AS entries FROM access').get() as { entries: number };
    db.close();
    expect(entries).toBe(2);
  });
});
