import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Verification } from '../integrity/problems';
import type { VerifyOptions } from '../integrity/verify';
import { DataFolderUnusable, type Clock } from '../port';
import { describeFile, FolderNotEmpty, manifestName, type BackupManifest } from './backup';
import { dataFolder, folderUnusable, makeFolder, syncFolder, type DataFolder } from './data-folder';
import { openSqliteEventStore } from './open';

export interface RestoreOptions extends Pick<VerifyOptions, 'publicKey' | 'onProgress'> {
  /** The folder that `backup` filled. */
  readonly from: string;
  /** The new data folder. It does not exist yet, or it holds only the two keys, which no backup contains. */
  readonly folder: string;
  readonly clock: Clock;
  readonly masterKeyFile?: string;
  readonly signingKeyFile?: string;
}

export interface Restored {
  readonly manifest: BackupManifest;
  /** The result of verifying the whole restored store against the backup's signed checkpoint. */
  readonly verification: Verification;
}

/**
 * Restores a backup into an empty data folder and verifies that the result is what was backed up. If it is not, the copied files are removed.
 * @throws FolderNotEmpty, DataFolderUnusable
 */
export const restoreBackup = async (options: RestoreOptions): Promise<Restored> => {
  const files = dataFolder(options.folder);
  const manifest = readManifest(options.from);
  refuseUnlessEmpty(files);
  makeFolder(files.folder);
  try {
    await copyIn(options.from, manifest, files);
    return { manifest, verification: await prove(options, manifest) };
  } catch (error) {
    for (const file of [files.events, files.keys]) {
      for (const left of [file, `${file}-wal`, `${file}-shm`, draftOf(file)]) rmSync(left, { force: true });
    }
    throw folderUnusable(files.folder, error);
  }
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
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as BackupManifest;
    if (manifest.version > 1) {
      throw new DataFolderUnusable(
        'newerVersion',
        `${file}: it was made by a newer version of this program; install that version`,
      );
    }
    return manifest;
  } catch (error) {
    if (error instanceof DataFolderUnusable) throw error;
    throw new DataFolderUnusable('corrupt', `${file}: it cannot be read; take another backup`, {
      cause: error,
    });
  }
};

const draftOf = (file: string): string => `${file}.restoring`;

const refuseUnlessEmpty = (files: DataFolder): void => {
  const ours = [
    files.masterKey,
    files.signingKey,
    files.lock,
    draftOf(files.events),
    draftOf(files.keys),
  ].map((f) => basename(f));
  const found = existsSync(files.folder) ? readdirSync(files.folder) : [];
  if (found.some((name) => !ours.includes(name))) throw new FolderNotEmpty(files.folder);
};

/** The keys get their final name before the events do, so that an interrupted restore does not look like a store. */
const copyIn = async (from: string, manifest: BackupManifest, files: DataFolder): Promise<void> => {
  const targets = [files.keys, files.events];
  for (const target of targets) {
    const source = join(from, basename(target));
    const promised = manifest.files.find(({ name }) => name === basename(target));
    copyFileSync(source, draftOf(target));
    const copied = await describeFile(draftOf(target));
    if (promised === undefined || copied.sha256 !== promised.sha256) {
      throw new DataFolderUnusable(
        'corrupt',
        `${source}: it is not the file that ${manifestName} describes; take another backup`,
      );
    }
  }
  for (const target of targets) renameSync(draftOf(target), target);
  syncFolder(files.folder);
};

const prove = async (options: RestoreOptions, { checkpoint }: BackupManifest): Promise<Verification> => {
  const store = await openSqliteEventStore({ ...options, mode: 'read' });
  try {
    const verification = await store.verify({ ...options, against: checkpoint });
    if (verification.ok) return verification;
    const [first] = verification.problems;
    const place = `${first?.kind} at ${first?.stream} ${first?.revision}`;
    throw new DataFolderUnusable(
      'corrupt',
      `${options.from}: the backup does not verify (${verification.problems.length} problems, the first: ${place}); take another one`,
    );
  } finally {
    await store.close();
  }
};
