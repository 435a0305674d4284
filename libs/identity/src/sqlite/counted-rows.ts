import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { readSlots, TwoSlots } from '@rt/event-store';

export interface CountedRowsOptions {
  /** The table whose rows are counted. */
  readonly table: string;
  /** The installation's key for this database. */
  readonly key: KeyObject;
  /** Called when rows are gone that nobody removed: they were deleted from outside, or the end of the database was lost. */
  readonly onRowsLost: () => void;
}

/** How often the table was written, and how many rows it has. */
interface Counts {
  readonly writes: number;
  readonly rows: number;
}

interface SealedCounts extends Counts {
  readonly mac: string;
}

/**
 * Counts the rows of one table, authenticated, in the database and in a mark beside it. Deleted rows differ from the count in the database, and a lost
 * end of the database from the mark. The mark is not flushed: after a power failure the last writes may be gone, which is said too.
 */
export class CountedRows {
  private mark: TwoSlots | undefined;

  constructor(
    private readonly markFile: string,
    private readonly options: CountedRowsOptions,
  ) {}

  prepare(database: DatabaseSync): void {
    database.exec(`CREATE TABLE IF NOT EXISTS counted (
      id INTEGER PRIMARY KEY CHECK (id = 1), writes INTEGER NOT NULL, rows INTEGER NOT NULL, mac TEXT NOT NULL
    ) STRICT`);
  }

  /** Compares rows, count and mark, once when the database is opened. What is there counts from then on. */
  check(database: DatabaseSync): void {
    const { table, onRowsLost } = this.options;
    const { rows } = database.prepare(`SELECT count(*) AS rows FROM ${table}`).get() as { rows: number };
    const stored = database.prepare('SELECT writes, rows, mac FROM counted').get() as
      SealedCounts | undefined;
    const slots = readSlots(this.markFile);
    const marks = (slots ?? []).map((text) => this.markIn(text)).filter((mark) => mark !== undefined);
    const marked = slots && Math.max(-1, ...marks.map(({ writes }) => writes));
    // Without a count and a mark the database is new, or an earlier version of the program wrote it.
    const isLost =
      stored === undefined
        ? marked !== undefined && marked !== 0
        : !this.fits('rows', stored) ||
          stored.rows !== rows ||
          marked === undefined ||
          marked < 0 ||
          marked > stored.writes;
    const writes = Math.max(stored?.writes ?? 0, marked ?? 0) + (isLost ? 1 : 0);
    this.store(database, { writes, rows });
    this.move({ writes, rows });
    if (isLost) onRowsLost();
  }

  /** Counts one write, inside the caller's transaction. @param added how many rows were added; negative: removed */
  note(database: DatabaseSync, added: number): Counts {
    const { writes, rows } = database.prepare('SELECT writes, rows FROM counted').get() as unknown as Counts;
    const counts = { writes: writes + 1, rows: rows + added };
    this.store(database, counts);
    return counts;
  }

  /** Moves the mark to what is durable now. */
  move(counts: Counts): void {
    const text = JSON.stringify({ ...counts, mac: this.macOf('mark', counts) });
    if (this.mark === undefined) this.mark = new TwoSlots(this.markFile, text);
    else this.mark.write(text);
  }

  close(): void {
    this.mark?.close();
    this.mark = undefined;
  }

  private store(database: DatabaseSync, counts: Counts): void {
    database
      .prepare('INSERT OR REPLACE INTO counted (id, writes, rows, mac) VALUES (1, ?, ?, ?)')
      .run(counts.writes, counts.rows, this.macOf('rows', counts));
  }

  private markIn(text: string): Counts | undefined {
    try {
      const mark = JSON.parse(text) as SealedCounts;
      return this.fits('mark', mark) ? mark : undefined;
    } catch {
      return undefined;
    }
  }

  private fits(what: 'rows' | 'mark', { mac, ...counts }: SealedCounts): boolean {
    const [given, right] = [Buffer.from(mac), Buffer.from(this.macOf(what, counts))];
    return given.length === right.length && timingSafeEqual(given, right);
  }

  private macOf(what: 'rows' | 'mark', { writes, rows }: Counts): string {
    const text = `${what} ${this.options.table} ${writes} ${rows}`;
    return createHmac('sha256', this.options.key).update(text).digest('base64url');
  }
}
