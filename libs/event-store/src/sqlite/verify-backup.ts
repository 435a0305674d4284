import { existsSync } from 'node:fs';
import type { KeyObject } from 'node:crypto';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { guarded } from '../database-fault';
import { checkChain, linkOf, readEnvelope } from '../integrity/chain';
import type { IntegrityProblem } from '../integrity/problems';
import type { StoreOrder } from '../port';
import { describeFile, type BackupFile } from './backup-file';
import { isSigned, manifestName, readManifest, type BackupManifest } from './backup-manifest';
import { BackupSecrets } from './backup-secrets';
import { isWhole, openDatabase } from './database';
import { eventLogSchema } from './event-log.schema';
import { SqliteEventLog } from './event-log.sqlite';
import { keysGeneration } from './key-store.sqlite';
import { copyIn } from './restore';
import type { EarlierSigners } from './sqlite-event-store';
import { keyChangesOf } from './store-identity';

/** What is wrong with a file of a backup. `keysTooOld`: the keys of the place are older than the copy of the events. */
export type BackupFileProblem = 'changed' | 'missing' | 'unsigned' | 'damaged' | 'keysTooOld';

/** What a backup shows without the keys that open it. */
export interface CheckedCopy {
  readonly from: string;
  readonly manifest: BackupManifest;
  readonly files: readonly { readonly file: string; readonly kind: BackupFileProblem }[];
  /** What is wrong with the chains. Empty, with no events, where a file is not the one that was backed up. */
  readonly chain: {
    readonly streams: number;
    readonly events: number;
    readonly problems: readonly IntegrityProblem[];
  };
  /** The statements about changes of the signing key that lie among the keys of the place. */
  readonly keyChanges: readonly string[];
  readonly keysGeneration: number;
}

/**
 * Checks the signatures, the sizes and hashes of all files, and every chain of a backup. It restores nothing, changes nothing, and needs no secret key.
 * @param from the place of backups, or one copy of the events in it
 * @param withOrder called with the order of the events where every file is the one that was backed up
 * @throws DataFolderUnusable if it is no backup
 */
export const checkBackup = async (
  from: string,
  by: { readonly publicKey: KeyObject; readonly earlierSigners: EarlierSigners },
  withOrder: (
    order: Pick<StoreOrder, 'readOrder' | 'streamStates' | 'lastPosition'>,
    copy: CheckedCopy,
  ) => Promise<void>,
): Promise<CheckedCopy> => {
  const folder = copyIn(from);
  const manifest = readManifest(folder);
  const secrets = manifest.version === 1 ? undefined : new BackupSecrets(dirname(folder)).read();
  const files: CheckedCopy['files'][number][] = [];
  for (const promised of manifest.files)
    files.push(...(await fileProblems(join(folder, promised.name), promised)));
  if (secrets !== undefined) files.push(...(await fileProblems(secrets.keys, secrets.manifest.file)));
  else if (manifest.version !== 1) files.push({ file: join(dirname(folder), 'secrets'), kind: 'missing' });
  if (secrets !== undefined && secrets.manifest.generation < (manifest.generation ?? 0))
    files.push({ file: secrets.keys, kind: 'keysTooOld' });
  const keysFile = secrets?.keys ?? join(folder, 'keys.sqlite');
  const keys = files.some(({ file }) => file === keysFile) ? noKeys : readKeys(keysFile);
  if (manifest.version === 3) {
    const { publicKey: present } = by;
    const earlier = by.earlierSigners(keys.keyChanges, { present, storeId: manifest.storeId });
    const signers = [present, ...earlier.map(({ publicKey }) => publicKey)];
    if (!isSigned('backup', manifest, signers))
      files.push({ file: join(folder, manifestName), kind: 'unsigned' });
    const { signature, ...rest } = secrets?.manifest ?? {};
    if (
      secrets !== undefined &&
      (signature === undefined || !isSigned('secrets', { ...rest, signature }, signers))
    )
      files.push({ file: join(dirname(secrets.keys), 'secrets.json'), kind: 'unsigned' });
  }
  const copy = { from: folder, manifest, files, ...keys, chain: { streams: 0, events: 0, problems: [] } };
  if (files.length > 0) return copy;
  const eventsFile = join(folder, 'events.sqlite');
  const database = openDatabase(eventsFile, 'read', eventLogSchema);
  try {
    const log = new SqliteEventLog(database, undefined, eventsFile);
    const checked = { ...copy, chain: await checkChains(log) };
    const order = {
      readOrder: (options: Parameters<StoreOrder['readOrder']>[0] = {}) => log.readAll(options),
      streamStates: () => log.streams(),
      lastPosition: () => log.lastPosition(),
    };
    await withOrder(order, checked);
    return checked;
  } finally {
    database.close();
  }
};

const noKeys = { keyChanges: [], keysGeneration: 0 } as const;

const fileProblems = async (file: string, promised: BackupFile): Promise<CheckedCopy['files']> => {
  if (!existsSync(file)) return [{ file, kind: 'missing' }];
  const { bytes, sha256 } = await describeFile(file);
  if (bytes !== promised.bytes || sha256 !== promised.sha256) return [{ file, kind: 'changed' }];
  return file.endsWith('.sqlite') && !isWhole(file) ? [{ file, kind: 'damaged' }] : [];
};

const readKeys = (file: string): Pick<CheckedCopy, 'keyChanges' | 'keysGeneration'> =>
  guarded(file, () => {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      return { keyChanges: keyChangesOf(database), keysGeneration: keysGeneration(database) };
    } finally {
      database.close();
    }
  });

/** As `verify` does it, but opens no payload. */
const checkChains = async (log: SqliteEventLog): Promise<CheckedCopy['chain']> => {
  const problems: IntegrityProblem[] = [];
  let streams = 0;
  let events = 0;
  for await (const read of log.readStreamByStream()) {
    streams += 1;
    events += read.events.length;
    const links = read.events.map((event) => linkOf(event, readEnvelope(event.envelope)));
    problems.push(...checkChain(read.stream, links));
  }
  for await (const { envelope, revision } of log.strays())
    problems.push({ stream: readEnvelope(envelope)?.stream ?? null, revision, kind: 'inserted' });
  return { streams, events, problems };
};
