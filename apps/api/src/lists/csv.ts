import type { Language } from '@rt/domain';

export type CsvCell = string | number | boolean | null | undefined;

/** Excel reads a file as UTF-8 only if it begins with this. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A text that begins like this is a formula to a spreadsheet, after blanks too. The wide forms are taken for the narrow ones by some. */
const FORMULA = /^[\s\u0000]*[=+\-@＝＋－＠]|^[\t\r\n]/;

const YES_OR_NO: Readonly<Record<Language, readonly [yes: string, no: string]>> = {
  sv: ['ja', 'nej'],
  en: ['yes', 'no'],
};

/**
 * A table as CSV (RFC 4180: commas, CRLF, quotes doubled), with a byte order mark for Excel. A text that a spreadsheet would run as a formula gets an
 * apostrophe before it; a number stays a number.
 */
export const csvOf = (rows: readonly (readonly CsvCell[])[], language: Language): string =>
  BYTE_ORDER_MARK + rows.map((row) => `${row.map((cell) => fieldOf(cell, language)).join(',')}\r\n`).join('');

const fieldOf = (cell: CsvCell, language: Language): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return YES_OR_NO[language][cell ? 0 : 1];
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
