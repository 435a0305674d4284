import { createPublicKey, randomUUID, type KeyObject } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { DataFolderUnusable } from '../port';
import { readEnvelope } from '../integrity/chain';
import { publicKeyText } from '../integrity/checkpoint';
import { RootKeys, type Roots } from '../sealing/root-keys';
import { open, seal } from '../sealing/seal';
import type { DataFolder } from './data-folder';
import { asText } from './log-rows';

/** A text that only the right master key opens. */
const knownText = 'roda-traden master key';
const authenticated = (storeId: string): Buffer => Buffer.from(JSON.stringify([knownText, storeId]));
/** The roots of derived keys, stored since the master key was changed for the first time. */
const rootsText = 'roda-traden roots';
const rootsOf = (storeId: string): Buffer => Buffer.from(JSON.stringify([rootsText, storeId]));
/** The statements about changes of the signing key, as a JSON array. */
const keyChangesName = 'keyChanges';
/** Sealed in `store` of a demo folder, so that nobody without the master key can make a folder with real files look like one. */
const demoText = 'roda-traden demo folder';
const demoOf = (storeId: string): Buffer => Buffer.from(JSON.stringify([demoText, storeId]));

const read = (database: DatabaseSync, name: string): string | undefined =>
  (database.prepare('SELECT value FROM store WHERE name = ?').get(name) as { value: string } | undefined)
    ?.value;

const write = (database: DatabaseSync, values: Record<string, string>): void => {
  const insert = database.prepare('INSERT INTO store (name, value) VALUES (?, ?)');
  database.exec('BEGIN IMMEDIATE');
  for (const [name, value] of Object.entries(values)) insert.run(name, value);
  database.exec('COMMIT');
};

export interface Keys {
  readonly master: KeyObject;
  readonly signing: KeyObject;
}

/** The store's id, by the file of its keys; undefined before the first start. */
export const storeIdOf = (keys: DatabaseSync): string | undefined => read(keys, 'storeId');

/** True if the store keeps a mark of its last durable event. A store of an earlier version does not. */
export const keepsMark = (keys: DatabaseSync): boolean => read(keys, 'durableMark') !== undefined;

/** Notes that from now on the store keeps a mark, so that a missing one is noticed. */
export const noteMark = (keys: DatabaseSync): void => {
  if (!keepsMark(keys)) write(keys, { durableMark: 'kept' });
};

/** True if the events' file has no identity yet. `create` writes it there last, so that an interrupted first start can continue. */
export const isNew = (events: DatabaseSync): boolean => read(events, 'storeId') === undefined;

/** A first start makes no key; the first event does. */
export const hasKeys = (keys: DatabaseSync): boolean =>
  keys.prepare('SELECT 1 FROM keys LIMIT 1').get() !== undefined;

/**
 * If there are keys but no events, the events were lost: the store is not new.
 * @throws DataFolderUnusable
 */
export const refuseLostEvents = (keys: DatabaseSync, files: DataFolder): void => {
  if (!hasKeys(keys)) return;
  const text = 'the keys are here, but not the events that they open; restore the latest backup (restore)';
  throw new DataFolderUnusable('missing', `${files.events}: ${text}`);
};

/**
 * Gives a new store its identity, in the keys' file first, and marks it as a demo folder if it is to be one. If the process dies before the events' file has it too, the next
 * start continues here.
 */
export const create = (
  events: DatabaseSync,
  keys: DatabaseSync,
  { master, signing }: Keys,
  isDemo: boolean,
): void => {
  const storeId = read(keys, 'storeId') ?? randomUUID();
  if (read(keys, 'storeId') === undefined) {
    write(keys, {
      storeId,
      masterCheck: seal(master, authenticated(storeId), knownText).toString('base64'),
      publicKey: publicKeyText(createPublicKey(signing)),
    });
  }
  const demo = seal(master, demoOf(storeId), demoText).toString('base64');
  write(events, { storeId, ...(isDemo && { demo }) });
};

/**
 * Whether the folder said at its creation that it holds demo data. A change of the master key puts the mark among the keys, because the events may be
 * copied back from before the change.
 * @throws DataFolderUnusable if that mark is damaged, or somebody without the master key wrote it
 */
export const isDemoStore = (
  { events, keys }: { readonly events: DatabaseSync; readonly keys: DatabaseSync },
  storeId: string,
  { master }: Keys,
  files: DataFolder,
): boolean => {
  const demo = read(keys, 'demo') ?? read(events, 'demo');
  if (demo === undefined) return false;
  try {
    open(master, demoOf(storeId), Buffer.from(demo, 'base64'));
    return true;
  } catch (error) {
    const text = 'its mark as a demo folder is damaged or forged; restore the latest backup (restore)';
    throw new DataFolderUnusable('corrupt', `${files.events}: ${text}`, { cause: error });
  }
};

const wrongMaster = (files: DataFolder): DataFolderUnusable => {
  const text =
    'it is not the master key that this store was sealed with; name the right one in RT_MASTER_KEY_FILE';
  return new DataFolderUnusable('wrongKey', `${files.folder}: ${text}`);
};

/** Whether a master key opens the keys of this store. True for a store that has no identity yet. */
export const fitsMaster =
  (keys: DatabaseSync) =>
  (master: KeyObject): boolean => {
    const check = read(keys, 'masterCheck');
    if (check === undefined) return true;
    try {
      open(master, authenticated(read(keys, 'storeId') ?? ''), Buffer.from(check, 'base64'));
      return true;
    } catch {
      return false;
    }
  };

