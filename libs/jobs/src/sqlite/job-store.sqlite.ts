import type { KeyObject } from 'node:crypto';
import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Job } from '../job';
import { JobSeal } from '../job-seal';
import type { JobStore } from '../job-store';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS job (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    sealed BLOB NOT NULL,
    result BLOB
  ) STRICT;`;

export interface SqliteJobStoreOptions {
  /** The installation's key for the jobs. */
  readonly key: KeyObject;
  /** Called for each row that was changed or inserted from outside, and for a file that is damaged. What was wrong has been removed then. */
  readonly onDamaged?: () => void;
}

/** How long the thread waits for another process's lock. Nothing but `verify` and a copy reads this file beside the server. */
const lockedMsMax = 250;

/**
 * Stores the jobs in their own SQLite file. It is in no backup, and a damaged one is made anew: a job that is lost is asked for again.
 * @param file a path, or `:memory:`
 */
export const openSqliteJobStore = <Question>(
  file: string,
  { key, onDamaged = () => undefined }: SqliteJobStoreOptions,
): JobStore<Question> => {
  const seal = new JobSeal(key);
  const db = openAnew(file, onDamaged);
  const upsert = db.prepare(
    `INSERT INTO job (id, sealed, result) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed, result = excluded.result`,
  );
  const select = db.prepare('SELECT id, sealed FROM job ORDER BY number');
  const selectResult = db.prepare('SELECT result FROM job WHERE id = ?');
  const remove = db.prepare('DELETE FROM job WHERE id = ?');
  const damaged = (id: string): void => {
    remove.run(id);
    onDamaged();
  };
  return {
    async save(job, result) {
      const text = result === undefined ? null : seal.seal(placeOfResult(job), result);
      upsert.run(job.id, seal.seal(placeOf(job.id), JSON.stringify(job)), text);
    },
    async all() {
      const rows = select.all() as unknown as { id: string; sealed: Uint8Array }[];
      return rows.flatMap(({ id, sealed }) => {
        const text = seal.open(placeOf(id), sealed);
        if (text !== undefined) return [JSON.parse(text) as Job<Question>];
        damaged(id);
        return [];
      });
    },
    async resultOf(job) {
      const row = selectResult.get(job.id) as { result: Uint8Array | null } | undefined;
      const sealed = row?.result ?? undefined;
      if (sealed === undefined) return undefined;
      const text = seal.open(placeOfResult(job), sealed);
      if (text === undefined) damaged(job.id);
      return text;
    },
    async remove(id) {
      remove.run(id);
    },
    close: async () => db.close(),
  };
};

const placeOf = (id: string): string => JSON.stringify(['job', id]);
/** A result belongs to one job and to the instant at which that ended. */
const placeOfResult = ({ id, endedAt }: Job): string => JSON.stringify(['result', id, endedAt]);

/** Opens the file. One that is damaged is removed, and a new one is made. */
const openAnew = (file: string, onDamaged: () => void): DatabaseSync => {
  try {
    return opened(file);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    for (const each of [file, `${file}-wal`, `${file}-shm`]) rmSync(each, { force: true });
    onDamaged();
    return opened(file);
  }
};

const opened = (file: string): DatabaseSync => {
  const db = new DatabaseSync(file, { timeout: lockedMsMax });
  try {
    // A commit does not wait for the disk: after a power cut a job is asked for again. Removed results are overwritten.
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;');
    db.exec(SCHEMA);
    if (db.prepare('PRAGMA quick_check').get()?.quick_check !== 'ok') throw new DamagedFile();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

class DamagedFile extends Error {}

/** SQLITE_CORRUPT and SQLITE_NOTADB, and their extended codes. */
const isDamaged = (error: unknown): boolean =>
  error instanceof DamagedFile || [11, 26].includes(((error as { errcode?: number }).errcode ?? 0) % 256);
