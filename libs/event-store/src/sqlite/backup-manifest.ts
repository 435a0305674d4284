import { sign, verify, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Checkpoint } from '../integrity/checkpoint';
import { DataFolderUnusable, type Position } from '../port';
import type { BackupFile } from './backup-file';

interface DescribedBackup {
  readonly madeAt: string;
  readonly storeId: string;
  readonly events: number;
  readonly lastPosition: Position | null;
  /** How often keys had been destroyed when the copy was made; absent in version 1. */
  readonly generation?: number;
  readonly files: readonly BackupFile[];
}

/** Describes every file of the copy, and is signed as a whole. The keys of the place have a signed manifest of their own. */
export interface SignedManifest extends DescribedBackup {
  readonly version: 3;
  readonly generation: number;
  readonly signature: string;
}

/** Version 1: the keys lie beside the events. In both, only the events are covered by a signature, that of their heads; it says nothing of tree and access log. */
export interface EarlierManifest extends DescribedBackup {
  readonly version: 1 | 2;
  readonly checkpoint: Checkpoint;
}

/** The contents of `backup.json`. The file is written last, so a folder without it is not a complete backup. */
export type BackupManifest = SignedManifest | EarlierManifest;

export const manifestName = 'backup.json';

/**
 * A backup is not restored, because one of its files is not the one that was backed up. `changed`: its size or its hash differs. `missing`: it is not
 * there. `unsigned`: the manifest itself was changed, or somebody else signed it. `unproved`: the files are those of the backup, and do not fit together.
 */
export class BackupDamaged extends DataFolderUnusable {
  constructor(
    readonly kind: 'changed' | 'missing' | 'unsigned' | 'unproved',
    readonly file: string,
    detail?: string,
  ) {
    const found = {
      changed: 'it is not the file that its manifest describes',
      missing: 'its manifest names it, and it is not there',
      unsigned: 'the signing key of this store did not sign what it says',
      unproved: 'it does not verify',
    }[kind];
    super(
      kind === 'missing' ? 'missing' : 'corrupt',
      `${file}: ${found}${detail === undefined ? '' : ` (${detail})`}; nothing was restored, take another backup`,
    );
  }
}

/** The text before the signed one keeps a signature from meaning something else. */
const signedText = (what: string, unsigned: object): Buffer =>
  Buffer.from(`roda-traden/${what}\n${JSON.stringify(unsigned)}`);

/** Writes a manifest with its signature, durably. @param what the kind of manifest */
export const writeSigned = <Content extends object>(
  file: string,
  what: string,
  unsigned: Content,
  key: KeyObject,
): Content & { readonly signature: string } => {
  const signature = sign(null, signedText(what, unsigned), key).toString('base64');
  const signed = { ...unsigned, signature };
  writeFileSync(file, `${JSON.stringify(signed, null, 2)}\n`, { mode: 0o600, flush: true });
  return signed;
};

/** True if one of the keys signed exactly this manifest. */
export const isSigned = (
  what: string,
  manifest: { readonly signature: string },
  keys: readonly KeyObject[],
): boolean => {
  const { signature, ...unsigned } = manifest;
  const text = signedText(what, unsigned);
  return keys.some((key) => verify(null, text, key, Buffer.from(signature, 'base64')));
};

/** @throws DataFolderUnusable */
export const readManifest = (folder: string): BackupManifest => {
  const file = join(folder, manifestName);
  if (!existsSync(file))
    throw new DataFolderUnusable(
      'missing',
      `${folder}: there is no ${manifestName} here, so this is no (finished) backup`,
    );
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Partial<BackupManifest>;
    const { version } = manifest;
    if (typeof version === 'number' && version > 3)
      throw new DataFolderUnusable(
        'newerVersion',
        `${file}: it was made by a newer version of this program; install that version`,
      );
    const vouched =
      version === 3
        ? typeof manifest.signature === 'string'
        : typeof (manifest as Partial<EarlierManifest>).checkpoint === 'object';
    if (typeof version !== 'number' || typeof manifest.storeId !== 'string' || !vouched || !isList(manifest))
      throw new TypeError('it lacks what a manifest holds');
    return manifest as BackupManifest;
  } catch (error) {
    if (error instanceof DataFolderUnusable) throw error;
    throw new DataFolderUnusable('corrupt', `${file}: it cannot be read; take another backup`, {
      cause: error,
    });
  }
};

/** The names become paths in the folder of the backup and in the data folder. */
const isList = ({ files }: Partial<BackupManifest>): boolean =>
  Array.isArray(files) &&
  files.every((each: Partial<BackupFile>) => /^[a-z-]+\.[a-z]+$/.test(each.name ?? ''));
