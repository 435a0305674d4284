/**
 * A measured row. `ratio` is the better the higher: rates are value to baseline, times and sizes are what they may be (or are compared with) to what they
 * were. It passes from `floor` on.
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
  pass: ratio >= floor,
});

const rounded = (value: number): number => (value >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
