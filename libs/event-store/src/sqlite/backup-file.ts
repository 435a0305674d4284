import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface BackupFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Name, size and SHA-256 of a file, read as a stream. */
export const describeFile = async (file: string): Promise<BackupFile> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return { name: basename(file), bytes: statSync(file).size, sha256: hash.digest('hex') };
};
