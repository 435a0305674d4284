/** Which rows are shown stands in the address. */
export interface ComparisonSearch {
  readonly show?: 'differences';
}

export const readComparisonSearch = ({ show }: Record<string, unknown>): ComparisonSearch =>
  show === 'differences' ? { show } : {};
