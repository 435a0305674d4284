import type { KeyObject } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { RenewableDatabase } from '@rt/identity/sqlite';
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
  /** Called after a damaged file was moved aside. */
  readonly onMadeAnew: () => void;
  /** Called for each row that was changed or inserted from outside. It has been removed then. */
  readonly onDamaged: () => void;
  /** Called when jobs are gone that nobody removed: they were deleted from outside, or the end of the file was lost. */
  readonly onRowsLost: () => void;
}

/**
 * Stores the jobs in their own SQLite file. It is in no backup, and a damaged one is made anew: a job that is lost is asked for again.
 * @param file a path, or `:memory:`
 * @throws DataFolderUnusable
 */
export const openSqliteJobStore = <Question>(
  file: string,
  { key, onMadeAnew, onDamaged, onRowsLost }: SqliteJobStoreOptions,
): JobStore<Question> => {
  const seal = new JobSeal(key);
  const jobs = new RenewableDatabase(file, prepare, onMadeAnew, { table: 'job', key, onRowsLost });
  const removed = (id: string): void => jobs.write(({ remove }) => -Number(remove.run(id).changes));
  const damaged = (id: string): void => {
    removed(id);
    onDamaged();
  };
  return {
    async save(job, result) {
      const text = result === undefined ? null : seal.seal(placeOfResult(job), result);
      const sealed = seal.seal(placeOf(job.id), JSON.stringify(job));
      jobs.write(({ isThere, upsert }) => {
        const isNew = isThere.get(job.id) === undefined;
        upsert.run(job.id, sealed, text);
        return isNew ? 1 : 0;
      });
    },
    async all() {
      const rows = jobs.run(({ select }) => select.all() as unknown as { id: string; sealed: Uint8Array }[]);
      return rows.flatMap(({ id, sealed }) => {
        const text = seal.open(placeOf(id), sealed);
        if (text !== undefined) return [JSON.parse(text) as Job<Question>];
        damaged(id);
        return [];
      });
    },
    async resultOf(job) {
      const row = jobs.run(
        ({ selectResult }) => selectResult.get(job.id) as { result: Uint8Array | null } | undefined,
      );
      const sealed = row?.result ?? undefined;
      if (sealed === undefined) return undefined;
      const text = seal.open(placeOfResult(job), sealed);
      if (text === undefined) damaged(job.id);
      return text;
    },
    async remove(id) {
      removed(id);
    },
    close: async () => jobs.close(),
  };
};

const prepare = (db: DatabaseSync) => {
  db.exec(SCHEMA);
  return {
    upsert: db.prepare(
      `INSERT INTO job (id, sealed, result) VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed, result = excluded.result`,
    ),
    isThere: db.prepare('SELECT 1 FROM job WHERE id = ?'),
    select: db.prepare('SELECT id, sealed FROM job ORDER BY number'),
    selectResult: db.prepare('SELECT result FROM job WHERE id = ?'),
    remove: db.prepare('DELETE FROM job WHERE id = ?'),
  };
};

const placeOf = (id: string): string => JSON.stringify(['job', id]);
/** A result belongs to one job and to the instant at which that ended. */
const placeOfResult = ({ id, endedAt }: Job): string => JSON.stringify(['result', id, endedAt]);
