/**
 * A measured row. A higher `ratio` is better: for rates it is value divided by baseline; for times and sizes it is the limit (or the compared figure)
 * divided by the value. The row passes if `ratio` is at least `floor`.
 */
export interface BenchRow {
  readonly row: string;
  readonly value: number;
  readonly baseline: number;
  readonly ratio: number;
  readonly floor: number;
  readonly pass: boolean;
}

export const benchRow = (
  row: string,
  value: number,
  baseline: number,
  ratio: number,
  floor: number,
): BenchRow => ({
  row,
  value: rounded(value),
  baseline: rounded(baseline),
  ratio: rounded(ratio),
  floor: rounded(floor),
  // As the rounded numbers say, so that a row never contradicts itself.
  pass: rounded(ratio) >= rounded(floor),
});

const rounded = (value: number): number => (value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
