import { createSecretKey, randomBytes, randomUUID, type KeyObject } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { masterKeyKind, readKey } from './sealing/key-files';
import { KeyVault } from './sealing/key-vault';
import { canonicalEnvelope, chainStart, sha256, type ChainedEnvelope } from './sealing/envelope';
import { payloadJson, openPlain } from './sealing/payload';
import { associatedData, seal } from './sealing/seal';
import { openDatabase } from './sqlite/database';
import { eventLogSchema } from './sqlite/event-log.schema';
import { keyStoreSchema, SqliteKeyStore } from './sqlite/key-store.sqlite';

interface Row {
  readonly position: number;
  readonly stream: number;
  readonly envelope: string;
  readonly sealed: Uint8Array;
}

/**
 * Seals and chains every event of a closed store as the first version of this program did, so that a test has a store of that age. Events of which
 * `ownKey` says so get a key of their own, as journal notes did.
 */
export const sealAsAtFirst = async (
  folder: string,
  ownKey: (event: ChainedEnvelope) => boolean = () => false,
): Promise<void> => {
  const keys = openDatabase(join(folder, 'keys.sqlite'), 'write', keyStoreSchema);
  const events = openDatabase(join(folder, 'events.sqlite'), 'write', eventLogSchema);
  const master = readKey(masterKeyKind, join(folder, 'master.key'));
  const vault = new KeyVault(new SqliteKeyStore(keys, 'keys.sqlite'), master);
  const update = events.prepare('UPDATE events SET envelope = ?, hash = ?, sealed = ? WHERE position = ?');
  const heads = new Map<number, string>();
  const rows = events.prepare('SELECT * FROM events ORDER BY position').all() as unknown as Row[];
  for (const row of rows) {
    const stored = JSON.parse(row.envelope) as ChainedEnvelope;
    const key = (await vault.key(stored.keyId)) as KeyObject;
    const own = ownKey(stored) ? await ownKeyOf(stored, vault, master) : { id: stored.keyId, key };
    const sealed = seal(own.key, associatedData(stored), payloadJson(stored, openPlain(key, stored, row)));
    const prevHash = heads.get(row.stream) ?? chainStart(stored.stream);
    const firstSeal = {
      seal: undefined,
      payloadHash: undefined,
      redacts: undefined,
      dataHash: sha256(sealed),
    };
    const text = canonicalEnvelope({ ...stored, ...firstSeal, prevHash, keyId: own.id });
    update.run(text, sha256(text), sealed, row.position);
    heads.set(row.stream, sha256(text));
  }
  // A store of that age kept no mark of its end either.
  keys.exec("DELETE FROM store WHERE name = 'durableMark'");
  rmSync(join(folder, 'durable.mark'), { force: true });
  events.close();
  keys.close();
};

const ownKeyOf = async (
  { stream, id: use }: ChainedEnvelope,
  vault: KeyVault,
  master: KeyObject,
): Promise<{ readonly id: string; readonly key: KeyObject }> => {
  const id = randomUUID();
  const bytes = randomBytes(32);
  const wrapped = seal(master, Buffer.from(JSON.stringify([id, stream, use])), bytes);
  await vault.store.add([{ id, stream, use, wrapped }]);
  return { id, key: createSecretKey(bytes) };
};
