import type { KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderUnusable } from '../port';
import { describeFile, type BackupFile } from './backup-file';
import { writeSigned } from './backup-manifest';
import { syncFolder } from './data-folder';

/** Describes the wrapped keys in a place of backups. */
export interface SecretsManifest {
  /** 2: it is signed. */
  readonly version: 1 | 2;
  readonly storeId: string;
  readonly madeAt: string;
  /** How often keys of the store had been destroyed. */
  readonly generation: number;
  readonly file: BackupFile;
  readonly signature?: string;
}

/** Who signs what, when the keys are replaced. */
interface NewSecrets extends Pick<SecretsManifest, 'storeId' | 'madeAt' | 'generation'> {
  readonly signingKey: KeyObject;
}

const folderName = 'secrets';
const manifestFile = 'secrets.json';
const keysFile = 'keys.sqlite';

/**
 * The wrapped keys of a place of backups. Copies of events may be kept for as long as one likes, because they open with these keys only. The keys exist
 * once and are replaced: what was destroyed in the store is then destroyed in every backup of the place.
 */
export class BackupSecrets {
  private readonly present: string;
  private readonly next: string;
  private readonly former: string;

  constructor(private readonly place: string) {
    this.present = join(place, folderName);
    this.next = join(place, `${folderName}.new`);
    this.former = join(place, `${folderName}.old`);
  }

  /** The names in the place that belong to the secrets. */
  static isOurs(name: string): boolean {
    return name === folderName || name.startsWith(`${folderName}.`);
  }

  /** The file that describes the keys. */
  get manifestFile(): string {
    return join(this.present, manifestFile);
  }

  /** Undefined if there are none. @throws DataFolderUnusable if they cannot be read */
  read(): { readonly manifest: SecretsManifest; readonly keys: string } | undefined {
    // A replacement that was interrupted left the new ones whole beside the old ones, or the old ones alone.
    const folder = [this.present, this.next, this.former].find((each) =>
      existsSync(join(each, manifestFile)),
    );
    if (folder === undefined) return undefined;
    const file = join(folder, manifestFile);
    try {
      const manifest = JSON.parse(readFileSync(file, 'utf8')) as Partial<SecretsManifest>;
      if (typeof manifest.generation !== 'number' || manifest.file === undefined)
        throw new TypeError('no manifest');
      return { manifest: manifest as SecretsManifest, keys: join(folder, keysFile) };
    } catch (error) {
      throw new DataFolderUnusable('corrupt', `${file}: it cannot be read; take another backup`, {
        cause: error,
      });
    }
  }

  /**
   * Replaces the keys of the place.
   * @param copyTo writes the store's keys to the file that it is given
   * @throws DataFolderUnusable if the place holds the keys of another store, or newer ones
   */
  async replace(
    { storeId, madeAt, generation, signingKey }: NewSecrets,
    copyTo: (file: string) => Promise<void>,
  ): Promise<void> {
    const before = this.read()?.manifest;
    if (before !== undefined && before.storeId !== storeId)
      throw new DataFolderUnusable(
        'wrongKey',
        `${this.place}: the backups here are of another installation; name another folder`,
      );
    if (before !== undefined && before.generation > generation)
      throw new DataFolderUnusable(
        'wrongKey',
        `${this.place}: the keys here are newer than those of this data folder, which holds what has been destroyed since; restore the newest backup first`,
      );
    rmSync(this.next, { recursive: true, force: true });
    mkdirSync(this.next, { mode: 0o700 });
    const keys = join(this.next, keysFile);
    await copyTo(keys);
    const unsigned = { version: 2 as const, storeId, madeAt, generation, file: await describeFile(keys) };
    writeSigned(join(this.next, manifestFile), 'secrets', unsigned, signingKey);
    syncFolder(this.next);
    rmSync(this.former, { recursive: true, force: true });
    if (existsSync(this.present)) renameSync(this.present, this.former);
    renameSync(this.next, this.present);
    syncFolder(this.place);
    rmSync(this.former, { recursive: true, force: true });
    syncFolder(this.place);
  }
}
