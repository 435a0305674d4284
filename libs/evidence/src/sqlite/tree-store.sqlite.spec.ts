import { statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openTree, evidenceFolder } from '../evidence-house.fixture';
import { treeStoreContract } from '../tree-store.contract';

let folder: string;
beforeEach(() => {
  folder = evidenceFolder();
});

treeStoreContract('SQLite', () => openTree(folder));

describe('the file of the tree', () => {
  const file = () => path.join(folder, 'tree.sqlite');
  const change = (sql: string): void => {
    const database = new DatabaseSync(file());
    database.exec(sql);
    database.close();
  };

  it('can be read by its owner alone, and so can its copy', async () => {
    const tree = openTree(folder);
    const copy = path.join(folder, 'copy.sqlite');
    await tree.add([{ position: '1', hash: new Uint8Array(32), stream: 's', revision: 0 }]);
    await tree.copyTo(copy);
    expect([file(), copy].map((name) => statSync(name).mode & 0o777)).toEqual([0o600, 0o600]);
  });

  it('is refused in words when a newer version wrote it', async () => {
    await openTree(folder).close();
    change('PRAGMA user_version = 2');
    expect(() => openTree(folder)).toThrow(/newer version/);
  });

  it('is refused in words when a tile is missing or the file is no database', async () => {
    const tree = openTree(folder);
    await tree.add([{ position: '1', hash: new Uint8Array(32), stream: 's', revision: 0 }]);
    change('DELETE FROM tiles');
    await expect(openTree(folder).size()).rejects.toMatchObject({ reason: 'corrupt' });
  });
});
