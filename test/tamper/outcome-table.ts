import { appendFileSync } from 'node:fs';
import type { TrialOutcome } from './trial';

/** In the order of the columns. `healed`: as before, and the flipped bit was made anew; `same`: the bit is in no use. */
const COLUMNS = [
  'refused',
  'healed',
  'found',
  'foundChanged',
  'verifyChanged',
  'same',
  'silent',
  'crashed',
] as const;
export type TableColumn = TrialOutcome | 'healed';

/** Counts of outcomes by file, for the last lines of a run. */
export class OutcomeTable {
  private readonly rows = new Map<string, Map<TableColumn, number>>();

  constructor(private readonly title: string) {}

  add(row: string, column: TableColumn): void {
    const counts = this.rows.get(row) ?? new Map<TableColumn, number>();
    this.rows.set(row, counts.set(column, (counts.get(column) ?? 0) + 1));
  }

  /** Prints the table at once, and again in the last lines if the run has a reporter for that. */
  tell(notes: readonly string[]): void {
    const lines = [...this.lines(), ...notes].join('\n');
    if (process.env.RT_TAMPER_TABLE === undefined) process.stdout.write(`${lines}\n`);
    else appendFileSync(process.env.RT_TAMPER_TABLE, `${lines}\n`);
  }

  private lines(): readonly string[] {
    const names = [...this.rows.keys()].sort();
    const width = Math.max(...names.map(({ length }) => length), 5);
    const line = (name: string, cells: readonly (string | number)[]) =>
      `${name.padEnd(width)} ${cells.map((cell) => String(cell).padStart(13)).join(' ')}`;
    const cellsOf = (counts: ReadonlyMap<TableColumn, number>) =>
      COLUMNS.map((column) => counts.get(column) ?? 0);
    const rows = names.map((name) => cellsOf(this.rows.get(name) as Map<TableColumn, number>));
    const sums = COLUMNS.map((_, at) => rows.reduce((sum, cells) => sum + (cells[at] as number), 0));
    return [
      this.title,
      line('file', COLUMNS),
      ...names.map((name, at) => line(name, rows[at] as number[])),
      line('all', sums),
    ];
  }
}
