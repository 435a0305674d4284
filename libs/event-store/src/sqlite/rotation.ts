import type { KeyObject } from 'node:crypto';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { DataFolderUnusable } from '../port';
import {
  makeNextKey,
  masterKeyKind,
  readKey,
  signingKeyKind,
  takeNextKey,
  type KeyKind,
} from '../sealing/key-files';
import { valueUse } from '../sealing/key-store';
import { boundTo } from '../sealing/key-vault';
import type { RootKeys } from '../sealing/root-keys';
import { open, seal } from '../sealing/seal';
import { folderUnusable, syncFolder, type DataFolder } from './data-folder';
import { newGeneration } from './key-store.sqlite';
import { writeNewMaster, writeNewSigner, type Keys } from './store-identity';

/** Where a new key comes from: `made` beside the present one, whose place it takes, or the file that the operator names. */
export type NewKey = 'made' | { readonly file: string };

export interface KeyRotation {
  readonly master?: NewKey;
  readonly signing?: NewKey;
  /** The statement about a new signing key that is stored, signed by the present and the new one. */
  readonly statementOf: (next: KeyObject) => Promise<string>;
}

export interface RotatedStore {
  readonly files: DataFolder;
  readonly keyFiles: { readonly master: string; readonly signing: string };
  readonly keyRows: DatabaseSync;
  readonly keys: Keys;
  readonly roots: RootKeys;
  readonly storeId: string;
  readonly isDemo: boolean;
}

/**
 * Changes the master key, the signing key, or both. The new keys are durable before the store knows them, and one transaction wraps everything again; so a
 * store whose process is killed opens with either the old keys or the new ones, and the change can be run again. The caller then removes the last
 * copies of the bytes that the old master key wrapped, and opens the store again.
 * @throws DataFolderUnusable; then nothing has changed
 */
export const rotateKeys = async (
  store: RotatedStore,
  { master, signing, statementOf }: KeyRotation,
): Promise<void> => {
  const { keyRows, keyFiles } = store;
  const nextMaster = master && prepared(masterKeyKind, keyFiles.master, master);
  const nextSigning = signing && prepared(signingKeyKind, keyFiles.signing, signing);
  const statement = nextSigning && (await statementOf(nextSigning));
  keyRows.exec('BEGIN IMMEDIATE');
  try {
    if (nextMaster !== undefined) wrapAgain(store, nextMaster);
    if (nextSigning !== undefined) writeNewSigner(keyRows, nextSigning, statement as string);
    newGeneration(keyRows);
    keyRows.exec('COMMIT');
  } catch (error) {
    if (keyRows.isTransaction) keyRows.exec('ROLLBACK');
    throw error;
  }
  if (master === 'made') inPlace(keyFiles.master);
  if (signing === 'made') inPlace(keyFiles.signing);
};

const prepared = (kind: KeyKind, present: string, next: NewKey): KeyObject => {
  if (next !== 'made') return readKey(kind, next.file);
  try {
    const key = makeNextKey(kind, present);
    syncFolder(dirname(present));
    return key;
  } catch (error) {
    throw folderUnusable(dirname(present), error);
  }
};

const inPlace = (file: string): void => {
  takeNextKey(file);
  syncFolder(dirname(file));
};

/** Opens every wrapped key with the present master key and wraps it with the next one, inside the caller's transaction. */
const wrapAgain = ({ keyRows, keys, files, ...about }: RotatedStore, next: KeyObject): void => {
  const select = keyRows.prepare(
    'SELECT id, stream, event, wrapped FROM keys WHERE wrapped IS NOT NULL AND id > ? ORDER BY id LIMIT 1000',
  );
  const update = keyRows.prepare('UPDATE keys SET wrapped = ? WHERE id = ?');
  for (let last = ''; ;) {
    const rows = select.all(last) as unknown as WrappedRow[];
    if (rows.length === 0) break;
    for (const { id, stream, event, wrapped } of rows) {
      last = id;
      const place = boundTo(id, stream, event);
      if (event === valueUse && !opens(keys.master, place, wrapped)) continue;
      const key = opened(files, { stream, open: () => open(keys.master, place, wrapped) });
      update.run(seal(next, place, key), id);
      key.fill(0);
    }
  }
  writeNewMaster(keyRows, { ...about, roots: about.roots.renewed() }, next);
};

/** A sealed value that is damaged is lost, and the draw says so. It must not stop the change of the keys. */
const opens = (master: KeyObject, place: Buffer, wrapped: Uint8Array): boolean => {
  try {
    open(master, place, wrapped).fill(0);
    return true;
  } catch {
    return false;
  }
};

interface WrappedRow {
  readonly id: string;
  readonly stream: string;
  readonly event: string;
  readonly wrapped: Uint8Array;
}

const opened = (
  files: DataFolder,
  { stream, open: work }: { readonly stream: string; readonly open: () => Buffer },
): Buffer => {
  try {
    return work();
  } catch (error) {
    const text = `the key of ${stream} does not open, so no key was changed; verify says what is wrong`;
    throw new DataFolderUnusable('corrupt', `${files.keys}: ${text}`, { cause: error });
  }
};
