import { renameSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { earlierCheckpoint } from '../integrity/earlier-checkpoint.fixture';
import { describeFile } from './backup-file';
import type { SqliteEventStore } from './sqlite-event-store';

/** Gives a backup the shape that the first versions of the program gave it: a manifest of the events, with the signed heads of the store. */
export const asEarlierBackup = async (
  copy: string,
  store: SqliteEventStore,
  version: 1 | 2,
): Promise<void> => {
  const secrets = join(dirname(copy), 'secrets');
  const names = version === 1 ? ['events.sqlite', 'keys.sqlite'] : ['events.sqlite'];
  try {
    if (version === 1) {
      renameSync(join(secrets, 'keys.sqlite'), join(copy, 'keys.sqlite'));
      rmSync(secrets, { recursive: true });
    } else unsign(join(secrets, 'secrets.json'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const file = join(copy, 'backup.json');
  const { signature: _, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const files = await Promise.all(names.map((name) => describeFile(join(copy, name))));
  writeFileSync(
    file,
    JSON.stringify({ ...rest, version, files, checkpoint: await earlierCheckpoint(store) }),
  );
};

const unsign = (file: string): void => {
  const { signature: _, ...rest } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  writeFileSync(file, JSON.stringify({ ...rest, version: 1 }));
};
