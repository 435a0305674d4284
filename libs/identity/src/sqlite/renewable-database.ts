import { chmodSync, closeSync, existsSync, openSync, readSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { asUnusable, isDamage, layoutOf, layoutOfNew, type DamageAdvice } from '@rt/event-store';
import { CountedRows, type CountedRowsOptions } from './counted-rows';

const waitForOthersMs = 10_000;
const advice: DamageAdvice = { damaged: 'end the program and delete it: it is made anew at the next start' };

/**
 * A database whose loss costs its users little: they sign in again, see a notice once more, or ask a long question again. When its contents are found to be damaged, it is moved
 * aside and made anew, so that nobody has to wait for an operator. Nothing else in the data folder is ever treated so.
 */
export class RenewableDatabase<Statements> {
  private database!: DatabaseSync;
  private statements!: Statements;
  private readonly counted: CountedRows | undefined;

  /**
   * @param file a path, or `:memory:`
   * @param prepare makes the tables where they are missing, and the statements
   * @param onMadeAnew called after a damaged file was moved aside
   * @param counted the table in which no row may be lost unsaid; only one process at a time may open such a database
   * @throws DataFolderUnusable
   */
  constructor(
    private readonly file: string,
    private readonly prepare: (database: DatabaseSync) => Statements,
    private readonly onMadeAnew: () => void,
    counted?: CountedRowsOptions,
  ) {
    if (counted !== undefined && file !== ':memory:')
      this.counted = new CountedRows(`${file.replace(/\.sqlite$/, '')}.mark`, counted);
    this.guarded(() => this.openWhole());
  }

  /** Runs `work`; if it meets damage, once more in a new file. @throws DataFolderUnusable, and what `work` throws */
  run<Answer>(work: (statements: Statements) => Answer): Answer {
    return this.guarded(() => {
      try {
        return work(this.statements);
      } catch (error) {
        if (!isDamage(error)) throw error;
        this.close();
        this.openWhole();
        return work(this.statements);
      }
    });
  }

  /** Runs `work`, which says how many rows it has added (negative: removed), in a transaction that counts them. */
  write(work: (statements: Statements) => number): void {
    const counts = this.run((statements) => {
      const { database, counted } = this;
      database.exec('BEGIN IMMEDIATE');
      try {
        const added = work(statements);
        const noted = counted?.note(database, added);
        database.exec('COMMIT');
        return noted;
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    });
    if (counts !== undefined) this.counted?.move(counts);
  }

  close(): void {
    this.counted?.close();
    if (this.database.isOpen) this.database.close();
  }

  /** Opens the file. It is moved aside only if it is damaged now: another process may have made it anew already. */
  private openWhole(): void {
    try {
      this.open();
    } catch (error) {
      if (!isDamage(error) && !isOtherLayout(error)) throw error;
      this.moveAside();
      this.open();
      this.onMadeAnew();
    }
  }

  private open(): void {
    const database = new DatabaseSync(this.file, { timeout: waitForOthersMs });
    this.database = database;
    try {
      // A commit does not wait for the disk: what a power cut may take is the little that `RenewableDatabase` may lose.
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;');
      if (isOfLaterFormat(this.file)) throw new DamageFound('write version of the file');
      const { integrity_check: found } = database.prepare('PRAGMA integrity_check(1)').get() as {
        integrity_check: string;
      };
      if (found !== 'ok') throw new DamageFound(found);
      this.statements = this.prepareAll(database);
      if (layoutOf(database) !== layoutOfNew((made) => this.prepareAll(made)))
        throw new DamageFound('tables of the file');
      if (existsSync(this.file)) chmodSync(this.file, 0o600);
      this.counted?.check(database);
    } catch (error) {
      database.close();
      throw error;
    }
  }

  private prepareAll(database: DatabaseSync): Statements {
    const statements = this.prepare(database);
    this.counted?.prepare(database);
    return statements;
  }

  /** Keeps one damaged file for inspection, the last one. */
  private moveAside(): void {
    for (const end of ['', '-wal'])
      if (existsSync(this.file + end)) renameSync(this.file + end, `${this.file}.damaged${end}`);
    rmSync(`${this.file}-shm`, { force: true });
  }

  private guarded<Answer>(work: () => Answer): Answer {
    try {
      return work();
    } catch (error) {
      throw asUnusable(error, this.file, advice);
    }
  }
}

/** Has the code of the error that SQLite itself throws for a damaged page. */
class DamageFound extends Error {
  readonly code = 'ERR_SQLITE_ERROR';
  readonly errcode = 11;
}

/** A flipped bit in this byte of the header makes SQLite take the file for one of a later version, which it only reads. */
const isOfLaterFormat = (file: string): boolean => {
  if (!existsSync(file)) return false;
  const header = Buffer.alloc(writeVersionAt + 1);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, header);
  } finally {
    closeSync(handle);
  }
  return (header[writeVersionAt] as number) > 2;
};
const writeVersionAt = 18;

/** Tables or columns are not those of this program: a statement could not be prepared. */
const isOtherLayout = (error: unknown): boolean =>
  (error as { code?: unknown }).code === 'ERR_SQLITE_ERROR' && (error as { errcode?: number }).errcode === 1;
