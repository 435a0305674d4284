import { join } from 'node:path';
import { masterKeyKind, readKey } from './sealing/key-files';
import { KeyVault } from './sealing/key-vault';
import { canonicalEnvelope, chainStart, sha256, type ChainedEnvelope } from './sealing/envelope';
import { jsonOf, openPlain } from './sealing/payload';
import { associatedData, seal } from './sealing/seal';
import { openDatabase } from './sqlite/database';
import { eventLogSchema } from './sqlite/event-log.schema';
import { keyStoreSchema, SqliteKeyStore } from './sqlite/key-store.sqlite';
import type { KeyObject } from 'node:crypto';

interface Row {
  readonly position: number;
  readonly stream: number;
  readonly envelope: string;
  readonly sealed: Uint8Array;
}

/** Seals and chains every event of a closed store as the first version of this program did, so that a test has a store of that age. */
export const sealAsAtFirst = async (folder: string): Promise<void> => {
  const keys = openDatabase(join(folder, 'keys.sqlite'), 'read', keyStoreSchema);
  const events = openDatabase(join(folder, 'events.sqlite'), 'write', eventLogSchema);
  const master = readKey(masterKeyKind, join(folder, 'master.key'));
  const vault = new KeyVault(new SqliteKeyStore(keys, 'keys.sqlite'), master);
  const update = events.prepare('UPDATE events SET envelope = ?, hash = ?, sealed = ? WHERE position = ?');
  const heads = new Map<number, string>();
  const rows = events.prepare('SELECT * FROM events ORDER BY position').all() as unknown as Row[];
  for (const row of rows) {
    const { seal: _seal, payloadHash: _hash, ...envelope } = JSON.parse(row.envelope) as ChainedEnvelope;
    const stored = JSON.parse(row.envelope) as ChainedEnvelope;
    const key = (await vault.key(stored.keyId)) as KeyObject;
    const sealed = seal(key, associatedData(stored), jsonOf(stored, openPlain(key, stored, row)));
    const prevHash = heads.get(row.stream) ?? chainStart(stored.stream);
    const text = canonicalEnvelope({ ...envelope, prevHash, dataHash: sha256(sealed) });
    update.run(text, sha256(text), sealed, row.position);
    heads.set(row.stream, sha256(text));
  }
  events.close();
  keys.close();
};
