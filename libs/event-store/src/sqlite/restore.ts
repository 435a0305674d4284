import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Verification } from '../integrity/problems';
import type { VerifyOptions } from '../integrity/verify';
import { DataFolderUnusable, type Clock } from '../port';
import { eventsFolderPrefix, FolderNotEmpty } from './backup';
import { describeFile, type BackupFile } from './backup-file';
import { BackupDamaged, isSigned, manifestName, readManifest, type BackupManifest } from './backup-manifest';
import { BackupSecrets, type SecretsManifest } from './backup-secrets';
import { dataFolder, folderUnusable, makeFolder, syncFolder, type DataFolder } from './data-folder';
import { openSqliteEventStore } from './open';
import type { EarlierSigners, SqliteEventStore } from './sqlite-event-store';

export interface RestoreOptions extends Pick<VerifyOptions, 'publicKey' | 'onProgress'> {
  /** The place of backups, or one copy of the events in it. The place itself means its newest copy. */
  readonly from: string;
  /** The new data folder. It does not exist yet, or it holds only the two keys, which no backup contains. */
  readonly folder: string;
  readonly clock: Clock;
  readonly masterKeyFile?: string;
  readonly signingKeyFile?: string;
  /** Reads the statements about changes of the signing key. */
  readonly earlierSigners?: EarlierSigners;
  /** Records in the restored store what was destroyed after its events were copied. It is opened for writing for this. */
  readonly destroyed?: (store: SqliteEventStore) => Promise<void>;
  /** Awaited before a stream is deleted that was erased after its events were copied. */
  readonly beforeErasing?: () => Promise<void>;
  /** The files that may lie beside the events in a backup. */
  readonly beside?: readonly string[];
  /** The files that `proveBeside` makes. */
  readonly made?: readonly string[];
  /** Proves what lies beside the events, and finishes what has to be there before the folder can be opened. Undone if it throws. */
  readonly proveBeside?: (store: SqliteEventStore, restored: RestoredCopy) => Promise<void>;
}

/** The copy that is being restored. */
export interface RestoredCopy {
  /** The folder of the copy of the events. */
  readonly from: string;
  readonly manifest: BackupManifest;
}

export interface Restored extends RestoredCopy {
  /** The result of verifying the whole restored store. */
  readonly verification: Verification;
  /** Files of the backup that no signature covers, because an earlier version made it. */
  readonly uncovered: readonly string[];
}

/**
 * Restores a backup into an empty data folder and verifies that the result is what was backed up. If it is not, the copied files are removed. A restore that
 * was killed can be run again.
 * @throws FolderNotEmpty, DataFolderUnusable
 */
export const restoreBackup = async (options: RestoreOptions): Promise<Restored> => {
  const files = dataFolder(options.folder);
  const from = copyIn(options.from);
  const manifest = readManifest(from);
  const { parts, secrets } = partsOf(from, manifest, options);
  refuseUnlessEmpty(files);
  try {
    makeFolder(files.folder);
    writeFileSync(files.unfinishedRestore, '', { mode: 0o600, flush: true });
    removeParts(files, [...(options.beside ?? []), ...(options.made ?? [])]);
    await copyParts(parts, files);
    const verification = await prove(options, { from, manifest, secrets });
    rmSync(files.unfinishedRestore);
    syncFolder(files.folder);
    const uncovered = parts.filter(({ promised }) => promised === undefined).map(({ name }) => name);
    return { from, manifest, verification, uncovered };
  } catch (error) {
    const usable = folderUnusable(files.folder, error);
    try {
      removeParts(files, [...(options.beside ?? []), ...(options.made ?? [])]);
      rmSync(files.unfinishedRestore, { force: true });
    } catch {
      // A folder that cannot be written to holds nothing of this restore.
    }
    throw usable;
  }
};

/** The folder with the copy of the events: the one that is named, or the newest of a place. */
export const copyIn = (from: string): string => {
  if (existsSync(join(from, manifestName)) || !existsSync(from)) return from;
  const finished = readdirSync(from)
    .filter((name) => name.startsWith(eventsFolderPrefix) && existsSync(join(from, name, manifestName)))
    .sort();
  return join(from, finished.at(-1) ?? '');
};

/** A file to copy, and what its manifest says of it. */
interface Part {
  readonly name: string;
  readonly source: string;
  /** Undefined: the manifest says nothing of it. */
  readonly promised: BackupFile | undefined;
}

interface Parts {
  /** The keys come first: they get their final name before the events do, so that an interrupted restore does not look like a store. */
  readonly parts: readonly Part[];
  /** The manifest of the keys, where they have one of their own. */
  readonly secrets?: { readonly manifest: SecretsManifest; readonly manifestFile: string };
}

/**
 * The events of the copy, what lies beside them, and the keys that open them: those of the place, or in the first version those beside the events. In the
 * first two versions the manifest names the events only.
 */
