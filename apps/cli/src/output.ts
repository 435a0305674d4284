import Table from 'cli-table3';
import type { Language, Text } from '@rt/domain';

/** The output of a command: the answer goes to stdout, messages about the work to stderr. */
export interface Output {
  readonly language: Language;
  readonly json: boolean;
  /** Writes a line of the answer. */
  line(text?: string): void;
  /** Writes the whole answer as one JSON document. */
  document(value: unknown): void;
  table(head: readonly Text[], rows: readonly (readonly (string | number | undefined)[])[]): void;
  /** Writes a message for the operator that is not part of the answer. */
  notice(text: string): void;
  /** Shows the progress of a long task, at most a few times a second. */
  progress(what: Text, done: number, of?: number): void;
  /** Shows the progress as a text, if there is no number to show. */
  progressText(text: string): void;
  say(text: Text): string;
}

interface Streams {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

const PLAIN_FRAME = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
};

/** Fits a window of the usual width, beside which a printed page has room. */
const tableColumnsMax = 100;
const gap = PLAIN_FRAME.middle.length;

type Cells = readonly (string | number | undefined)[];

/**
 * The width of each column, so that the table fits: the widest column gives way first, and its texts go on in the next line. No column gets narrower
 * than its longest word: an id that is cut off is none.
 */
const widthsWithin = (rows: readonly Cells[]): number[] => {
  const widest = (column: number, between: RegExp): number =>
    Math.max(
      1,
      ...rows.flatMap((row) => String(row[column] ?? '').split(between)).map(({ length }) => length),
    );
  const columns = [...(rows[0] ?? []).keys()];
  const least = columns.map((column) => widest(column, /\s/));
  const widths = columns.map((column) => widest(column, /\n/));
  const total = (): number => widths.reduce((sum, width) => sum + width, gap * (widths.length - 1));
  while (total() > tableColumnsMax) {
    const spare = columns.filter((column) => (widths[column] as number) > (least[column] as number));
    const [first] = spare.sort((a, b) => (widths[b] as number) - (widths[a] as number));
    if (first === undefined) break;
    widths[first] = (widths[first] as number) - 1;
  }
  return widths;
};

export const outputTo = ({ out, err }: Streams, options: { language: Language; json: boolean }): Output => {
  let progressShown = false;
  // A short task shows none.
  let lastProgressAt = performance.now();
  const endProgress = () => {
    if (progressShown && err.isTTY) err.write('\r\u001b[K');
    progressShown = false;
  };
  const say = (text: Text) => text[options.language];
  const progressText = (text: string, last = false) => {
    const now = performance.now();
    if (now - lastProgressAt < (err.isTTY ? 100 : 2000) && !(last && progressShown)) return;
    lastProgressAt = now;
    progressShown = true;
    err.write(err.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
  };
  return {
    ...options,
    say,
    line(text = '') {
      endProgress();
      out.write(`${text}\n`);
    },
    document(value) {
      endProgress();
      out.write(`${JSON.stringify(value, null, 2)}\n`);
    },
    table(head, rows) {
      endProgress();
      const words = head.map(say);
      const table = new Table({
        head: words,
        colWidths: widthsWithin([words, ...rows]),
        wordWrap: true,
        chars: PLAIN_FRAME,
        style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
      });
      for (const row of rows) table.push(row.map((cell) => cell ?? ''));
      out.write(
        `${table
          .toString()
          .split('\n')
          .map((line) => line.trimEnd())
          .join('\n')}\n`,
      );
    },
    notice(text) {
      endProgress();
      err.write(`${text}\n`);
    },
    progressText,
    progress(what, done, of) {
      const figure = done.toLocaleString(options.language);
      const whole = of === undefined ? '' : ` / ${of.toLocaleString(options.language)}`;
      progressText(`${say(what)}: ${figure}${whole}`, of !== undefined && done >= of);
    },
  };
};