/** Whether a signing key is the one that signs for this store. True for a store that has no identity yet. */
export const fitsSigning =
  (keys: DatabaseSync) =>
  (signing: KeyObject): boolean => {
    const publicKey = read(keys, 'publicKey');
    return publicKey === undefined || publicKey === publicKeyText(createPublicKey(signing));
  };

/** The roots of the derived keys: those that a change of the master key stored, or else those that follow from the master key. */
export const rootKeysOf = (
  keys: DatabaseSync,
  storeId: string,
  { master }: Keys,
  files: DataFolder,
): RootKeys => {
  if (!fitsMaster(keys)(master)) throw wrongMaster(files);
  const stored = read(keys, 'roots');
  if (stored === undefined) return RootKeys.of(master, storeId);
  try {
    const opened = open(master, rootsOf(storeId), Buffer.from(stored, 'base64'));
    const roots = JSON.parse(opened.toString()) as Record<keyof Roots, string>;
    return new RootKeys({
      lasting: Buffer.from(roots.lasting, 'base64'),
      hashing: Buffer.from(roots.hashing, 'base64'),
      renewed: Buffer.from(roots.renewed, 'base64'),
    });
  } catch (error) {
    const text =
      'the keys of the installation are damaged or forged; put the file back from the latest backup';
    throw new DataFolderUnusable('corrupt', `${files.keys}: ${text}`, { cause: error });
  }
};

/** The statements about changes of the signing key, in order. Whoever reads them checks their signatures. */
export const keyChangesOf = (keys: DatabaseSync): readonly string[] =>
  JSON.parse(read(keys, keyChangesName) ?? '[]') as readonly string[];

/** Writes, inside the caller's transaction, what depends on the master key beside the wrapped keys. */
export const writeNewMaster = (
  keys: DatabaseSync,
  about: { readonly storeId: string; readonly roots: Roots; readonly isDemo: boolean },
  master: KeyObject,
): void => {
  const { storeId, roots, isDemo } = about;
  const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('base64');
  const json = JSON.stringify({
    lasting: text(roots.lasting),
    hashing: text(roots.hashing),
    renewed: text(roots.renewed),
  });
  replace(keys, {
    masterCheck: seal(master, authenticated(storeId), knownText).toString('base64'),
    roots: seal(master, rootsOf(storeId), json).toString('base64'),
    ...(isDemo && { demo: seal(master, demoOf(storeId), demoText).toString('base64') }),
  });
};

/** Writes, inside the caller's transaction, which signing key counts from now on, and the statement that both keys signed. */
export const writeNewSigner = (keys: DatabaseSync, signing: KeyObject, statement: string): void =>
  replace(keys, {
    publicKey: publicKeyText(createPublicKey(signing)),
    [keyChangesName]: JSON.stringify([...keyChangesOf(keys), statement]),
  });

const replace = (database: DatabaseSync, values: Record<string, string>): void => {
  const insert = database.prepare('INSERT OR REPLACE INTO store (name, value) VALUES (?, ?)');
  for (const [name, value] of Object.entries(values)) insert.run(name, value);
};

/** True if the key of the first or the last event is among these keys. */
const opensEvents = (keys: DatabaseSync, events: DatabaseSync): boolean => {
  const hasKey = keys.prepare('SELECT 1 FROM keys WHERE id = ?');
  return events
    .prepare(
      'SELECT envelope FROM events WHERE position IN (SELECT min(position) FROM events UNION SELECT max(position) FROM events)',
    )
    .all()
    .some(({ envelope }) => {
      const keyId = readEnvelope(asText(envelope))?.keyId;
      return keyId !== undefined && hasKey.get(keyId) !== undefined;
    });
};

/**
 * Checks that the two files and the two keys belong together, and returns the store's id.
 * @throws DataFolderUnusable
 */
export const checkIdentity = (
  events: DatabaseSync,
  keys: DatabaseSync,
  given: Keys,
  files: DataFolder,
): string => {
  const storeId = read(events, 'storeId');
  if (storeId === undefined) {
    if (hasKeys(keys)) {
      const text =
        'it is damaged: it does not say which store it belongs to, but there are keys for its events';
      throw new DataFolderUnusable(
        'corrupt',
        `${files.events}: ${text}; restore the latest backup (restore)`,
      );
    }
    throw new DataFolderUnusable(
      'missing',
      `${files.folder}: there is no store here yet; a first start was cut short`,
    );
  }
  if (read(keys, 'storeId') !== storeId) {
    if (opensEvents(keys, events)) {
      const damaged = fitsMaster(keys)(given.master) ? files.events : files.keys;
      const text = 'it is damaged: it names another store than the one that it belongs to';
      throw new DataFolderUnusable('corrupt', `${damaged}: ${text}; restore the latest backup (restore)`);
    }
    throw new DataFolderUnusable(
      'wrongKey',
      `${files.keys}: these keys belong to another store than ${files.events}; put back its own`,
    );
  }
  if (!fitsMaster(keys)(given.master)) throw wrongMaster(files);
  if (!fitsSigning(keys)(given.signing)) {
    const text = 'it is not the signing key of this store; name the right one in RT_SIGNING_KEY_FILE';
    throw new DataFolderUnusable('wrongKey', `${files.folder}: ${text}`);
  }
  return storeId;
};
