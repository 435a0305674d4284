import { createPublicKey, createSecretKey, hkdfSync, randomUUID, type KeyObject } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { DataFolderUnusable } from '../port';
import { publicKeyText } from '../integrity/checkpoint';
import { open, seal } from '../sealing/seal';
import type { DataFolder } from './data-folder';

/** A text that only the right master key opens. */
const knownText = 'roda-traden master key';
const authenticated = (storeId: string): Buffer => Buffer.from(JSON.stringify([knownText, storeId]));
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

/** A key of the installation for another purpose than sealing: HKDF-SHA-256 of the master key. */
export const derivedKey = (master: KeyObject, storeId: string, purpose: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', master, storeId, purpose, 32)));

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

/**
 * If there are keys but no events, the events were lost: the store is not new.
 * @throws DataFolderUnusable
 */
export const refuseLostEvents = (keys: DatabaseSync, files: DataFolder): void => {
  if (keys.prepare('SELECT 1 FROM keys LIMIT 1').get() === undefined) return;
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
 * Whether the folder said at its creation that it holds demo data.
 * @throws DataFolderUnusable if that mark is damaged, or somebody without the master key wrote it
 */
export const isDemoStore = (
  events: DatabaseSync,
  storeId: string,
  { master }: Keys,
  files: DataFolder,
): boolean => {
  const demo = read(events, 'demo');
  if (demo === undefined) return false;
  try {
    open(master, demoOf(storeId), Buffer.from(demo, 'base64'));
    return true;
  } catch (error) {
    const text = 'its mark as a demo folder is damaged or forged; restore the latest backup (restore)';
    throw new DataFolderUnusable('corrupt', `${files.events}: ${text}`, { cause: error });
  }
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
    throw new DataFolderUnusable(
      'missing',
      `${files.folder}: there is no store here yet; a first start was cut short`,
    );
  }
  if (read(keys, 'storeId') !== storeId) {
    throw new DataFolderUnusable(
      'wrongKey',
      `${files.keys}: these keys belong to another store than ${files.events}; put back its own`,
    );
  }
  try {
    open(given.master, authenticated(storeId), Buffer.from(read(keys, 'masterCheck') ?? '', 'base64'));
  } catch (error) {
    const text =
      'it is not the master key that this store was sealed with; name the right one in RT_MASTER_KEY_FILE';
    throw new DataFolderUnusable('wrongKey', `${files.folder}: ${text}`, { cause: error });
  }
  if (read(keys, 'publicKey') !== publicKeyText(createPublicKey(given.signing))) {
    const text =
      'it is not the signing key that this store began with; name the right one in RT_SIGNING_KEY_FILE';
    throw new DataFolderUnusable('wrongKey', `${files.folder}: ${text}`);
  }
  return storeId;
};
