import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Verification } from '../integrity/problems';
import type { VerifyOptions } from '../integrity/verify';
import { DataFolderUnusable, type Clock } from '../port';
import { eventsFolderPrefix, FolderNotEmpty, manifestName, type BackupManifest } from './backup';
import { describeFile, type BackupFile } from './backup-file';
import { BackupSecrets } from './backup-secrets';
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
}

export interface Restored {
  /** The copy of the events that was restored. */
  readonly from: string;
  readonly manifest: BackupManifest;
  /** The result of verifying the whole restored store against the backup's signed checkpoint. */
  readonly verification: Verification;
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
  const parts = partsOf(from, manifest, options.destroyed);
  refuseUnlessEmpty(files);
  try {
    makeFolder(files.folder);
    writeFileSync(files.unfinishedRestore, '', { mode: 0o600, flush: true });
    removeParts(files);
    await copyParts(parts, files);
    const verification = await prove(options, from, manifest);
    rmSync(files.unfinishedRestore);
    syncFolder(files.folder);
    return { from, manifest, verification };
  } catch (error) {
    const usable = folderUnusable(files.folder, error);
    try {
      removeParts(files);
      rmSync(files.unfinishedRestore, { force: true });
    } catch {
      // A folder that cannot be written to holds nothing of this restore.
    }
    throw usable;
  }
};

/** The folder with the copy of the events: the one that is named, or the newest of a place. */
const copyIn = (from: string): string => {
  if (existsSync(join(from, manifestName)) || !existsSync(from)) return from;
  const finished = readdirSync(from)
    .filter((name) => name.startsWith(eventsFolderPrefix) && existsSync(join(from, name, manifestName)))
    .sort();
  return join(from, finished.at(-1) ?? '');
};

const readManifest = (folder: string): BackupManifest => {
  const file = join(folder, manifestName);
  if (!existsSync(file)) {
    throw new DataFolderUnusable(
      'missing',
      `${folder}: there is no ${manifestName} here, so this is no (finished) backup`,
    );
  }
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Partial<BackupManifest>;
    if (typeof manifest.version === 'number' && manifest.version > 2) {
      throw new DataFolderUnusable(
        'newerVersion',
        `${file}: it was made by a newer version of this program; install that version`,
      );
    }
    const isWhole =
      typeof manifest.version === 'number' &&
      typeof manifest.storeId === 'string' &&
      Array.isArray(manifest.files) &&
      typeof manifest.checkpoint === 'object';
    if (!isWhole) throw new TypeError('it lacks what a manifest holds');
    return manifest as BackupManifest;
  } catch (error) {
    if (error instanceof DataFolderUnusable) throw error;
    throw new DataFolderUnusable('corrupt', `${file}: it cannot be read; take another backup`, {
      cause: error,
    });
  }
};

/** A file to copy, and what its manifest says of it. */
interface Part {
  readonly source: string;
  readonly promised: BackupFile | undefined;
}

/** The events of the copy and the keys that open them: those of the place, or in the first version those beside the events. */
const partsOf = (
  from: string,
  { version, files, storeId, generation = 0 }: BackupManifest,
  destroyed: RestoreOptions['destroyed'],
): { readonly events: Part; readonly keys: Part } => {
  const named = (name: string): Part => ({
    source: join(from, name),
    promised: files.find((file) => file.name === name),
  });
  if (version === 1) return { events: named('events.sqlite'), keys: named('keys.sqlite') };
  const secrets = new BackupSecrets(dirname(from)).read();
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
  return {
    events: named('events.sqlite'),
    keys: { source: secrets.keys, promised: secrets.manifest.file },
  };
};

const draftOf = (file: string): string => `${file}.restoring`;

const refuseUnlessEmpty = (files: DataFolder): void => {
  if (existsSync(files.unfinishedRestore)) return;
  const ours = [files.masterKey, files.signingKey, files.lock].map((f) => basename(f));
  const found = existsSync(files.folder) ? readdirSync(files.folder) : [];
  if (found.some((name) => !ours.includes(name))) throw new FolderNotEmpty(files.folder);
};

const removeParts = (files: DataFolder): void => {
  rmSync(files.durableMark, { force: true });
  for (const file of [files.events, files.keys])
    for (const left of [file, `${file}-wal`, `${file}-shm`, draftOf(file)]) rmSync(left, { force: true });
};

/** The keys get their final name before the events do, so that an interrupted restore does not look like a store. */
const copyParts = async (
  { events, keys }: { readonly events: Part; readonly keys: Part },
  files: DataFolder,
): Promise<void> => {
  const targets: readonly [Part, string][] = [
    [keys, files.keys],
    [events, files.events],
  ];
  for (const [{ source, promised }, target] of targets) {
    copyFileSync(source, draftOf(target));
    const copied = await describeFile(draftOf(target));
    if (promised === undefined || copied.sha256 !== promised.sha256) {
      throw new DataFolderUnusable(
        'corrupt',
        `${source}: it is not the file that its manifest describes; take another backup`,
      );
    }
  }
  for (const [, target] of targets) renameSync(draftOf(target), target);
  syncFolder(files.folder);
};

const prove = async (
  options: RestoreOptions,
  from: string,
  { checkpoint }: BackupManifest,
): Promise<Verification> => {
  const { destroyed } = options;
  const mode = destroyed === undefined ? 'read' : 'write';
  const store = await openSqliteEventStore({ ...options, mode, duringRestore: true });
  try {
    await destroyed?.(store);
    const verification = await store.verify({ ...options, against: checkpoint });
    if (verification.ok) {
      store.acceptEnd();
      return verification;
    }
    const [first] = verification.problems;
    const place = `${first?.kind} at ${first?.stream} ${first?.revision}`;
    throw new DataFolderUnusable(
      'corrupt',
      `${from}: the backup does not verify (${verification.problems.length} problems, the first: ${place}); take another one`,
    );
  } finally {
    await store.close();
  }
};
