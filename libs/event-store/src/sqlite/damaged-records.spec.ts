import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Intruder, STREAMS, threeFiles, verify } from '../integrity/tampering.fixture';
import { openStore } from '../store.fixture';

const modes = ['read', 'write'] as const;

/** Takes the checks of types away, writes a cell, and puts them back, as a flipped bit in a record's header does. */
const writeCell = (folder: string, column: string, value: string): void => {
  const schema = (change: string): void => {
    const database = new DatabaseSync(join(folder, 'events.sqlite'));
    database.enableDefensive(false);
    database.exec(`PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET sql = ${change} WHERE name = 'events'`);
    database.close();
  };
  schema(`replace(replace(sql, 'NOT NULL', 'CHECK (1 = 1)'), ') STRICT', ')')`);
  new Intruder(folder)
    .run(`UPDATE events SET ${column} = ${value} WHERE stream = 2 AND revision = 3`)
    .close();
  schema(`replace(sql, 'CHECK (1 = 1)', 'NOT NULL') || ' STRICT'`);
};

describe.each([
  ['envelope', 'NULL'],
  ['envelope', 'CAST(envelope AS BLOB)'],
  ['hash', 'NULL'],
  ['hash', 'CAST(hash AS BLOB)'],
  ['sealed', 'NULL'],
  ['sealed', `'text'`],
  ['revision', 'NULL'],
  ['revision', `X'33'`],
  ['stream', `X'02'`],
])('a cell of another type than its column (%s = %s)', (column, value) => {
  it('is damage of its event, and other streams go on', async () => {
    const { folder } = await threeFiles();
    writeCell(folder, column, value);
    const store = await openStore({ folder, mode: 'read' });
    await expect(store.readStream(STREAMS[1])).rejects.toMatchObject({ code: 'HISTORY_DAMAGED' });
    expect(await store.readStream(STREAMS[0])).toHaveLength(6);
    await store.close();
    expect((await verify(folder)).ok).toBe(false);
  });
});

describe('a database whose schema was damaged is refused as damaged', () => {
  it.each([
    ['events.sqlite', 'ALTER TABLE streams RENAME COLUMN erased_position TO erasee_position'],
    ['events.sqlite', 'ALTER TABLE events RENAME COLUMN envelope TO envelopf'],
    ['events.sqlite', 'ALTER TABLE streams RENAME TO streamr'],
    ['keys.sqlite', 'ALTER TABLE resealed RENAME COLUMN key_id TO kei_id'],
    ['keys.sqlite', 'ALTER TABLE keys RENAME TO keyr'],
    ['keys.sqlite', 'ALTER TABLE store RENAME COLUMN value TO valuf'],
  ])('%s: %s', async (file, change) => {
    const { folder } = await threeFiles();
    new Intruder(folder, file).run(change).close();
    for (const mode of modes)
      await expect(openStore({ folder, mode })).rejects.toMatchObject({
        reason: 'corrupt',
        message: expect.stringMatching(`${file}: its tables are damaged; restore`) as unknown,
      });
  });
});

it.each(['events.sqlite', 'keys.sqlite'])(
  'a store id that was damaged in %s is damage, because the keys open the events',
  async (file) => {
    const { folder } = await threeFiles();
    const other = `substr(value, 1, 7) || iif(substr(value, 8, 1) = 'a', 'b', 'a') || substr(value, 9)`;
    new Intruder(folder, file).run(`UPDATE store SET value = ${other} WHERE name = 'storeId'`).close();
    for (const mode of modes)
      await expect(openStore({ folder, mode })).rejects.toMatchObject({ reason: 'corrupt' });
  },
);

it.each(['events.sqlite', 'keys.sqlite'])(
  'a number of the layout in %s that no version wrote is damage',
  async (file) => {
    const { folder } = await threeFiles();
    new Intruder(folder, file).run('PRAGMA user_version = -2147483647').close();
    for (const mode of modes)
      await expect(openStore({ folder, mode })).rejects.toMatchObject({ reason: 'corrupt' });
  },
);