const partsOf = (
  from: string,
  manifest: BackupManifest,
  { destroyed, beside = [] }: RestoreOptions,
): Parts => {
  const { version, files, storeId, generation = 0 } = manifest;
  const named = (name: string): Part => ({
    name,
    source: join(from, name),
    promised: files.find((file) => file.name === name),
  });
  const others =
    version === 3
      ? files.filter(({ name }) => beside.includes(name)).map(({ name }) => named(name))
      : beside.filter((name) => existsSync(join(from, name))).map(named);
  if (version === 1) return { parts: [named('keys.sqlite'), ...others, named('events.sqlite')] };
  const kept = new BackupSecrets(dirname(from));
  const secrets = kept.read();
  if (secrets === undefined || secrets.manifest.storeId !== storeId) {
    const text = 'the keys of this backup are not here; put back the folder `secrets` of the same place';
    throw new DataFolderUnusable('missing', `${dirname(from)}: ${text}`);
  }
  if (secrets.manifest.generation < generation) {
    const text = 'its keys are older than these events; put back the newest folder `secrets` of this place';
    throw new DataFolderUnusable('wrongKey', `${dirname(from)}: ${text}`);
  }
  if (secrets.manifest.generation > generation && destroyed === undefined) {
    const text =
      'keys have been destroyed since these events were copied; name the newest checkpoint (--checkpoint), which says what was destroyed, so that it is not taken for a loss';
    throw new DataFolderUnusable('missing', `${from}: ${text}`);
  }
  const keys = { name: 'keys.sqlite', source: secrets.keys, promised: secrets.manifest.file };
  return {
    parts: [keys, ...others, named('events.sqlite')],
    secrets: { manifest: secrets.manifest, manifestFile: kept.manifestFile },
  };
};

const draftOf = (file: string): string => `${file}.restoring`;

const refuseUnlessEmpty = (files: DataFolder): void => {
  if (existsSync(files.unfinishedRestore)) return;
  const ours = [files.masterKey, files.signingKey, files.lock].map((f) => basename(f));
  const found = existsSync(files.folder) ? readdirSync(files.folder) : [];
  if (found.some((name) => !ours.includes(name))) throw new FolderNotEmpty(files.folder);
};

const removeParts = (files: DataFolder, beside: readonly string[]): void => {
  rmSync(files.durableMark, { force: true });
  for (const file of [files.events, files.keys, ...beside.map((name) => join(files.folder, name))])
    for (const left of [file, `${file}-wal`, `${file}-shm`, draftOf(file)]) rmSync(left, { force: true });
};

const copyParts = async (parts: readonly Part[], files: DataFolder): Promise<void> => {
  const targetOf = ({ name }: Part): string => join(files.folder, name);
  for (const part of parts) {
    const { source, promised } = part;
    if (!existsSync(source)) throw new BackupDamaged('missing', source);
    const draft = draftOf(targetOf(part));
    copyFileSync(source, draft);
    const copied = await describeFile(draft);
    const isOfStore = targetOf(part) === files.events || targetOf(part) === files.keys;
    if (promised === undefined ? isOfStore : copied.sha256 !== promised.sha256)
      throw new BackupDamaged('changed', source);
  }
  for (const part of parts) renameSync(draftOf(targetOf(part)), targetOf(part));
  syncFolder(files.folder);
};

const prove = async (
  options: RestoreOptions,
  { secrets, ...copy }: RestoredCopy & Pick<Parts, 'secrets'>,
): Promise<Verification> => {
  const { destroyed, proveBeside } = options;
  const { from, manifest } = copy;
  const mode = destroyed === undefined ? 'read' : 'write';
  const store = await openSqliteEventStore({ ...options, mode, duringRestore: true });
  try {
    if (manifest.version === 3) checkSignatures(store, join(from, manifestName), manifest, secrets);
    await destroyed?.(store);
    const against = manifest.version === 3 ? {} : { against: manifest.checkpoint };
    const verification = await store.verify({ ...options, ...against });
    if (!verification.ok) {
      const { problems } = verification;
      const [first] = problems;
      const place = `${problems.length} problems, the first: ${first?.kind} at ${first?.stream} ${first?.revision}`;
      throw new BackupDamaged('unproved', from, place);
    }
    await proveBeside?.(store, copy);
    store.acceptEnd();
    return verification;
  } finally {
    await store.close();
  }
};

/** Checked when the store is open: the statements about earlier signing keys lie in it, and speak for themselves. */
const checkSignatures = (
  store: SqliteEventStore,
  file: string,
  manifest: Extract<BackupManifest, { readonly version: 3 }>,
  secrets: Parts['secrets'],
): void => {
  const keys = store.signers();
  if (!isSigned('backup', manifest, keys)) throw new BackupDamaged('unsigned', file);
  const { signature, ...rest } = secrets?.manifest ?? {};
  if (signature === undefined || !isSigned('secrets', { ...rest, signature }, keys))
    throw new BackupDamaged('unsigned', secrets?.manifestFile ?? file);
};
